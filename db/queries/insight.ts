import type { Orm } from '../open.ts';
import { one, type Period } from './months.ts';

/** Sales of a period, and what of them has come back until now. */
export type SoldTotals = {
  readonly paidCents: number;
  readonly quantityMilli: number;
  readonly returnedMilli: number;
  readonly creditedCents: number;
};
export type BackTotals = { readonly milli: number; readonly cents: number };
export type BackByReason = BackTotals & { readonly reason: string };
export type BackBySku = BackTotals & { readonly sku: string; readonly name: string };
export type PaidCase = { readonly requestedOn: string; readonly paidOn: string };
export type Losses = { readonly writeDownCents: number; readonly scrapCents: number };

/** What came back in a period: lines of returns read from files by the return's day, lines credited here by the credit note's. */
const back = `
  SELECT l.product_id, l.reason, l.requested_milli AS milli, coalesce(l.file_amount_cents, 0) AS cents
  FROM returns r JOIN return_lines l ON l.return_id = r.id WHERE r.origin = 'import' AND r.withdrawn = 0 AND r.stage = 'closed' AND r.day BETWEEN @from AND @to
  UNION ALL
  SELECT l.product_id, l.reason, c.quantity_milli, c.goods_cents + c.tax_cents - c.fee_cents
  FROM credit_notes n JOIN credit_note_lines c ON c.credit_note_id = n.id JOIN return_lines l ON l.id = c.return_line_id
  WHERE n.day BETWEEN @from AND @to`;

export function insightReads({ $client: raw }: Orm) {
  const sold = raw.prepare<Period, SoldTotals>(`
    SELECT coalesce(sum(l.paid_cents), 0) AS paidCents, coalesce(sum(l.quantity_milli), 0) AS quantityMilli,
      coalesce(sum(l.returned_milli), 0) AS returnedMilli, coalesce(sum(l.credited_cents), 0) AS creditedCents
    FROM sales s JOIN sale_lines l ON l.sale_id = s.id WHERE s.day BETWEEN @from AND @to AND s.withdrawn = 0`);
  const returned = raw.prepare<Period, BackTotals>(`
    SELECT coalesce(sum(milli), 0) AS milli, coalesce(sum(cents), 0)
      + (SELECT coalesce(sum(delivery_cents), 0) FROM credit_notes WHERE day BETWEEN @from AND @to) AS cents FROM (${back})`);
  const byReason = raw.prepare<Period, BackByReason>(`
    SELECT reason, sum(milli) AS milli, sum(cents) AS cents FROM (${back}) GROUP BY reason ORDER BY 3 DESC, 2 DESC, reason`);
  const bySku = raw.prepare<Period, BackBySku>(`
    SELECT p.sku, p.name, sum(b.milli) AS milli, sum(b.cents) AS cents FROM (${back}) b JOIN products p ON p.id = b.product_id
    GROUP BY b.product_id ORDER BY 4 DESC, 3 DESC, p.sku`);
  const paidCases = raw.prepare<Period, PaidCase>(`
    SELECT r.day AS requestedOn, max(p.day) AS paidOn
    FROM returns r JOIN credit_notes n ON n.return_id = r.id JOIN payouts p ON p.credit_note_id = n.id
    WHERE r.id IN (SELECT n.return_id FROM payouts p JOIN credit_notes n ON n.id = p.credit_note_id WHERE p.day BETWEEN @from AND @to)
      AND r.stage IN ('settled', 'closed') AND p.amount_cents > 0
      AND NOT EXISTS (SELECT 1 FROM payouts v WHERE v.voids_payout_id = p.id)
    GROUP BY r.id HAVING max(p.day) BETWEEN @from AND @to`);
  const losses = raw.prepare<Period, Losses>(`
    SELECT coalesce(sum(CASE WHEN to_place IN ('shelf', 'returns', 'repair', 'supplier-shelf') THEN from_value_cents - to_value_cents END), 0)
        AS writeDownCents,
      coalesce(sum(CASE WHEN to_place = 'scrapped' THEN from_value_cents END), 0) AS scrapCents
    FROM stock_moves
    WHERE day BETWEEN @from AND @to AND from_place IN ('shelf', 'returns', 'repair', 'supplier-shelf') AND from_place <> to_place`);
  return {
    sold: (period: Period) => one(sold.get(period)),
    returned: (period: Period) => one(returned.get(period)),
    byReason: (period: Period) => byReason.all(period),
    bySku: (period: Period) => bySku.all(period),
    /** Cases paid out in full whose last payout that stands is of the period. */
    paidCases: (period: Period) => paidCases.all(period),
    losses: (period: Period) => one(losses.get(period)),
  };
}
