import { beforeAll, describe, expect, test, vi } from 'vitest';
import { counterInput, recordSale, saleInput } from '../../fixtures/builders.ts';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';
import { fileOf } from '../../fixtures/file-content.ts';
import { testShop } from '../../fixtures/shop.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const failing = (statements: string): Promise<string[]> => failingChecks(file, statements);

describe('what only sums up is found by its own check', () => {
  test.each([
    ['stock-balances', 'UPDATE stock_balances SET quantity_milli = quantity_milli + 1000'],
    ['stock-balances', `UPDATE stock_balances SET unknown_milli = 1 WHERE place = 'shelf'`],
    ['stock-balances', 'DELETE FROM stock_balances'],
    ['stock-not-below-zero', `UPDATE stock_balances SET quantity_milli = -1 WHERE place = 'shelf'`],
    ['stock-value', `UPDATE stock_balances SET value_cents = value_cents + 1 WHERE place = 'shelf'`],
    ['returns-area', `UPDATE stock_balances SET quantity_milli = quantity_milli + 1 WHERE place = 'returns'`],
    ['account-totals', `UPDATE account_totals SET debit_cents = debit_cents + 1 WHERE role = 'cash'`],
    ['account-totals', `DELETE FROM account_totals WHERE role = 'goods'`],
    ['units-returned', 'UPDATE sale_lines SET returned_milli = 0'],
    ['units-returned', 'UPDATE return_links SET released_milli = released_milli + 1000'],
    ['money-credited', 'UPDATE sale_lines SET credited_cents = credited_cents - 1 WHERE credited_cents > 0'],
    ['money-credited', 'UPDATE sale_lines SET credited_tax_cents = 0'],
    ['money-credited', 'UPDATE sale_lines SET credited_milli = 0'],
    ['money-credited', 'UPDATE return_links SET file_tax_cents = 1 WHERE file_share_cents IS NULL'],
    ['return-lines', 'UPDATE return_lines SET received_value_cents = received_value_cents + 1'],
    ['return-lines', 'UPDATE return_lines SET inspected_milli = 0'],
    ['return-lines', 'UPDATE return_lines SET sent_back_milli = 0'],
    ['return-lines', 'UPDATE return_lines SET unknown_milli = 1000'],
    ['return-lines', 'UPDATE return_lines SET credited_cents = 0 WHERE file_amount_cents IS NOT NULL'],
    ['return-stages', `UPDATE returns SET stage = 'approved' WHERE stage = 'settled'`],
    ['credit-notes-paid', 'UPDATE credit_notes SET paid_cents = paid_cents - 1'],
    ['tenders-given-back', 'UPDATE sale_tenders SET given_back_cents = 0'],
    ['files-taken-back', 'UPDATE sales SET withdrawn = 0'],
    ['files-taken-back', `UPDATE returns SET withdrawn = 1 WHERE origin = 'import'`],
    ['files-taken-back', 'DELETE FROM import_undos'],
    ['refunded-elsewhere', 'UPDATE sales SET refunded_cents = 0'],
  ])('%s: %s', async (check, statements) => {
    expect(await failing(statements)).toContain(check);
  });
});

