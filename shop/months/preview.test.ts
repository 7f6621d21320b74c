import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tieSides } from '../../contract/words/index.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { tamper } from '../../fixtures/care.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { fillMonth, takeBack } from '../../fixtures/month.ts';
import { testNow, testShop } from '../../fixtures/shop.ts';

const november = { month: '2026-11' };
const nothing = { cash: 0, wechat: 0, alipay: 0, card: 0, bank: 0, 'store-credit': 0, other: 0 };

test('a month without anything has noughts and the head of what was before it', async () => {
  await using shop = testShop();
  const { head } = await shop.call('care.health', {});
  const { ties, ...preview } = await shop.call('months.preview', november);
  expect(ties.filter(({ left, right }) => !Object.is(left, 0) || !Object.is(right, 0))).toEqual([]);
  expect(ties.filter(({ what }) => tieSides(what) === undefined)).toEqual([]);
  expect(preview).toEqual({
    month: '2026-11',
    closed: false,
    problems: [],
    controls: {
      returns: 0,
      unitsReturned: 0,
      creditedCents: 0,
      paidOutCents: nothing,
      exchangedCents: 0,
      feeCents: 0,
      deliveryCents: 0,
      storeCreditIssuedCents: 0,
      storeCreditUsedCents: 0,
      storeCreditLapsedCents: 0,
      debitCents: 0,
      creditCents: 0,
      stockValueCents: 0,
      owedCents: 0,
      storeCreditCents: 0,
      supplierClaimsCents: 0,
      drawerDifferenceCents: 0,
      head,
    },
  });
});

test('controls count what was returned, credited, paid and put in stock in the month', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const { controls, problems } = await shop.call('months.preview', november);
  const { items } = await shop.call('stock.balances', {});
  // Of 3 cups, 2 cups and 0.755 of tea one cup went back to the customer; the parcel of one cup is still on its way.
  expect(controls).toMatchObject({ returns: 3, unitsReturned: 3 + 0.755 + 1 + 1 });
  expect(controls.stockValueCents).toBe(items.reduce((sum, { valueCents }) => sum + valueCents, 0));
  expect(controls.debitCents).toBe(controls.creditCents);
  const paidOut = Object.values(controls.paidOutCents).reduce((sum, cents) => sum + cents, 0);
  expect(paidOut).toBe(controls.creditedCents);
  const wechatCents = controls.paidOutCents.wechat;
  expect(problems).toEqual([
    { code: 'uncounted-parcels', data: { count: 1, kind: 'under-way' } },
    { code: 'unknown-cost', data: { count: 1, quantity: 0.755 } },
    { code: 'drawer-not-counted', data: { count: 1 } },
    { code: 'wallet-not-tied', data: { count: 2, wallet: 'wechat', side: 'book', cents: wechatCents } },
  ]);
});

test('an unknown cost is told of until somebody sets it, though that be in the next month', async () => {
  let now = testNow;
  await using shop = testShop({ clock: () => now });
  const lines = [{ sku: 'TEA', name: 'Tea', quantity: 2, unitPrice: '40.00', paidCents: 8000 }];
  await takeBack(shop, await recordSale(shop, { lines }), { TEA: 2 });
  now += 20 * 24 * 3_600_000;
  const unknown = { code: 'unknown-cost', data: { count: 1, quantity: 2 } };
  expect((await shop.call('months.preview', november)).problems).toContainEqual(unknown);
  await shop.call('stock.setCost', { id: randomUUID(), sku: 'TEA', unitCost: '15.00' });
  const { problems, controls } = await shop.call('months.preview', november);
  expect(problems).not.toContainEqual(unknown);
  expect(controls.stockValueCents).toBe(0);
  expect((await shop.call('months.preview', { month: '2026-12' })).controls.stockValueCents).toBe(3000);
});

/** What somebody with a tool for SQLite might do, and what then differs. */
const damages = [
  [
    'UPDATE payouts SET amount_cents = 1900, original_cents = 0',
    { what: 'owed-account', left: 100, right: 0 },
    { what: 'payouts-cash', left: 1900, right: 2000 },
  ],
  [
    'UPDATE credit_note_lines SET goods_cents = goods_cents + 1',
    { what: 'register-credit-notes', left: 2001, right: 2000 },
    { what: 'credit-notes-lines', left: 2000, right: 2001 },
  ],
  ["UPDATE returns SET origin = 'import'", { what: 'register-credit-notes', left: 0, right: 2000 }],
  [
    "UPDATE stock_moves SET to_value_cents = 0 WHERE to_place = 'shelf'",
    { what: 'goods-stock-moves', left: 800, right: 0 },
  ],
  [
    "UPDATE account_totals SET debit_cents = 0 WHERE role = 'sales'",
    { what: 'journal-account-totals', left: 4800, right: 2800 },
  ],
  ['UPDATE receipts SET quantity_milli = 2000', { what: 'receipts-stock-moves', left: 2000, right: 1000 }],
] as const;

test.each(damages)('books that were tampered with differ: %s', async (sql, ...expected) => {
  const folder = temporaryFolder();
  const shop = testShop({ folder });
  await shop.call('settings.set', { timeZone: 'Asia/Shanghai', openingDay: '2026-01-01' });
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  await shop.close();
  tamper(folder, sql);
  let now = testNow;
  await using later = testShop({ folder, clock: () => now });
  const { problems } = await later.call('months.preview', november);
  const differ = problems.filter(({ code }) => code === 'controls-differ');
  expect(differ.map(({ data }) => data)).toEqual(expected);
  now += 20 * 24 * 3_600_000;
  const refused = await later.refusal('months.close', { id: randomUUID(), ...november });
  expect(refused).toEqual({ code: 'month-has-problems', data: { ...november, problems: expected.length } });
});
