import type { Orm } from '../open.ts';
import { prefixEnd } from './search.ts';

type Totals = { readonly count: number; readonly cents: number; readonly lastDay: string | null };
type RecentReturn = {
  readonly returnId: number;
  readonly number: string;
  readonly day: string;
  readonly stage: string;
  readonly goods: string;
};
type RecentSale = {
  readonly saleId: number;
  readonly number: string;
  readonly day: string;
  readonly totalCents: number;
};
type Credit = { readonly code: string; readonly balanceCents: number; readonly expiresOn: string | null };
type Found = {
  readonly id: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly vip: string | null;
};

const counted = "withdrawn = 0 AND stage NOT IN ('draft', 'rejected', 'cancelled')";

/** What is known of one customer, and customers by what a person types. */
export function customerReads({ $client: raw }: Orm) {
  const sales = raw.prepare(
    'SELECT count(*) AS count, coalesce(sum(total_cents), 0) AS cents, max(day) AS lastDay FROM sales WHERE customer_id = ? AND day >= ? AND withdrawn = 0',
  );
  const returned = raw.prepare(
    `SELECT count(*) AS count, coalesce(sum((SELECT sum(credited_cents) FROM return_lines WHERE return_id = r.id)), 0) AS cents,
      max(day) AS lastDay FROM returns r WHERE customer_id = ? AND day >= ? AND ${counted}`,
  );
  const returnsSince = raw
    .prepare(`SELECT count(*) FROM returns WHERE customer_id = ? AND day >= ? AND ${counted}`)
    .pluck();
  const salesSince = raw
    .prepare('SELECT count(*) FROM sales WHERE customer_id = ? AND day >= ? AND withdrawn = 0')
    .pluck();
  const recentReturns = raw.prepare(
    `SELECT id AS returnId, number, day, stage, (SELECT group_concat(name, ' · ') FROM (SELECT p.name FROM return_lines l
        JOIN products p ON p.id = l.product_id WHERE l.return_id = r.id ORDER BY l.line_no LIMIT 3)) AS goods
      FROM returns r WHERE customer_id = @id AND withdrawn = 0
      ORDER BY stage IN ('requested', 'approved', 'received', 'inspected') DESC, day DESC, id DESC LIMIT @limit`,
  );
  const recentSales = raw.prepare(
    'SELECT id AS saleId, number, day, total_cents AS totalCents FROM sales WHERE customer_id = @id AND withdrawn = 0 ORDER BY sold_at DESC, id DESC LIMIT @limit',
  );
  const credits = raw.prepare(
    'SELECT code, balance_cents AS balanceCents, expires_on AS expiresOn FROM store_credits WHERE customer_id = ? AND balance_cents > 0 ORDER BY expires_on IS NULL, expires_on, id',
  );
  const ofSale = raw.prepare('SELECT customer_id FROM sales WHERE id = ? AND withdrawn = 0').pluck();
  const ofReturn = raw.prepare('SELECT customer_id FROM returns WHERE id = ? AND withdrawn = 0').pluck();
  const found = raw.prepare(
    `SELECT id, code, name, phone, vip FROM customers WHERE id IN (
        SELECT id FROM (SELECT id FROM customers WHERE code >= @text AND code < @end LIMIT @limit)
        UNION SELECT id FROM (SELECT id FROM customers WHERE phone >= @text AND phone < @end LIMIT @limit)
        UNION SELECT rowid / 2 FROM (SELECT rowid FROM find_names WHERE find_names MATCH @query AND rowid % 2 = 1 LIMIT @limit))
      ORDER BY code = @text DESC, phone = @text DESC, name = @text DESC, id DESC LIMIT @limit`,
  );
  // The last thousand sales are enough to say who came last; a shop of a million must not be sorted for it.
  const latest = raw.prepare(
    `SELECT c.id, c.code, c.name, c.phone, c.vip FROM (SELECT customer_id, max(day) AS day FROM (SELECT customer_id, day FROM sales WHERE withdrawn = 0 ORDER BY day DESC, id DESC LIMIT 1000)
        WHERE customer_id IS NOT NULL GROUP BY customer_id) s JOIN customers c ON c.id = s.customer_id ORDER BY s.day DESC, c.id DESC LIMIT @limit`,
  );
  const nothing = '"\u{f8ff}"';
  const asNumber = (value: unknown): number | undefined => (value as number | null | undefined) ?? undefined;

  return {
    sales: (id: number, from: string) => sales.get(id, from) as Totals,
    /** Returns that were neither rejected nor cancelled, with what was credited for them. */
    returned: (id: number, from: string) => returned.get(id, from) as Totals,
    countsSince: (id: number, from: string) => ({
      returns: returnsSince.get(id, from) as number,
      sales: salesSince.get(id, from) as number,
    }),
    recentReturns: (id: number, limit: number) => recentReturns.all({ id, limit }) as RecentReturn[],
    recentSales: (id: number, limit: number) => recentSales.all({ id, limit }) as RecentSale[],
    credits: (id: number) => credits.all(id) as Credit[],
    ofSale: (saleId: number) => asNumber(ofSale.get(saleId)),
    ofReturn: (returnId: number) => asNumber(ofReturn.get(returnId)),
    found: ({ text, query, limit }: { text: string; query: string | undefined; limit: number }) =>
      found.all({ text, end: prefixEnd(text), query: query ?? nothing, limit }) as Found[],
    latest: (limit: number) => latest.all({ limit }) as Found[],
  };
}
