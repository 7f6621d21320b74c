import type { Orm } from '../open.ts';

/** What a code is of. */
export type CodeOwner = {
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly by: 'code' | 'barcode' | 'serial' | 'batch';
};
type Happened = {
  readonly at: string;
  readonly day: string;
  readonly document: string;
  readonly quantityMilli: number;
  readonly detail: string | null;
};
export type MovedGoods = Happened & {
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly fromValueCents: number;
  readonly toValueCents: number;
};
/** `what` is a word of the contract. */
export type ToldGoods = Happened & { readonly what: string; readonly valueCents: number | null };

type OfProduct = { readonly productId: number; readonly limit: number };
type OfUnit = { readonly productId: number; readonly code: string };

const customerOf = 'LEFT JOIN customers c ON c.id = s.customer_id';
const customer = 'coalesce(c.name, c.code, c.phone)';
const soldHow = "iif(s.origin = 'desk', 'sold', 'sold-elsewhere')";

/** All that is known of an item or of one unit, each source newest first. */
export function stockHistoryReads({ $client: raw }: Orm) {
  // A number of a unit may be of several items; those that came, were sold or came back under it are found by their indexes.
  const owners = raw.prepare<{ code: string }, CodeOwner>(`
    SELECT p.id AS productId, p.sku, p.name, f.by FROM (
      SELECT id, 'code' AS by FROM products WHERE sku = @code
      UNION SELECT product_id, 'barcode' FROM product_barcodes WHERE code = @code
      UNION SELECT l.product_id, u.kind FROM goods_receipt_units u JOIN goods_receipt_lines l ON l.id = u.goods_receipt_line_id WHERE u.code = @code
      UNION SELECT l.product_id, u.kind FROM sale_units u JOIN sale_lines l ON l.id = u.sale_line_id JOIN sales s ON s.id = l.sale_id
        WHERE u.code = @code AND s.withdrawn = 0
      UNION SELECT l.product_id, 'serial' FROM receipts a JOIN return_lines l ON l.id = a.return_line_id WHERE a.serial = @code
    ) f JOIN products p ON p.id = f.id ORDER BY f.by = 'code' DESC, f.by = 'barcode' DESC, p.sku`);
  return { owners: (code: string) => owners.all({ code }), ...ofProduct(raw), ...ofUnit(raw) };
}

function ofProduct(raw: Orm['$client']) {
  const moves = raw.prepare<OfProduct, MovedGoods>(`
    SELECT m.at, m.day, m.document, m.quantity_milli AS quantityMilli, m.from_place AS fromPlace, m.to_place AS toPlace,
      m.from_value_cents AS fromValueCents, m.to_value_cents AS toValueCents,
      CASE WHEN m.to_place = 'customer' AND m.from_place = 'shelf' THEN (SELECT ${customer} FROM sales s ${customerOf} WHERE s.number = m.document AND s.withdrawn = 0)
        WHEN m.from_place = 'supplier' OR m.to_place = 'supplier' THEN coalesce(
          (SELECT s.name FROM goods_receipts g JOIN suppliers s ON s.id = g.supplier_id WHERE g.number = m.document),
          (SELECT s.name FROM supplier_claims g JOIN suppliers s ON s.id = g.supplier_id WHERE g.number = m.document))
        WHEN m.from_place = 'difference' OR m.to_place = 'difference' THEN (SELECT d.reason FROM stocktakes t JOIN stocktake_differences d
          ON d.stocktake_id = t.id AND d.product_id = m.product_id WHERE t.number = m.document)
        WHEN m.to_place = 'returns' THEN (SELECT l.reason FROM returns r JOIN return_lines l ON l.return_id = r.id AND l.product_id = m.product_id
          WHERE r.number = m.document AND r.withdrawn = 0 LIMIT 1)
        ELSE m.to_place END AS detail
    FROM stock_moves m WHERE m.product_id = @productId ORDER BY m.day DESC, m.id DESC LIMIT @limit`);
  const told = raw.prepare<OfProduct, ToldGoods>(`
    SELECT * FROM (SELECT s.sold_at AS at, s.day, ${soldHow} AS what, s.number AS document, l.quantity_milli AS quantityMilli, NULL AS valueCents, ${customer} AS detail
      FROM sale_lines l JOIN sales s ON s.id = l.sale_id ${customerOf}
      WHERE l.product_id = @productId AND s.booked = 0 AND s.withdrawn = 0 ORDER BY l.sale_id DESC LIMIT @limit)
    UNION ALL SELECT * FROM (SELECT r.opened_at, r.day, 'returned', r.number, l.requested_milli, NULL, l.reason
      FROM return_lines l JOIN returns r ON r.id = l.return_id
      WHERE l.product_id = @productId AND r.origin = 'import' AND r.withdrawn = 0 ORDER BY l.id DESC LIMIT @limit)
    UNION ALL SELECT * FROM (SELECT adjusted_at, day, 'adjusted', number, quantity_milli, NULL, note
      FROM stock_adjustments WHERE product_id = @productId AND withdrawn = 0 ORDER BY id DESC LIMIT @limit)`);
  return {
    moves: (asked: OfProduct) => moves.all(asked),
    /** What files and sales that are booked elsewhere say: it moved nothing here. */
    told: (asked: OfProduct) => told.all(asked),
  };
}

