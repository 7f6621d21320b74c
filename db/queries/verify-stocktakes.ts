import { countsWhere, putRightSince } from './stocktakes.ts';

const counts = `(${countsWhere('true')})`;

/** The check of stock counts: their ends and differences are those of what was counted. One row `what` per offender; none is right. */
export const stocktakeChecks = {
  stocktakes: `SELECT t.number AS what FROM stocktakes t LEFT JOIN stocktake_ends e ON e.stocktake_id = t.id
      LEFT JOIN (SELECT stocktake_id, count(*) AS items FROM ${counts} GROUP BY 1) c ON c.stocktake_id = t.id
      LEFT JOIN (SELECT d.stocktake_id, count(*) AS items, sum(c.product_id IS NULL) AS uncounted FROM stocktake_differences d
        LEFT JOIN ${counts} c ON c.stocktake_id = d.stocktake_id AND c.product_id = d.product_id GROUP BY 1) d ON d.stocktake_id = t.id
      WHERE t.open <> (e.id IS NULL) OR (e.outcome IS NOT 'booked' AND d.items > 0)
        OR e.items_counted <> coalesce(c.items, 0) + iif(e.outcome = 'booked', coalesce(d.uncounted, 0), 0)
        OR (e.outcome = 'booked' AND e.items_equal <> e.items_counted - coalesce(d.items, 0))
    UNION SELECT t.number FROM stocktake_counts c JOIN stocktakes t ON t.id = c.stocktake_id JOIN stocktake_ends e ON e.stocktake_id = t.id
      WHERE c.event_seq > e.event_seq
    UNION SELECT t.number || ' · ' || p.sku FROM ${counts} c JOIN stocktakes t ON t.id = c.stocktake_id JOIN products p ON p.id = c.product_id
      JOIN stocktake_ends e ON e.stocktake_id = t.id AND e.outcome = 'booked'
      LEFT JOIN stocktake_differences x ON x.stocktake_id = c.stocktake_id AND x.product_id = c.product_id
      WHERE coalesce(x.counted_milli, c.counted_milli) <> c.counted_milli
        OR coalesce(x.book_milli, c.counted_milli) <> c.book_milli + ${putRightSince({ place: 't.place', count: 't.id', until: 'e.event_seq' })}
    UNION SELECT t.number || ' · ' || p.sku FROM stocktake_differences d JOIN stocktakes t ON t.id = d.stocktake_id JOIN products p ON p.id = d.product_id
      WHERE d.counted_milli <> 0 AND NOT EXISTS (SELECT 1 FROM stocktake_counts c WHERE c.stocktake_id = d.stocktake_id AND c.product_id = d.product_id)`,
} as const;
