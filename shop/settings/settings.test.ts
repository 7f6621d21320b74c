import { expect, test } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { testShop } from '../../fixtures/shop.ts';

test('the currency stays once something is posted in it; everything else can be changed', async () => {
  await using shop = testShop();
  expect(await shop.call('settings.set', { currency: 'EUR' })).toMatchObject({ currency: 'EUR' });
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  expect(await shop.refusal('settings.set', { currency: 'CNY', shopName: 'Other' })).toEqual({
    code: 'currency-in-use',
    data: { currency: 'EUR' },
  });
  expect(await shop.call('settings.set', { currency: 'EUR', shopName: 'Mine' })).toMatchObject({ shopName: 'Mine' });
  expect(await shop.call('settings.get', {})).toMatchObject({ currency: 'EUR', shopName: 'Mine' });
});

test('the second folder of backups is named from the root of its disk or share, wherever the program was started', async () => {
  await using shop = testShop();
  for (const secondBackupFolder of ['backups', './stick', '~/stick', 'D:stick'])
    expect(await shop.ask('settings.set', { secondBackupFolder })).toMatchObject({
      invalid: [{ path: 'secondBackupFolder', message: expect.stringContaining('whole path') }],
    });
  for (const secondBackupFolder of ['/media/stick', 'D:\\stick', 'd:/stick', '\\\\server\\stick', ''])
    expect(await shop.call('settings.set', { secondBackupFolder })).toMatchObject({ secondBackupFolder });
});
