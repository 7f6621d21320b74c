import { beforeAll, expect, test, vi } from 'vitest';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const entry = (kind: string): string => `(SELECT max(id) FROM journal_entries WHERE kind = '${kind}')`;
const without = (kind: string): string =>
  `DELETE FROM journal_lines WHERE entry_id = ${entry(kind)}; DELETE FROM journal_entries WHERE id = ${entry(kind)}`;

/** The cash sale after the drawer was opened. */
const mugSale = `SELECT s.id FROM sales s JOIN sale_lines l ON l.sale_id = s.id JOIN products p ON p.id = l.product_id
  WHERE p.sku = 'MUG' AND s.sold_at = '2026-11-18T03:00:00.000Z'`;

test.each([
  ['drawer', 'UPDATE drawer_counts SET expected_cents = expected_cents + 1 WHERE id = 2'],
  ['drawer', 'UPDATE drawer_counts SET counted_cents = counted_cents + 1 WHERE id = 1'],
  ['drawer', `UPDATE drawer_moves SET cents = cents + 1 WHERE kind = 'takings'`],
  ['drawer', `UPDATE drawer_moves SET kind = 'put-in' WHERE kind = 'taken-out' AND booked = 0`],
  ['drawer', `DELETE FROM drawer_moves WHERE booked = 0`],
  ['drawer', `UPDATE sale_tenders SET tender = 'card' WHERE sale_id = (${mugSale})`],
  ['drawer', `UPDATE sales SET sold_at = '2026-11-19T03:00:00.000Z' WHERE sold_at = '2026-11-17T03:00:00.000Z'`],
  ['drawer', `UPDATE sales SET sold_at = '2026-11-17T03:00:00.000Z' WHERE id = (${mugSale})`],
  ['documents-posted', 'UPDATE drawer_counts SET counted_cents = counted_cents + 1 WHERE id = 3'],
  ['documents-posted', `UPDATE drawer_moves SET cents = cents + 1 WHERE kind = 'to-bank'`],
  ['documents-posted', `UPDATE drawer_moves SET booked = 1 WHERE kind = 'taken-out'`],
  ['documents-posted', without('drawer-difference')],
  ['documents-posted', without('drawer-move')],
  ['documents-present', `UPDATE drawer_counts SET day = '2026-11-17'`],
  ['documents-present', `DELETE FROM drawer_moves WHERE id = 1`],
  ['months-closed', `UPDATE drawer_counts SET day = '2026-10-17'`],
  ['months-closed', `UPDATE drawer_moves SET day = '2026-10-17'`],
])('%s finds: %s', async (check, statements) => {
  expect(await failingChecks(file, statements)).toContain(check);
});