/** Of units that are told apart; of a line with several serial numbers nobody knows which of them was graded how. */
function ofUnit(raw: Orm['$client']) {
  const ownLines = `return_lines l JOIN returns r ON r.id = l.return_id AND r.withdrawn = 0
    WHERE l.product_id = @productId AND (l.batch = @code OR l.serial = @code
      OR (l.requested_milli = 1000 AND EXISTS (SELECT 1 FROM receipts a WHERE a.return_line_id = l.id AND a.serial = @code)))`;
  const units = raw.prepare<OfUnit, ToldGoods>(`
    SELECT g.at, g.day, iif(g.kind = 'opening', 'opening', 'received') AS what, g.number AS document, u.quantity_milli AS quantityMilli,
      NULL AS valueCents, s.name AS detail
    FROM goods_receipt_units u JOIN goods_receipt_lines l ON l.id = u.goods_receipt_line_id JOIN goods_receipts g ON g.id = l.goods_receipt_id
      LEFT JOIN suppliers s ON s.id = g.supplier_id WHERE u.code = @code AND l.product_id = @productId
    UNION ALL SELECT v.at, v.day, 'voided', v.number, -u.quantity_milli, NULL, v.note
      FROM goods_receipt_units u JOIN goods_receipt_lines l ON l.id = u.goods_receipt_line_id JOIN goods_receipts v ON v.voids_id = l.goods_receipt_id
      WHERE u.code = @code AND l.product_id = @productId
    UNION ALL SELECT s.sold_at, s.day, ${soldHow}, s.number, -u.quantity_milli, NULL, ${customer}
      FROM sale_units u JOIN sale_lines l ON l.id = u.sale_line_id JOIN sales s ON s.id = l.sale_id ${customerOf}
      WHERE u.code = @code AND l.product_id = @productId AND s.withdrawn = 0
    UNION ALL SELECT e.at, e.day, 'returned', r.number, a.quantity_milli, a.value_cents, l.reason
      FROM return_lines l JOIN returns r ON r.id = l.return_id AND r.withdrawn = 0 JOIN receipts a ON a.return_line_id = l.id
        JOIN journal_of_events e ON e.seq = a.event_seq
      WHERE l.product_id = @productId AND (a.serial = @code OR (a.serial IS NULL AND l.serial = @code) OR l.batch = @code)
    UNION ALL SELECT i.at, e.day, 'graded', o.number, i.quantity_milli, i.value_cents, i.grade || ' ' || i.disposition
      FROM (SELECT l.id, r.number FROM ${ownLines}) o JOIN inspections i ON i.return_line_id = o.id JOIN journal_of_events e ON e.seq = i.event_seq
    UNION ALL SELECT x.at, x.day, 'repaired', t.number, t.quantity_milli, x.value_cents, x.grade || ' ' || x.disposition
      FROM (SELECT l.id FROM ${ownLines}) o JOIN repair_tickets t ON t.return_line_id = o.id JOIN repair_outcomes x ON x.ticket_id = t.id`);
  return { units: (asked: OfUnit) => units.all(asked) };
}
