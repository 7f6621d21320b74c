import type { Orm } from '../open.ts';
import type { stockBalances } from '../schema/ledgers.ts';
import type { products, suppliers } from '../schema/sales.ts';
import { receiptStands } from './goods-receipts.ts';
import type { Period } from './months.ts';

export type SoldOfProduct = { readonly productId: number; readonly milli: number };
/** What happened to a product's goods in a time beside sales. */
export type MovedOfProduct = {
  readonly productId: number;
  /** Came back to the shelf out of the returns area or from the repair bench; and all that left those two for good. */
  readonly backMilli: number;
  readonly decidedMilli: number;
  /** Came to the shelf from outside. */
  readonly arrivedMilli: number;
};
export type StandingBalance = typeof stockBalances.$inferSelect;
export type LevelProduct = Pick<
  typeof products.$inferSelect,
  'id' | 'sku' | 'name' | 'unit' | 'category' | 'supplierId' | 'minMilli' | 'maxMilli' | 'costE4' | 'expires' | 'twinOf'
>;
export type LevelSupplier = Pick<typeof suppliers.$inferSelect, 'id' | 'name' | 'leadDays'>;
/** A batch with its last day, and how many units of it nobody has seen leave. */
export type ExpiringBatch = { readonly productId: number; readonly expiresOn: string; readonly leftMilli: number };

/** How much of everything there is and how it sells; sums over the whole shop, for a long read. */
export function stockLevelReads({ $client: raw }: Orm) {
  // The order of the joins is said: by the days of the sales, and not product by product through all years.
  const sold = raw.prepare<Period, SoldOfProduct>(`
    SELECT l.product_id AS productId, sum(l.quantity_milli) AS milli FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id
    WHERE s.day BETWEEN @from AND @to AND s.withdrawn = 0 GROUP BY l.product_id`);
  const moved = raw.prepare<Period, MovedOfProduct>(`
    SELECT product_id AS productId,
      sum(iif(from_place IN ('returns', 'repair') AND to_place = 'shelf', quantity_milli, 0)) AS backMilli,
      sum(iif(from_place IN ('returns', 'repair') AND to_place <> 'repair', quantity_milli, 0)) AS decidedMilli,
      sum(iif(from_place IN ('supplier', 'difference') AND to_place = 'shelf', quantity_milli, 0)) AS arrivedMilli
    FROM stock_moves WHERE day BETWEEN @from AND @to AND from_place IN ('returns', 'repair', 'supplier', 'difference') AND from_place <> to_place
    GROUP BY product_id`);
  const returnedElsewhere = raw.prepare<Period, SoldOfProduct>(`
    SELECT l.product_id AS productId, sum(l.received_milli) AS milli FROM returns r CROSS JOIN return_lines l ON l.return_id = r.id
    WHERE r.day BETWEEN @from AND @to AND r.origin = 'import' AND r.withdrawn = 0 GROUP BY l.product_id`);
  const balances = raw.prepare<[], StandingBalance>(`
    SELECT product_id AS productId, place, quantity_milli AS quantityMilli, value_cents AS valueCents, unknown_milli AS unknownMilli
    FROM stock_balances WHERE place IN ('shelf', 'returns', 'repair', 'supplier-shelf') AND quantity_milli > 0`);
  const kept = ['goods_receipt_lines', 'stocktake_differences', 'stocktake_counts'].map((table) =>
    raw.prepare<[], number>(`SELECT DISTINCT product_id FROM ${table}`).pluck(),
  );
  const products = raw.prepare<{ supplierId: number | null; category: string | null }, LevelProduct>(`
    SELECT id, sku, name, unit, category, supplier_id AS supplierId, min_milli AS minMilli, max_milli AS maxMilli, cost_e4 AS costE4, expires,
      twin_of AS twinOf
    FROM products WHERE withdrawn = 0 AND (@supplierId IS NULL OR supplier_id = @supplierId) AND (@category IS NULL OR category = @category)`);
  const suppliers = raw.prepare<[], LevelSupplier>('SELECT id, name, lead_days AS leadDays FROM suppliers');
  const edges = raw.prepare<[], { firstDay: string | null; lastDay: string | null }>(`
    SELECT (SELECT day FROM sales WHERE withdrawn = 0 ORDER BY day, id LIMIT 1) AS firstDay,
      (SELECT day FROM sales WHERE withdrawn = 0 ORDER BY day DESC, id DESC LIMIT 1) AS lastDay`);
  return {
    /** The days of the first and the last sale; NULL in a shop that never sold anything. */
    sellingDays: () => edges.get() ?? { firstDay: null, lastDay: null },
    sold: (period: Period) => sold.all(period),
    moved: (period: Period) => moved.all(period),
    /** What files say came back; where it went nobody here knows. */
    returnedElsewhere: (period: Period) => returnedElsewhere.all(period),
    balances: () => balances.all(),
    /** Products whose stock is kept here: received, opened or counted. */
    kept: () => new Set(kept.flatMap((statement) => statement.all())),
    products: (asked: { supplierId: number | null; category: string | null }) => products.all(asked),
    suppliers: () => suppliers.all(),
    batches: batchReads(raw),
  };
}

export type StockLevelReads = ReturnType<typeof stockLevelReads>;

/** Of a batch that came, what was sold under its number is gone, unless it came back to be sold again. */
function batchReads(raw: Orm['$client']): () => ExpiringBatch[] {
  const gone = `(SELECT coalesce(sum(u.quantity_milli), 0) FROM sale_units u JOIN sale_lines l ON l.id = u.sale_line_id JOIN sales s ON s.id = l.sale_id
    WHERE u.code = b.code AND u.kind = 'batch' AND l.product_id = b.product_id AND s.booked = 1 AND s.withdrawn = 0)`;
  const back = `(SELECT coalesce(sum(i.quantity_milli), 0) FROM return_lines l JOIN inspections i ON i.return_line_id = l.id AND i.disposition = 'resell'
    WHERE l.product_id = b.product_id AND l.batch = b.code AND i.twin_id IS NULL)`;
  const batches = raw.prepare<[], ExpiringBatch>(`
    SELECT product_id AS productId, expires_on AS expiresOn, milli - ${gone} + ${back} AS leftMilli FROM (
      SELECT l.product_id, u.code, min(u.expires_on) AS expires_on, sum(u.quantity_milli) AS milli
      FROM goods_receipt_units u JOIN goods_receipt_lines l ON l.id = u.goods_receipt_line_id JOIN goods_receipts g ON g.id = l.goods_receipt_id
      WHERE u.kind = 'batch' AND u.expires_on IS NOT NULL AND ${receiptStands}
      GROUP BY l.product_id, u.code) b ORDER BY product_id, expires_on DESC`);
  return () => batches.all();
}
