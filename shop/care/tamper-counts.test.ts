import { beforeAll, expect, test, vi } from 'vitest';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const entry = `(SELECT id FROM journal_entries WHERE kind = 'stock-count')`;
const plate = `product_id = (SELECT id FROM products WHERE sku = 'PLATE')`;
const booked = `stocktake_id = (SELECT stocktake_id FROM stocktake_ends WHERE outcome = 'booked')`;

test.each([
  ['stocktakes', 'UPDATE stocktakes SET open = 1 - open'],
  ['stocktakes', 'UPDATE stocktake_ends SET items_counted = items_counted + 1'],
  ['stocktakes', 'UPDATE stocktake_ends SET items_equal = items_counted'],
  ['stocktakes', `UPDATE stocktake_ends SET outcome = 'cancelled'`],
  ['stocktakes', `UPDATE stocktake_counts SET quantity_milli = quantity_milli + 1000 WHERE mode = 'set' AND ${plate}`],
  ['stocktakes', `DELETE FROM stocktake_counts WHERE ${booked} AND ${plate}`],
  ['stocktakes', `UPDATE stocktake_counts SET book_milli = book_milli + 1000`],
  ['stocktakes', `UPDATE stocktake_differences SET counted_milli = counted_milli + 1000 WHERE ${plate}`],
  ['stocktakes', `DELETE FROM stocktake_differences WHERE ${plate}`],
  ['stocktakes', 'UPDATE stocktake_counts SET event_seq = 1000000'],
  ['documents-present', `UPDATE stocktakes SET day = '2026-11-17'`],
  ['documents-posted', `UPDATE stocktake_differences SET value_cents = value_cents + 1 WHERE ${plate}`],
  [
    'documents-posted',
    `DELETE FROM journal_lines WHERE entry_id = ${entry}; DELETE FROM journal_entries WHERE kind = 'stock-count'`,
  ],
  ['documents-moved', `UPDATE stocktake_differences SET unknown_milli = 1000 WHERE ${plate}`],
  ['documents-moved', `DELETE FROM stock_moves WHERE to_place = 'difference'`],
  ['months-closed', `INSERT INTO month_closings VALUES ('2026-11', 1, '')`],
])('%s finds: %s', async (check, statements) => {
  expect(await failingChecks(file, statements)).toContain(check);
});
