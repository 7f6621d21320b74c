import { receiptStands } from './goods-receipts.ts';

const lines = `goods_receipts g JOIN goods_receipt_lines l ON l.goods_receipt_id = g.id`;
const sameLine = `o.line_no = l.line_no AND o.product_id = l.product_id AND o.quantity_milli = l.quantity_milli
  AND o.unknown_milli = l.unknown_milli AND o.value_cents = l.value_cents`;

/** The checks of goods that came, and of the codes they are scanned by. One row `what` per offender; none is right. */
export const goodsReceiptChecks = {
  'goods-receipts': `SELECT g.number AS what FROM goods_receipts g
      LEFT JOIN (SELECT goods_receipt_id, sum(value_cents) AS value FROM goods_receipt_lines GROUP BY 1) l ON l.goods_receipt_id = g.id
      WHERE g.value_cents IS NOT l.value
    UNION SELECT v.number FROM goods_receipts v JOIN goods_receipts g ON g.id = v.voids_id
      WHERE g.voids_id IS NOT NULL OR v.kind <> g.kind OR v.value_cents <> g.value_cents OR v.tax_cents <> g.tax_cents
        OR v.supplier_id IS NOT g.supplier_id OR v.paid_by IS NOT g.paid_by OR v.day < g.day
        OR (SELECT count(*) FROM goods_receipt_lines l JOIN goods_receipt_lines o ON o.goods_receipt_id = g.id AND ${sameLine}
          WHERE l.goods_receipt_id = v.id) * 2 <> (SELECT count(*) FROM goods_receipt_lines WHERE goods_receipt_id IN (v.id, g.id))
    UNION SELECT g.number || ' / ' || l.line_no FROM ${lines} JOIN goods_receipt_units u ON u.goods_receipt_line_id = l.id
      GROUP BY l.id HAVING sum(u.quantity_milli) > l.quantity_milli OR max(u.kind) <> min(u.kind)
    UNION SELECT p.sku FROM ${lines} JOIN products p ON p.id = l.product_id WHERE g.kind = 'opening' AND ${receiptStands}
      GROUP BY p.id HAVING count(*) > 1`,

  barcodes: `SELECT b.code || ' · ' || p.sku AS what FROM product_barcodes b JOIN products p ON p.sku = b.code WHERE p.id <> b.product_id
    UNION SELECT code FROM product_barcodes b WHERE NOT EXISTS (SELECT 1 FROM products p WHERE p.id = b.product_id)`,
} as const;
