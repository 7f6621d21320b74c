import type { Orm } from '../open.ts';

export type FoundSale = {
  readonly saleId: number;
  readonly number: string;
  readonly soldAt: string;
  readonly customerName: string | null;
  readonly customerCode: string | null;
  readonly totalCents: number;
  readonly lineCount: number;
  readonly returned: number;
};

const saleColumns = `s.id AS saleId, s.number, s.sold_at AS soldAt, c.name AS customerName, c.code AS customerCode,
  s.total_cents AS totalCents, (SELECT count(*) FROM sale_lines WHERE sale_id = s.id) AS lineCount,
  EXISTS (SELECT 1 FROM sale_lines WHERE sale_id = s.id AND returned_milli > 0) AS returned`;

/** The highest text that begins with a prefix: prefixes are found as a range, which an index serves; LIKE does not (DESIGN §11). */
export function prefixEnd(text: string): string {
  return `${text}\u{10ffff}`;
}

export function searchReads({ $client: raw }: Orm) {
  const newest = raw.prepare(
    `SELECT ${saleColumns} FROM sales s LEFT JOIN customers c ON c.id = s.customer_id WHERE s.withdrawn = 0 ORDER BY s.day DESC, s.id DESC LIMIT ?`,
  );
  // A name may be of thousands of sales: each way to find one is cut off on its own, newest first.
  const sales = raw.prepare(`
    WITH names AS MATERIALIZED (SELECT rowid FROM find_names WHERE find_names MATCH @query LIMIT 500),
    found AS (
      SELECT id FROM sales WHERE number >= @text AND number < @end
      UNION SELECT id FROM (SELECT id FROM sales WHERE customer_id IN (SELECT rowid / 2 FROM names WHERE rowid % 2 = 1)
        AND withdrawn = 0 ORDER BY day DESC, id DESC LIMIT @limit)
      UNION SELECT id FROM (SELECT sale_id AS id FROM sale_lines l WHERE product_id IN (SELECT rowid / 2 FROM names WHERE rowid % 2 = 0)
        AND EXISTS (SELECT 1 FROM sales WHERE id = l.sale_id AND withdrawn = 0) ORDER BY sale_id DESC LIMIT @limit)
    )
    SELECT ${saleColumns} FROM found JOIN sales s ON s.id = found.id LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.withdrawn = 0 ORDER BY s.number = @text DESC, s.day DESC, s.id DESC LIMIT @limit`);
  const asked =
    'r.withdrawn = 0 AND (@stage IS NULL OR r.stage = @stage) AND (@from IS NULL OR r.day >= @from) AND (@to IS NULL OR r.day <= @to)';
  const newestReturns = raw.prepare(
    `SELECT r.id FROM returns r WHERE ${asked} ORDER BY r.day DESC, r.id DESC LIMIT @limit`,
  );
  // A return read from a file is of no one sale: it is found through its units. Each way to find one is cut off on its own, newest first.
  const returns = raw.prepare(`
    WITH names AS MATERIALIZED (SELECT rowid FROM find_names WHERE find_names MATCH @query LIMIT 500),
    sold AS MATERIALIZED (SELECT id FROM sales WHERE number >= @text AND number < @end AND withdrawn = 0 LIMIT 500),
    found AS (
      SELECT id FROM (SELECT r.id FROM returns r WHERE r.number >= @text AND r.number < @end AND ${asked} ORDER BY r.number DESC LIMIT @limit)
      UNION SELECT r.id FROM returns r WHERE r.waybill = @text AND ${asked}
      UNION SELECT r.id FROM sold s JOIN returns r ON r.sale_id = s.id WHERE ${asked}
      UNION SELECT r.id FROM sold s JOIN returns r ON r.matched_sale_id = s.id WHERE ${asked}
      UNION SELECT r.id FROM sold s JOIN sale_lines sl ON sl.sale_id = s.id JOIN return_links k ON k.sale_line_id = sl.id
        JOIN return_lines l ON l.id = k.return_line_id JOIN returns r ON r.id = l.return_id WHERE ${asked}
      UNION SELECT id FROM (SELECT r.id FROM returns r WHERE r.customer_id IN (SELECT rowid / 2 FROM names WHERE rowid % 2 = 1)
        AND ${asked} ORDER BY r.day DESC, r.id DESC LIMIT @limit)
      UNION SELECT id FROM (SELECT DISTINCT r.id, r.day FROM return_lines l JOIN returns r ON r.id = l.return_id
        WHERE l.product_id IN (SELECT rowid / 2 FROM names WHERE rowid % 2 = 0) AND ${asked} ORDER BY r.day DESC, r.id DESC LIMIT @limit)
    )
    SELECT r.id FROM found JOIN returns r ON r.id = found.id ORDER BY r.day DESC, r.id DESC LIMIT @limit`);
  // Nothing to look for in names: a query that FTS accepts and nothing answers.
  const nothing = '"\u{f8ff}"';

  return {
    newestSales: (limit: number) => newest.all(limit) as FoundSale[],
    sales: ({ text, query, limit }: { text: string; query: string | undefined; limit: number }) =>
      sales.all({ text, end: prefixEnd(text), query: query ?? nothing, limit }) as FoundSale[],
    returns: ({
      text,
      query,
      ...asked
    }: {
      text: string;
      query: string | undefined;
      stage: string | null;
      from: string | null;
      to: string | null;
      limit: number;
    }): number[] => {
      const rows =
        text === ''
          ? newestReturns.all(asked)
          : returns.all({ ...asked, text, end: prefixEnd(text), query: query ?? nothing });
      return (rows as { id: number }[]).map(({ id }) => id);
    },
  };
}
