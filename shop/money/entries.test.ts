import { expect, test } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { fillMonth } from '../../fixtures/month.ts';
import { testShop } from '../../fixtures/shop.ts';

test('a counter return posts goods back, the credit note and the payout, each in its accounts', async () => {
  await using shop = testShop();
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  const { items } = await shop.call('money.entries', { from: '2026-11-18', to: '2026-11-18' });
  expect(items).toEqual([
    {
      number: 'J-2026-000001',
      day: '2026-11-18',
      document: 'R-2026-000001',
      lines: [
        { account: '库存商品', role: 'goods', code: '1405', debitCents: 800, creditCents: 0 },
        { account: '主营业务成本', role: 'cost-of-sales', code: '5401', debitCents: 0, creditCents: 800 },
      ],
    },
    {
      number: 'J-2026-000002',
      day: '2026-11-18',
      document: 'C-2026-000001',
      lines: [
        { account: '主营业务收入', role: 'sales', code: '5001', debitCents: 2000, creditCents: 0 },
        { account: '其他应付款-退款', role: 'owed-to-customer', code: '2241', debitCents: 0, creditCents: 2000 },
      ],
    },
    {
      number: 'J-2026-000003',
      day: '2026-11-18',
      document: 'P-2026-000001',
      lines: [
        { account: '其他应付款-退款', role: 'owed-to-customer', code: '2241', debitCents: 2000, creditCents: 0 },
        { account: '库存现金', role: 'cash', code: '1001', debitCents: 0, creditCents: 2000 },
      ],
    },
  ]);
});

test('entries are those between the days, both included, and every one balances', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  expect((await shop.call('money.entries', { from: '2026-11-01', to: '2026-11-17' })).items).toEqual([]);
  const { items } = await shop.call('money.entries', { from: '2026-11-01', to: '2026-11-30' });
  expect(items.length).toBeGreaterThan(8);
  for (const { lines } of items) {
    const sides = lines.map(({ debitCents, creditCents }) => debitCents - creditCents);
    expect(sides.reduce((sum, side) => sum + side, 0)).toBe(0);
  }
});

test('an account keeps the code it was posted to when the mapping changes', async () => {
  await using shop = testShop();
  const accounts = [{ role: 'cash' as const, code: '1001.01', name: '收银台' }];
  await shop.call('settings.set', { accounts });
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  await shop.call('settings.set', { accounts: [] });
  const { items } = await shop.call('money.entries', { from: '2026-11-18', to: '2026-11-18' });
  expect(items.at(-1)?.lines.at(-1)).toMatchObject({ account: '收银台', code: '1001.01' });
});
