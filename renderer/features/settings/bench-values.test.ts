import { expect, test } from 'vitest';
import { testShop } from '../../../fixtures/shop.ts';
import { readBench, writeBench } from './bench-values.ts';

test('what is read is written back as it was', async () => {
  await using shop = testShop();
  const settings = await shop.call('settings.get', {});
  const { gradePercent, ageing, supplierPercent, repairDueHours, makeTwins, repairCosts } = settings;
  const same = { gradePercent, ageing, supplierPercent, repairDueHours, makeTwins, repairCosts };
  expect(writeBench(readBench(settings))).toEqual(same);
});

test('a missing figure is not sent, an empty repair cost is left out', async () => {
  await using shop = testShop();
  const values = readBench(await shop.call('settings.get', {}));
  expect(writeBench({ ...values, B: undefined })).toBeUndefined();
  const repairCosts = [
    { category: '', cents: 1500 },
    { category: 'Lamps', cents: undefined },
  ];
  expect(writeBench({ ...values, repairCosts })?.repairCosts).toEqual([{ category: '', cents: 1500 }]);
});
