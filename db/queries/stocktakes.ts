import type { Orm } from '../open.ts';

export type StocktakeRow = {
  readonly id: number;
  readonly number: string;
  readonly day: string;
  readonly place: string;
  readonly blind: number;
  readonly scope: string;
  readonly note: string | null;
  readonly open: number;
  readonly at: string;
  readonly person: string;
  readonly endSeq: number | null;
  readonly outcome: 'booked' | 'cancelled' | null;
  readonly itemsCounted: number | null;
  readonly itemsEqual: number | null;
  readonly endedAt: string | null;
};

export type StocktakeItemRow = {
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly spec: string | null;
  readonly unit: string | null;
  readonly location: string | null;
  /** NULL where nobody counted it. */
  readonly countedMilli: number | null;
  readonly countedAt: string | null;
  /** What the book said at the last count of the item, put right by what other counts have booked since; else what it says now. */
  readonly bookMilli: number;
};

export type BookedDifferenceRow = StocktakeItemRow & {
  readonly unknownMilli: number;
  readonly valueCents: number;
  readonly reason: string;
  readonly note: string | null;
};

/** What of all items belongs to a count; NULL where it does not matter. `skus` is a JSON array. */
export type ScopeAsked = {
  readonly category: string | null;
  readonly supplierId: number | null;
  readonly skus: string | null;
};
type CountsAsked = { readonly id: number; readonly place: string; readonly until: number };

const headColumns = `t.id, t.number, t.day, t.place, t.blind, t.scope, t.note, t.open, t.at, t.person, e.event_seq AS endSeq, e.outcome,
  e.items_counted AS itemsCounted, e.items_equal AS itemsEqual, e.at AS endedAt`;
const heads = 'stocktakes t LEFT JOIN stocktake_ends e ON e.stocktake_id = t.id';
const itemColumns = 'p.id AS productId, p.sku, p.name, p.spec, p.unit, p.location';

/**
 * The products of some counts as they were counted: from the last row that sets on. What was only added and taken back again was not
 * counted. `at`, `book_milli` and `event_seq` are those of the row with the highest id, as SQLite gives bare columns beside one `max`.
 */
export function countsWhere(condition: string): string {
  return `SELECT * FROM (SELECT c.stocktake_id, c.product_id, max(c.id) AS last, c.at, c.book_milli, c.event_seq, s.id AS set_id,
      sum(iif(s.id IS NULL OR c.id >= s.id, c.quantity_milli, 0)) AS counted_milli
    FROM stocktake_counts c LEFT JOIN (SELECT stocktake_id, product_id, max(id) AS id FROM stocktake_counts c
      WHERE mode = 'set' AND ${condition} GROUP BY 1, 2) s ON s.stocktake_id = c.stocktake_id AND s.product_id = c.product_id
    WHERE ${condition} GROUP BY c.stocktake_id, c.product_id) WHERE set_id IS NOT NULL OR counted_milli <> 0`;
}

/**
 * What other counts of the place have put right in the book since an item (`c`) was counted, until an event: that is no trade, and would be
 * booked twice.
 */
export function putRightSince({ place, count, until }: Readonly<Record<'place' | 'count' | 'until', string>>): string {
  return `(SELECT coalesce(sum(d.counted_milli - d.book_milli), 0) FROM stocktake_differences d
      JOIN stocktakes o ON o.id = d.stocktake_id AND o.place = ${place} AND o.id <> ${count}
    WHERE d.product_id = c.product_id AND d.event_seq > c.event_seq AND d.event_seq < ${until})`;
}

export function stocktakeReads({ $client: raw }: Orm) {
  const byNumber = raw.prepare<[string], StocktakeRow>(`SELECT ${headColumns} FROM ${heads} WHERE t.number = ?`);
  const listed = raw.prepare<{ limit: number }, StocktakeRow>(
    `SELECT ${headColumns} FROM ${heads} ORDER BY t.open DESC, t.id DESC LIMIT @limit`,
  );
  return {
    byNumber: (number: string) => byNumber.get(number),
    /** Open ones first, then the newest. */
    list: (limit: number) => listed.all({ limit }),
    ...itemReads(raw),
  };
}

function itemReads(raw: Orm['$client']) {
  const counted = raw.prepare<CountsAsked, StocktakeItemRow>(
    `SELECT ${itemColumns}, c.counted_milli AS countedMilli, c.at AS countedAt, c.book_milli + ${putRightSince({ place: '@place', count: '@id', until: '@until' })} AS bookMilli
     FROM (${countsWhere('c.stocktake_id = @id')}) c JOIN products p ON p.id = c.product_id ORDER BY p.sku`,
  );
  const countedOf = raw
    .prepare<{ id: number; productId: number }, number>(
      `SELECT counted_milli FROM (${countsWhere('c.stocktake_id = @id AND c.product_id = @productId')})`,
    )
    .pluck();
  const scoped = raw.prepare<ScopeAsked & { place: string }, StocktakeItemRow>(
    `SELECT ${itemColumns}, NULL AS countedMilli, NULL AS countedAt, coalesce(b.quantity_milli, 0) AS bookMilli
     FROM products p LEFT JOIN stock_balances b ON b.product_id = p.id AND b.place = @place
     WHERE (@category IS NULL OR p.category = @category) AND (@supplierId IS NULL OR p.supplier_id = @supplierId)
       AND (b.quantity_milli > 0 OR @skus IS NOT NULL) AND (@skus IS NULL OR p.sku IN (SELECT value FROM json_each(@skus)))
     ORDER BY p.sku`,
  );
  const booked = raw.prepare<[number], BookedDifferenceRow>(
    `SELECT ${itemColumns}, d.counted_milli AS countedMilli, NULL AS countedAt, d.book_milli AS bookMilli, d.unknown_milli AS unknownMilli,
       d.value_cents AS valueCents, d.reason, d.note
     FROM stocktake_differences d JOIN products p ON p.id = d.product_id WHERE d.stocktake_id = ? ORDER BY p.sku`,
  );
  const bookedCents = raw
    .prepare<[number], number>(
      'SELECT coalesce(sum(iif(counted_milli < book_milli, -value_cents, value_cents)), 0) FROM stocktake_differences WHERE stocktake_id = ?',
    )
    .pluck();
  return {
    /** What was counted until an event. */
    counted: (asked: CountsAsked) => counted.all(asked),
    /** Nothing where nobody counted it. */
    countedMilli: (id: number, productId: number) => countedOf.get({ id, productId }) ?? 0,
    /** What belongs to a count by the book and by its scope, counted or not. */
    inScope: (asked: ScopeAsked & { place: string }) => scoped.all(asked),
    differences: (id: number) => booked.all(id),
    /** Of all differences booked: what was too little is negative. */
    differenceCents: (id: number) => bookedCents.get(id) ?? 0,
  };
}
