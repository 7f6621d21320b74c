import type { Orm } from '../open.ts';
import { broughtIn } from './drawer.ts';
import { claimsAtMonthEnd, tiedByClosing } from './month-balances.ts';
import type { Period } from './months.ts';

export type StoreCreditOfMonth = {
  readonly code: string;
  readonly day: string;
  readonly expiresOn: string | null;
  readonly customer: string | null;
  readonly issuedCents: number;
  readonly usedCents: number;
  readonly lapsedCents: number;
  readonly balanceCents: number;
};
export type ClaimOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly supplier: string;
  readonly dueOn: string | null;
  readonly valueCents: number;
  readonly claimedCents: number;
  readonly paidCents: number;
  readonly closedOn: string | null;
  readonly lostCents: number;
  readonly leftCents: number;
};
export type DrawerRowOfMonth = {
  readonly number: string;
  readonly day: string;
  readonly kind: string;
  /** What a move brought in; NULL for a count. */
  readonly movedCents: number | null;
  readonly booked: number | null;
  readonly expectedCents: number | null;
  readonly countedCents: number | null;
  readonly differenceCents: number | null;
  readonly note: string | null;
};
export type WalletRowOfMonth = {
  readonly wallet: string;
  readonly payout: string | null;
  readonly day: string | null;
  readonly amountCents: number | null;
  readonly reference: string | null;
  readonly billDay: string | null;
  readonly billReference: string | null;
  readonly billCents: number | null;
};

/** What there is at the end of a month beside stock, and how cash and wallets were checked, in the order it is written. */
export function monthListReads({ $client: raw }: Orm) {
  const rows = <Row>(sql: string) => {
    const statement = raw.prepare<Period, Row>(sql);
    // As in the other sheets, the statement starts with the first row that is asked for.
    return function* (period: Period): Generator<Row> {
      yield* statement.iterate(period);
    };
  };
  return {
    storeCredits: rows<StoreCreditOfMonth>(`
      SELECT k.code, k.day, k.expires_on AS expiresOn, coalesce(c.name, c.code, c.phone) AS customer,
        sum(iif(e.kind = 'issued' OR e.payout_id IS NOT NULL, e.cents, 0)) AS issuedCents,
        -sum(iif(e.kind = 'used', e.cents, 0)) AS usedCents,
        -sum(iif(e.kind IN ('expired', 'voided') AND e.payout_id IS NULL, e.cents, 0)) AS lapsedCents, sum(e.cents) AS balanceCents
      FROM store_credits k JOIN store_credit_events e ON e.store_credit_id = k.id LEFT JOIN customers c ON c.id = k.customer_id
      WHERE e.day <= @to GROUP BY k.id HAVING sum(e.cents) <> 0 ORDER BY k.id`),
    claims: rows<ClaimOfMonth>(`
      SELECT c.number, c.day, s.name AS supplier, c.dueOn, c.valueCents, c.claimedCents, c.paidCents, c.closedOn,
        iif(c.closedOn IS NULL, 0, max(0, c.valueCents - c.paidCents)) AS lostCents, c.leftCents
      FROM (${claimsAtMonthEnd}) c JOIN suppliers s ON s.id = c.supplierId
      WHERE c.closedOn IS NULL OR c.closedOn >= @from ORDER BY c.id`),
    drawer: rows<DrawerRowOfMonth>(`
      SELECT number, day, kind, movedCents, booked, expectedCents, countedCents, differenceCents, note FROM (
        SELECT event_seq, number, day, kind, ${broughtIn('m')} AS movedCents, booked,
          NULL AS expectedCents, NULL AS countedCents, NULL AS differenceCents, note FROM drawer_moves m WHERE day BETWEEN @from AND @to
        UNION ALL
        SELECT event_seq, number, day, 'count', NULL, NULL, expected_cents, counted_cents, coalesce(counted_cents - expected_cents, 0), note
        FROM drawer_counts WHERE day BETWEEN @from AND @to
      ) ORDER BY day, event_seq`),
    wallets: rows<WalletRowOfMonth>(`
      WITH tied AS MATERIALIZED (${tiedByClosing})
      SELECT * FROM (
        SELECT p.tender AS wallet, p.number AS payout, p.day, p.amount_cents AS amountCents, p.reference,
          l.day AS billDay, l.reference AS billReference, l.cents AS billCents
        FROM payouts p LEFT JOIN tied t ON t.payoutId = p.id LEFT JOIN wallet_lines l ON l.id = t.lineId
        WHERE p.tender IN ('wechat', 'alipay') AND p.exchange_sale_id IS NULL AND p.day BETWEEN @from AND @to
        UNION ALL
        SELECT l.wallet, NULL, NULL, NULL, NULL, l.day, l.reference, l.cents FROM wallet_lines l
        WHERE l.day BETWEEN @from AND @to AND NOT EXISTS (SELECT 1 FROM tied t WHERE t.lineId = l.id)
          AND l.event_seq <= coalesce((SELECT event_seq FROM month_closings WHERE month = substr(@to, 1, 7)), l.event_seq)
      ) ORDER BY wallet, coalesce(day, billDay), payout, billReference`),
  };
}
export type MonthListReads = ReturnType<typeof monthListReads>;
