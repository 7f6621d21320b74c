import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openShopFile } from '../../db/open.ts';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { type TestShop, testNow, testShop } from '../../fixtures/shop.ts';

const december = testNow + 20 * 24 * 3_600_000;
const november = '2026-11';

const close = (month = november) => ({ id: randomUUID(), month });

/** A shop with one counter return in November, seen in December. */
async function novemberShop(folder?: string): Promise<{ shop: TestShop; payout: string }> {
  let now = testNow;
  const shop = testShop({ clock: () => now, ...(folder && { folder }) });
  await shop.call('settings.set', { timeZone: 'Asia/Shanghai', openingDay: '2026-01-01' });
  const { payoutNumbers } = await shop.call('returns.counter', counterInput(await recordSale(shop)));
  now = december;
  return { shop, payout: payoutNumbers[0] ?? '' };
}

test('a month that is not over is not closed', async () => {
  await using shop = testShop();
  for (const month of [november, '2026-12'])
    expect(await shop.refusal('months.close', close(month))).toEqual({ code: 'month-not-over', data: { month } });
});

test('a closed month is listed so, keeps its head, and is closed once', async () => {
  const { shop } = await novemberShop();
  await using _closing = shop;
  const { controls } = await shop.call('months.preview', { month: november });
  const action = close();
  const closed = await shop.call('months.close', action);
  expect(closed).toEqual({ month: november, closedAt: new Date(december).toISOString(), head: controls.head });
  expect(await shop.call('months.close', action)).toEqual(closed);
  expect(await shop.refusal('months.close', close())).toEqual({ code: 'month-closed', data: { month: november } });
  expect(await shop.call('months.list', {})).toEqual({
    months: [{ month: november, returns: 1, creditedCents: 2000, closed: true }],
  });
  const { closed: isClosed, closedAt } = await shop.call('months.preview', { month: november });
  expect([isClosed, closedAt]).toEqual([true, closed.closedAt]);
  expect((await shop.call('care.verify', {})).ok).toBe(true);
});

test('a late return dated into a closed month is refused; dated today it lands in the open month', async () => {
  const { shop } = await novemberShop();
  await using _closing = shop;
  const [sale] = (await shop.call('sales.search', { text: '' })).items;
  const full = await shop.call('sales.get', { saleId: sale?.saleId ?? 0 });
  const opening = openInput(full, { day: '2026-11-20' });
  await shop.call('months.close', close());
  expect(await shop.refusal('returns.open', opening)).toEqual({ code: 'month-closed', data: { month: november } });
  await shop.call('returns.open', openInput(full));
  const { months } = await shop.call('months.list', {});
  expect(months.map(({ month, returns, closed }) => [month, returns, closed])).toEqual([
    ['2026-12', 1, false],
    [november, 1, true],
  ]);
});

test('money owed to a customer keeps a month open until it is paid', async () => {
  let now = testNow;
  await using shop = testShop({ clock: () => now });
  const { payoutNumbers, return: done } = await shop.call('returns.counter', counterInput(await recordSale(shop)));
  await shop.call('refunds.void', { id: randomUUID(), payoutNumber: payoutNumbers[0] ?? '', why: 'wrong till' });
  now = december;
  const { problems } = await shop.call('months.preview', { month: november });
  expect(problems).toEqual([
    { code: 'unpaid-credit', data: { count: 1, cents: 2000 } },
    { code: 'unsettled-returns', data: { count: 1 } },
    { code: 'drawer-not-counted', data: { count: 1 } },
  ]);
  const blocked = { code: 'month-has-problems', data: { month: november, problems: 1 } };
  expect(await shop.refusal('months.close', close())).toEqual(blocked);
  const payouts = [{ tender: 'cash' as const, amountCents: 2000 }];
  await shop.call('refunds.record', { id: randomUUID(), returnId: done.returnId, payouts });
  await shop.call('months.close', close());
});

test('SQL itself refuses what is written into a closed month, whatever the table', async () => {
  const folder = temporaryFolder();
  const { shop } = await novemberShop(folder);
  await shop.call('months.close', close());
  await shop.close();
  const { writer, close: closeFile } = openShopFile(folder);
  const event = writer.raw.prepare('SELECT max(seq) + 1 FROM journal_of_events').pluck().get();
  const copies = {
    'returns (event_seq, number, origin, sale_id, customer_id, channel, want, day, opened_at, verdict_outcome, verdict_rules, stage)': `SELECT
      ${event}, 'R-late', origin, sale_id, customer_id, channel, want, day, opened_at, verdict_outcome, verdict_rules, stage FROM returns`,
    credit_notes: `SELECT NULL, ${event}, 'P-2026-000001', return_id, day, goods_cents, tax_cents, fee_cents, delivery_cents,
      total_cents, 0 FROM credit_notes`,
    payouts: `SELECT NULL, ${event}, 'C-2026-000001', credit_note_id, tender, amount_cents, original_cents, reference, day, NULL, NULL
      FROM payouts`,
    stock_moves: `SELECT NULL, ${event}, day, at, product_id, from_place, to_place, quantity_milli, unknown_milli, from_value_cents,
      to_value_cents, document FROM stock_moves`,
    journal_entries: `SELECT id + 100, ${event}, 'R-2026-000001', day, kind, document FROM journal_entries`,
  };
  writer.raw.exec(
    `INSERT INTO journal_lines SELECT NULL, ${event}, entry_id + 100, line_no, role, account_code, account_name,
    debit_cents, credit_cents FROM journal_lines`.replace(/^/, 'BEGIN; '),
  );
  for (const [table, copy] of Object.entries(copies))
    expect(() => writer.raw.exec(`INSERT INTO ${table} ${copy} LIMIT 1`), table).toThrow('closed month');
  writer.raw.exec('ROLLBACK');
  closeFile();
});