describe('documents that do not fit one another or the ledgers are found by their own check', () => {
  const last = (table: string, where = '1'): string => `id = (SELECT max(id) FROM ${table} WHERE ${where})`;
  const entry = (kind: string): string => `(SELECT max(id) FROM journal_entries WHERE kind = '${kind}')`;

  test.each([
    [
      'event-days',
      `UPDATE journal_of_events SET day = '2026-10-01' WHERE seq = (SELECT max(seq) FROM journal_of_events)`,
    ],
    ['numbers', `DELETE FROM documents WHERE series = 'R' AND seq = 2`],
    ['documents-present', `DELETE FROM payouts WHERE ${last('payouts')}`],
    [
      'documents-present',
      `DELETE FROM documents WHERE number = (SELECT max(number) FROM returns WHERE origin = 'desk')`,
    ],
    [
      'documents-present',
      `UPDATE documents SET day = '2026-11-17' WHERE number = (SELECT max(number) FROM credit_notes)`,
    ],
    [
      'entries-balanced',
      `UPDATE journal_lines SET debit_cents = debit_cents + 1 WHERE id = (SELECT min(id) FROM journal_lines WHERE debit_cents > 0)`,
    ],
    ['documents-posted', `UPDATE payouts SET amount_cents = amount_cents - 1 WHERE id = 1`],
    ['documents-posted', `UPDATE journal_entries SET document = 'P-2026-000099' WHERE id = ${entry('payout')}`],
    ['documents-posted', `UPDATE journal_entries SET kind = 'gift' WHERE id = ${entry('grading')}`],
    [
      'documents-posted',
      `DELETE FROM journal_lines WHERE entry_id = ${entry('payout-void')}; DELETE FROM journal_entries WHERE id = ${entry('payout-void')}`,
    ],
    [
      'documents-posted',
      `UPDATE journal_lines SET role = 'bank' WHERE entry_id = ${entry('payout')} AND credit_cents > 0`,
    ],
    ['documents-posted', `UPDATE journal_lines SET role = 'repair-expense' WHERE role = 'loss-on-goods'`],
    [
      'documents-posted',
      `UPDATE stock_moves SET to_value_cents = to_value_cents + 1 WHERE from_place = to_place AND ${last('stock_moves', 'from_place = to_place')}`,
    ],
    [
      'documents-moved',
      `DELETE FROM stock_moves WHERE ${last('stock_moves', `to_place = 'returns' AND from_place = 'customer'`)}`,
    ],
    [
      'documents-moved',
      `UPDATE stock_moves SET document = 'R-2026-000099' WHERE ${last('stock_moves', `from_place = 'returns'`)}`,
    ],
    ['documents-moved', `UPDATE stock_moves SET document = 'NOTHING' WHERE from_place = to_place`],
    ['documents-moved', `DELETE FROM receipts WHERE ${last('receipts')}`],
    [
      'documents-moved',
      `UPDATE receipts SET value_cents = value_cents + 1 WHERE ${last('receipts', 'value_cents > 0')}`,
    ],
    [
      'documents-moved',
      `UPDATE inspections SET disposition = 'repair' WHERE ${last('inspections', `disposition = 'resell'`)}`,
    ],
    ['documents-moved', `UPDATE inspections SET posted_write_down_cents = 0 WHERE posted_write_down_cents > 0`],
    ['documents-moved', 'DELETE FROM line_revaluations'],
    ['sales-add-up', `UPDATE sale_lines SET paid_cents = paid_cents + 1 WHERE ${last('sale_lines')}`],
    ['sales-add-up', `UPDATE sale_tenders SET amount_cents = amount_cents + 1 WHERE ${last('sale_tenders')}`],
    ['returns-fit-sales', 'UPDATE return_links SET quantity_milli = quantity_milli + 1000'],
    [
      'returns-fit-sales',
      `UPDATE return_lines SET product_id = product_id + 1 WHERE id = (SELECT min(return_line_id) FROM return_links)`,
    ],
    ['returns-fit-sales', `UPDATE returns SET day = '2026-01-01' WHERE ${last('returns', 'sale_id IS NOT NULL')}`],
    ['returns-fit-sales', `UPDATE returns SET sale_id = 1 WHERE ${last('returns', 'sale_id > 1')}`],
    ['returns-fit-sales', `UPDATE returns SET customer_id = NULL WHERE origin = 'import'`],
    [
      'return-stages',
      `UPDATE return_steps SET from_stage = 'requested' WHERE ${last('return_steps', `step = 'refund'`)}`,
    ],
    ['return-stages', `DELETE FROM return_steps WHERE return_id = 1`],
    ['credit-notes', 'UPDATE credit_note_lines SET goods_cents = goods_cents + 1 WHERE id = 1'],
    ['credit-notes', `UPDATE credit_note_lines SET return_line_id = 1 WHERE ${last('credit_note_lines')}`],
    ['payout-voids', `UPDATE payouts SET tender = 'bank' WHERE voids_payout_id IS NOT NULL`],
    ['payout-voids', `UPDATE payouts SET amount_cents = amount_cents + 1 WHERE voids_payout_id IS NOT NULL`],
    ['payout-voids', `UPDATE payouts SET voids_payout_id = id WHERE voids_payout_id IS NOT NULL`],
    ['payout-voids', `UPDATE payouts SET voids_payout_id = NULL`],
    ['months-closed', `UPDATE month_closings SET month = '2026-11'`],
    ['months-closed', `UPDATE credit_notes SET day = '2026-10-15' WHERE ${last('credit_notes')}`],
    ['months-closed', `UPDATE stock_moves SET day = '2026-10-15' WHERE ${last('stock_moves')}`],
    [
      'months-closed',
      `INSERT INTO month_closings (month, event_seq, closed_at) SELECT '2026-09', event_seq, closed_at FROM month_closings`,
    ],
    ['foreign-keys', 'DELETE FROM products WHERE id = 1'],
  ])('%s: %s', async (check, statements) => {
    expect(await failing(statements)).toContain(check);
  });
});

test('a shop that books its sales is in order, and a sale that left no trace in the ledgers is found', async () => {
  const booked = await bookingShopFile();
  expect(await failingChecks(booked, 'SELECT 1')).toEqual([]);
  const unbooked = await failingChecks(booked, 'UPDATE sales SET booked = 0');
  expect(unbooked).toEqual(expect.arrayContaining(['documents-posted', 'documents-moved']));
  const untaxed = await failingChecks(booked, 'UPDATE sale_lines SET tax_cents = 0 WHERE tax_cents > 0');
  expect(untaxed).toContain('documents-posted');
});

test('what the quick form looks at, it finds', async () => {
  const quick = (statements: string): Promise<string[]> => failingChecks(file, statements, true);
  expect(await quick('SELECT 1')).toEqual([]);
  expect(await quick(`UPDATE payouts SET reference = 'x'`)).toEqual(['chain-newest']);
  expect(await quick(`UPDATE stock_balances SET value_cents = value_cents + 1 WHERE place = 'shelf'`)).toEqual([
    'ledgers-agree',
  ]);
  expect(await quick(`UPDATE stock_balances SET quantity_milli = -1 WHERE place = 'shelf'`)).toEqual([
    'stock-not-below-zero',
  ]);
  expect(await quick(`DELETE FROM documents WHERE series = 'R' AND seq = 2`)).toEqual(['chain-newest', 'numbers']);
});

/** Two come back to the shelf, one of them is sold again through the books, for cash and by card, with tax. */
async function bookingShopFile(): Promise<Buffer> {
  await using shop = testShop();
  await shop.call('returns.counter', counterInput(await recordSale(shop)));
  await shop.call('settings.set', { booksSales: true });
  const lines = [{ sku: 'CUP', quantity: 1, unitPrice: '20.00', paidCents: 2000, taxCents: 230 }];
  const tenders = [
    { tender: 'cash' as const, amountCents: 500 },
    { tender: 'other' as const, amountCents: 1500 },
  ];
  await shop.call('sales.record', saleInput({ lines, tenders }));
  return await fileOf(shop);
}
