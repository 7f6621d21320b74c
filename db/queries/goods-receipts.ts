import type { Orm } from '../open.ts';
import type { goodsReceiptLines, goodsReceipts, goodsReceiptUnits } from '../schema/stock-book.ts';

export type GoodsReceiptRow = Omit<typeof goodsReceipts.$inferSelect, 'eventSeq'> & {
  readonly supplierName: string | null;
  readonly voids: string | null;
  readonly voidedBy: string | null;
};
export type GoodsReceiptLineRow = Pick<
  typeof goodsReceiptLines.$inferSelect,
  'id' | 'lineNo' | 'productId' | 'quantityMilli' | 'unknownMilli' | 'valueCents'
> & { readonly sku: string; readonly name: string; readonly spec: string | null; readonly unit: string | null };
type UnitColumn = 'kind' | 'code' | 'quantityMilli' | 'expiresOn';
export type GoodsReceiptUnitRow = Pick<typeof goodsReceiptUnits.$inferSelect, UnitColumn> & { readonly lineNo: number };
export type ListedReceipt = GoodsReceiptRow & { readonly lineCount: number; readonly quantityMilli: number };

const columns = `g.id, g.number, g.kind, g.supplier_id AS supplierId, g.paid_by AS paidBy, g.value_cents AS valueCents,
  g.tax_cents AS taxCents, g.reference, g.day, g.voids_id AS voidsId, g.note, g.at, g.person, s.name AS supplierName,
  o.number AS voids, v.number AS voidedBy`;
const documents = `goods_receipts g LEFT JOIN suppliers s ON s.id = g.supplier_id
  LEFT JOIN goods_receipts o ON o.id = g.voids_id LEFT JOIN goods_receipts v ON v.voids_id = g.id`;

/** Of a document `g`: it is no void, and was not voided. */
export const receiptStands =
  'g.voids_id IS NULL AND NOT EXISTS (SELECT 1 FROM goods_receipts v WHERE v.voids_id = g.id)';

/** Goods that came: what is on each document, and whether a unit is in the shop. */
export function goodsReceiptReads({ $client: raw }: Orm) {
  const byNumber = raw.prepare<[string], GoodsReceiptRow>(`SELECT ${columns} FROM ${documents} WHERE g.number = ?`);
  const lines = raw.prepare<[number], GoodsReceiptLineRow>(`
    SELECT l.id, l.line_no AS lineNo, l.product_id AS productId, l.quantity_milli AS quantityMilli,
      l.unknown_milli AS unknownMilli, l.value_cents AS valueCents, p.sku, p.name, p.spec, p.unit
    FROM goods_receipt_lines l JOIN products p ON p.id = l.product_id WHERE l.goods_receipt_id = ? ORDER BY l.line_no`);
  const units = raw.prepare<[number], GoodsReceiptUnitRow>(`
    SELECT l.line_no AS lineNo, u.kind, u.code, u.quantity_milli AS quantityMilli, u.expires_on AS expiresOn
    FROM goods_receipt_lines l JOIN goods_receipt_units u ON u.goods_receipt_line_id = l.id
    WHERE l.goods_receipt_id = ? ORDER BY u.id`);
  const opened = raw.prepare<[number], { found: number }>(`
    SELECT 1 AS found FROM goods_receipt_lines l JOIN goods_receipts g ON g.id = l.goods_receipt_id
    WHERE l.product_id = ? AND g.kind = 'opening' AND ${receiptStands} LIMIT 1`);
  const list = raw.prepare<{ kind: string | null; text: string; limit: number }, ListedReceipt>(`
    SELECT ${columns}, (SELECT count(*) FROM goods_receipt_lines WHERE goods_receipt_id = g.id) AS lineCount,
      (SELECT sum(quantity_milli) FROM goods_receipt_lines WHERE goods_receipt_id = g.id) AS quantityMilli
    FROM ${documents} WHERE (@kind IS NULL OR g.kind = @kind) AND (@text = '' OR instr(lower(g.number), @text) > 0
      OR instr(lower(g.reference), @text) > 0 OR instr(lower(s.name), @text) > 0
      OR g.id IN (SELECT goods_receipt_id FROM goods_receipt_lines WHERE product_id IN (
        SELECT id FROM products WHERE instr(lower(sku), @text) > 0 UNION ALL SELECT product_id FROM product_barcodes WHERE code = @text)))
    ORDER BY g.id DESC LIMIT @limit`);
  return {
    byNumber: (number: string) => byNumber.get(number),
    lines: (receiptId: number) => lines.all(receiptId),
    units: (receiptId: number) => units.all(receiptId),
    /** Whether the stock of an item was opened by a document that still stands. */
    isOpened: (productId: number) => opened.get(productId) !== undefined,
    list: (asked: { kind: string | null; text: string; limit: number }) => list.all(asked),
    isHere: serialsHere(raw),
  };
}

/**
 * Whether a serial number is in the shop: it came with goods that were not taken back, or came back with a return and was not sent
 * away or scrapped, and has not been sold since.
 */
function serialsHere(raw: Orm['$client']) {
  const sold = `EXISTS (SELECT 1 FROM sale_units w JOIN sale_lines x ON x.id = w.sale_line_id JOIN sales y ON y.id = x.sale_id
      WHERE w.code = @code AND x.product_id = @productId AND y.withdrawn = 0 AND w.event_seq > u.event_seq)`;
  const gone = `('scrap', 'supplier', 'send-back')`;
  const here = raw.prepare<{ productId: number; code: string }, { found: number }>(`
    SELECT 1 AS found FROM goods_receipt_units u JOIN goods_receipt_lines l ON l.id = u.goods_receipt_line_id
      JOIN goods_receipts g ON g.id = l.goods_receipt_id
      WHERE u.code = @code AND u.kind = 'serial' AND l.product_id = @productId AND ${receiptStands} AND NOT ${sold}
    UNION ALL SELECT 1 FROM receipts u JOIN return_lines l ON l.id = u.return_line_id
      WHERE u.serial = @code AND l.product_id = @productId AND l.sent_back_milli < l.received_milli AND NOT ${sold}
        AND NOT EXISTS (SELECT 1 FROM inspections i WHERE i.return_line_id = l.id AND i.disposition IN ${gone})
        AND NOT EXISTS (SELECT 1 FROM repair_tickets t JOIN repair_outcomes o ON o.ticket_id = t.id
          WHERE t.return_line_id = l.id AND o.disposition IN ${gone}) LIMIT 1`);
  return (productId: number, code: string): boolean => here.get({ productId, code }) !== undefined;
}
