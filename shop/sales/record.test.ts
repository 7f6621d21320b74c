import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { saleInput } from '../../fixtures/builders.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

test('a booked sale of a closed month is refused; for reference, where sales are not booked here, it is taken', async () => {
  const clock = testClock(Date.parse('2026-12-03T02:00:00.000Z'));
  await using shop = testShop({ clock, settings: { booksSales: true } });
  await shop.call('months.close', { id: randomUUID(), month: '2026-11' });
  expect(await shop.refusal('sales.record', saleInput())).toEqual({
    code: 'month-closed',
    data: { month: '2026-11' },
  });
  await shop.call('settings.set', { booksSales: false });
  expect(await shop.call('sales.record', saleInput())).toMatchObject({ number: 'S-2026-000001' });
});
