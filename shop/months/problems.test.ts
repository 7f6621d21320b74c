import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MonthProblem } from '../../contract/api/months.ts';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { runPlain, tamper } from '../../fixtures/care.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { openCount, shelfShop } from '../../fixtures/stock-counts.ts';

const november = { month: '2026-11' };

async function problemsOf(shop: TestShop, code: MonthProblem['code']): Promise<MonthProblem['data'][]> {
  const { problems } = await shop.call('months.preview', november);
  return problems.filter((problem) => problem.code === code).map(({ data }) => data);
}

test('a parcel that nobody found a sale for is told of until it is matched; one under way until it comes', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const lines = [{ sku: 'CUP', quantity: 1 }];
  const arrived = await shop.call('returns.arrive', { id: randomUUID(), channel: 'parcel', lines });
  const { returnId } = await shop.call('returns.open', openInput(sale, { channel: 'parcel' }));
  expect(await problemsOf(shop, 'uncounted-parcels')).toEqual([
    { count: 1, kind: 'unmatched' },
    { count: 1, kind: 'under-way' },
  ]);
  expect(await problemsOf(shop, 'unsettled-returns')).toEqual([]);
  const approve = { note: 'theirs' };
  await shop.call('returns.match', { id: randomUUID(), returnId: arrived.returnId, saleId: sale.saleId, approve });
  await shop.call('returns.cancel', { id: randomUUID(), returnId, why: 'kept' });
  expect(await problemsOf(shop, 'uncounted-parcels')).toEqual([]);
  expect(await problemsOf(shop, 'unsettled-returns')).toEqual([{ count: 1 }]);
});

test('a count of stock that stays open is told of by its number until it is cancelled', async () => {
  await using shop = await shelfShop({ CUP: [3, 800] });
  const number = await openCount(shop);
  expect(await problemsOf(shop, 'open-stocktakes')).toEqual([{ count: 1, numbers: number }]);
  await shop.call('stocktakes.cancel', { id: randomUUID(), number, why: 'tomorrow' });
  expect(await problemsOf(shop, 'open-stocktakes')).toEqual([]);
});

test.each([
  ['goods of a known cost without value', "UPDATE stock_moves SET to_value_cents = 0 WHERE to_place = 'shelf'"],
  ['value below zero', "UPDATE stock_moves SET to_value_cents = -5 WHERE to_place = 'shelf'"],
  ['quantity below zero', "UPDATE stock_moves SET quantity_milli = -quantity_milli WHERE to_place = 'shelf'"],
  ['value without goods', "UPDATE stock_moves SET quantity_milli = 0 WHERE to_place = 'shelf'"],
])('items that cannot be as the book says are named: %s', async (_, sql) => {
  const folder = temporaryFolder();
  const shop = testShop({ folder });
  await shop.call('settings.set', { openingDay: '2026-01-01' });
  for (const sku of ['CUP', 'POT']) {
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku });
    await shop.call('stock.setCost', { id: randomUUID(), sku, unitCost: '8.00' });
  }
  const lines = ['CUP', 'POT'].map((sku) => ({ sku, quantity: 2, valueCents: 1600 }));
  await shop.call('stock.open', { id: randomUUID(), lines });
  expect(await problemsOf(shop, 'odd-values')).toEqual([]);
  await shop.close();
  tamper(folder, sql);
  await using later = testShop({ folder });
  expect(await problemsOf(later, 'odd-values')).toEqual([{ count: 2, items: 'CUP\nPOT' }]);
});

test('an account that the accountant’s chart lacks is told of when the month posts to it', async () => {
  await using shop = testShop();
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  expect(await problemsOf(shop, 'accounts-differ')).toEqual([]);
  const path = join(shop.folder, 'chart.csv');
  writeFileSync(path, 'code,name\n1001,现金\n2241,其他应付款\n5001,收入\n5401,成本\n140501,库存商品\n');
  await shop.call('accounts.readChart', { id: randomUUID(), path });
  expect(await problemsOf(shop, 'accounts-differ')).toEqual([{ count: 1, accounts: '1405 库存商品' }]);
});

test('cash that came or went since the drawer was counted is told of until it is counted, though that be in the next month', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  expect(await problemsOf(shop, 'drawer-not-counted')).toEqual([{ count: 1 }]);
  const coins = [{ cents: 10_000, count: 5 }];
  await shop.call('drawer.count', { id: randomUUID(), coins });
  expect(await problemsOf(shop, 'drawer-not-counted')).toEqual([]);
  await shop.call('drawer.move', { id: randomUUID(), kind: 'to-bank', amountCents: 10_000 });
  expect(await problemsOf(shop, 'drawer-not-counted')).toEqual([{ count: 1 }]);
  clock.set('2026-12-01T03:00:00.000Z');
  await shop.call('drawer.count', { id: randomUUID(), coins: [{ cents: 10_000, count: 4 }] });
  expect(await problemsOf(shop, 'drawer-not-counted')).toEqual([]);
});

test('a refund by wallet is told of until it is found on a bill, and a refund on a bill until a payout is it', async () => {
  const folder = temporaryFolder();
  const shop = testShop({ folder });
  const sale = await recordSale(shop, { tenders: [{ tender: 'wechat', amountCents: 6000 }] });
  const payouts = [{ tender: 'wechat' as const, amountCents: 2000 }];
  await shop.call('returns.counter', counterInput(sale, { payouts }));
  const book = { count: 1, wallet: 'wechat', side: 'book', cents: 2000 };
  expect(await problemsOf(shop, 'wallet-not-tied')).toEqual([book]);
  await shop.close();
  runPlain(folder, billOf({ cents: 2000 }));
  await using later = testShop({ folder });
  expect(await problemsOf(later, 'wallet-not-tied')).toEqual([
    book,
    { count: 1, wallet: 'wechat', side: 'bill', cents: 2000 },
  ]);
});

/** A bill with one refund, as a file would have brought it. */
function billOf({ cents }: { readonly cents: number }): string {
  const seq = '(SELECT max(seq) + 1 FROM journal_of_events)';
  return `INSERT INTO wallet_bills (event_seq, wallet, file_name, sha256, from_day, to_day, rows_read, rows_refused, at, person)
    VALUES (${seq}, 'wechat', 'bill.csv', '${'a'.repeat(64)}', '2026-11-01', '2026-11-30', 1, 0, '2026-11-18T03:00:00.000Z', 'Owner');
    INSERT INTO wallet_lines (event_seq, wallet_bill_id, wallet, reference, day, refunded_at, cents)
    VALUES (${seq}, 1, 'wechat', '5030', '2026-11-18', '2026-11-18 11:00:00', ${cents})`;
}
