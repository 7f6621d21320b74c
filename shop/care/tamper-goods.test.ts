import { beforeAll, describe, expect, test, vi } from 'vitest';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const numbered = (kind: string, order = 'min'): string =>
  `(SELECT ${order}(id) FROM goods_receipts WHERE kind = '${kind}')`;
const received = numbered('received');
const opening = numbered('opening');
const voided = '(SELECT id FROM goods_receipts WHERE voids_id IS NOT NULL)';
const entry = (kind: string): string => `(SELECT max(id) FROM journal_entries WHERE kind = '${kind}')`;
const without = (kind: string): string =>
  `DELETE FROM journal_lines WHERE entry_id = ${entry(kind)}; DELETE FROM journal_entries WHERE id = ${entry(kind)}`;

describe('goods that came and do not fit their documents or the ledgers are found by their own check', () => {
  test.each([
    ['documents-present', `UPDATE goods_receipts SET day = '2026-11-17' WHERE id = ${received}`],
    ['documents-present', `UPDATE goods_receipts SET kind = 'received', paid_by = 'cash' WHERE id = ${opening}`],
    ['documents-posted', `UPDATE goods_receipts SET tax_cents = tax_cents + 1 WHERE id = ${received}`],
    ['documents-posted', `UPDATE goods_receipts SET paid_by = 'bank' WHERE id = ${received}`],
    ['documents-posted', without('goods-received')],
    ['documents-posted', without('goods-received-void')],
    ['documents-posted', without('opening-stock')],
    ['documents-moved', `UPDATE goods_receipt_lines SET quantity_milli = quantity_milli + 1 WHERE id = 1`],
    ['documents-moved', `UPDATE goods_receipt_lines SET value_cents = value_cents + 1 WHERE id = 1`],
    ['documents-moved', `DELETE FROM goods_receipt_lines WHERE goods_receipt_id = ${voided}`],
    [
      'documents-moved',
      `DELETE FROM stock_moves WHERE from_place = 'supplier' AND id = (SELECT max(id) FROM stock_moves WHERE from_place = 'supplier')`,
    ],
    ['goods-receipts', `UPDATE goods_receipt_lines SET value_cents = value_cents + 1 WHERE id = 1`],
    ['goods-receipts', `UPDATE goods_receipts SET value_cents = value_cents + 1 WHERE id = ${received}`],
    ['goods-receipts', `UPDATE goods_receipts SET tax_cents = 0 WHERE id = ${voided}`],
    ['goods-receipts', `UPDATE goods_receipts SET voids_id = ${opening} WHERE id = ${voided}`],
    [
      'goods-receipts',
      `UPDATE goods_receipt_lines SET quantity_milli = quantity_milli + 1 WHERE goods_receipt_id = ${voided}`,
    ],
    ['goods-receipts', `UPDATE goods_receipt_units SET quantity_milli = quantity_milli + 1 WHERE kind = 'batch'`],
    [
      'goods-receipts',
      `UPDATE goods_receipt_lines SET product_id = (SELECT min(product_id) FROM goods_receipt_lines WHERE goods_receipt_id = ${opening}) WHERE goods_receipt_id = ${opening}`,
    ],
    ['barcodes', `UPDATE product_barcodes SET code = 'CUP'`],
    ['months-closed', `UPDATE goods_receipts SET day = '2026-10-15' WHERE id = ${received}`],
  ])('%s: %s', async (check, statements) => {
    expect(await failingChecks(file, statements)).toContain(check);
  });
});
