import type { Orm } from '../open.ts';
import type { Period } from './months.ts';

/** A return as it was when it was opened, as far as that can still be told. */
export type PastCase = {
  readonly id: number;
  readonly number: string;
  readonly day: string;
  readonly want: string;
  readonly signedOn: string | null;
  readonly customerId: number | null;
  readonly customer: string | null;
  readonly eventSeq: number;
  readonly person: string;
  readonly saleId: number | null;
  readonly saleDay: string | null;
  readonly channel: string | null;
};
export type PastLine = {
  readonly id: number;
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly tracking: string | null;
  readonly accessories: string | null;
  readonly reason: string;
  readonly requestedMilli: number;
  readonly condition: 'sealed' | 'opened' | 'used' | 'damaged' | null;
  readonly missing: string | null;
  readonly serial: string | null;
  readonly creditedCents: number;
  readonly saleLineId: number | null;
};
export type PastSaleLine = {
  readonly id: number;
  readonly name: string;
  readonly quantityMilli: number;
  readonly returnedMilli: number;
  readonly paidCents: number;
  readonly bundle: string | null;
};

/** The returns of a period with what rules look at. A return read from a file is of the sale that its first line was found in. */
export function policyReplayReads({ $client: raw }: Orm) {
  const count = raw.prepare<Period, { returns: number }>(
    'SELECT count(*) AS returns FROM returns WHERE day BETWEEN @from AND @to AND withdrawn = 0',
  );
  const cases = raw.prepare<Period, PastCase>(`
    SELECT r.id, r.number, r.day, r.want, coalesce(r.signed_on, s.signed_on) AS signedOn, r.customer_id AS customerId,
      coalesce(c.name, c.code, c.phone) AS customer, r.event_seq AS eventSeq, e.person, s.id AS saleId, s.day AS saleDay, s.channel
    FROM returns r JOIN journal_of_events e ON e.seq = r.event_seq LEFT JOIN customers c ON c.id = r.customer_id
      LEFT JOIN sales s ON s.id = coalesce(r.matched_sale_id, r.sale_id, (SELECT sl.sale_id FROM return_lines l
        JOIN return_links k ON k.return_line_id = l.id JOIN sale_lines sl ON sl.id = k.sale_line_id WHERE l.return_id = r.id ORDER BY l.line_no LIMIT 1))
    WHERE r.day BETWEEN @from AND @to AND r.withdrawn = 0 ORDER BY r.day DESC, r.id DESC`);
  const lines = raw.prepare<[number], PastLine>(`
    SELECT l.id, l.product_id AS productId, p.sku, p.name, p.tracking, p.accessories, l.reason, l.requested_milli AS requestedMilli, l.condition,
      l.missing, l.serial, l.credited_cents + coalesce(l.file_amount_cents, 0) AS creditedCents,
      (SELECT min(sale_line_id) FROM return_links WHERE return_line_id = l.id) AS saleLineId
    FROM return_lines l JOIN products p ON p.id = l.product_id WHERE l.return_id = ? ORDER BY l.line_no`);
  const saleLines = raw.prepare<{ saleId: number; before: number }, PastSaleLine>(`
    SELECT s.id, coalesce(s.name, p.name) AS name, s.quantity_milli AS quantityMilli, s.paid_cents AS paidCents, s.bundle,
      (SELECT coalesce(sum(k.quantity_milli - k.released_milli), 0) FROM return_links k JOIN return_lines b ON b.id = k.return_line_id
        JOIN returns r ON r.id = b.return_id AND r.withdrawn = 0 WHERE k.sale_line_id = s.id AND k.return_line_id < @before)
        AS returnedMilli
    FROM sale_lines s JOIN products p ON p.id = s.product_id WHERE s.sale_id = @saleId ORDER BY s.line_no`);
  return {
    count: (period: Period) => count.get(period)?.returns ?? 0,
    /** Newest first. */
    cases: (period: Period) => cases.iterate(period),
    lines: (returnId: number) => lines.all(returnId),
    /** With what had come back before that return line. */
    saleLines: (saleId: number, before: number) => saleLines.all({ saleId, before }),
  };
}
