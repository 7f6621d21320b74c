import type { Orm } from '../open.ts';
import { broughtIn } from './drawer.ts';
import { one, type Period } from './months.ts';

type Until = Pick<Period, 'to'>;
type Cents = { readonly cents: number };

/** Cash beside refunds: booked moves of the drawer, and what its counts were over or short. */
export type DrawerTotals = { readonly movedCents: number; readonly differenceCents: number };
/** Payouts of the month that were found on a bill of their wallet, and what the bill says of them. */
export type WalletTotal = { readonly wallet: string; readonly bookCents: number; readonly billCents: number };

/**
 * The lines of bills and the payouts they are. Bills come when a month is over: until it is closed the newest ties count, from then on those that
 * stood when it was closed, so that its files stay what they were.
 */
export const tiedByClosing = `
  SELECT t.wallet_line_id AS lineId, t.payout_id AS payoutId FROM wallet_ties t
  WHERE t.payout_id IS NOT NULL AND t.id = (SELECT max(id) FROM wallet_ties WHERE wallet_line_id = t.wallet_line_id
    AND event_seq <= coalesce((SELECT event_seq FROM month_closings WHERE month = substr(@to, 1, 7)), event_seq))`;

/**
 * Claims at what their goods cost. What a supplier pays above that is income and leaves nothing; nor does a claim that was closed leave anything,
 * for what nobody paid of it is a loss.
 */
export const claimsAtMonthEnd = `
  SELECT *, iif(closedOn IS NULL, max(0, valueCents - paidCents), 0) AS leftCents FROM (
    SELECT c.id, c.number, c.day, c.supplier_id AS supplierId, c.due_on AS dueOn,
      (SELECT sum(value_cents) FROM supplier_claim_lines WHERE claim_id = c.id) AS valueCents,
      (SELECT sum(claimed_cents) FROM supplier_claim_lines WHERE claim_id = c.id) AS claimedCents,
      (SELECT coalesce(sum(cents), 0) FROM supplier_claim_events WHERE claim_id = c.id AND kind = 'paid' AND day <= @to) AS paidCents,
      (SELECT day FROM supplier_claim_events WHERE claim_id = c.id AND kind = 'closed' AND day <= @to) AS closedOn
    FROM supplier_claims c WHERE c.day <= @to)`;

/** What was in the books at the end of a month, each from the facts of its own book up to that day. */
export function balanceReads({ $client: raw }: Orm) {
  const account = raw.prepare<{ role: string; month: string }, Cents>(`
    SELECT coalesce(sum(debit_cents - credit_cents), 0) AS cents FROM account_totals WHERE role = @role AND month <= @month`);
  const owed = raw.prepare<Until, Cents>(`
    SELECT (SELECT coalesce(sum(total_cents), 0) FROM credit_notes WHERE day <= @to)
      - (SELECT coalesce(sum(amount_cents), 0) FROM payouts WHERE day <= @to) AS cents`);
  const storeCredit = raw.prepare<Until, Cents>(`
    SELECT coalesce(sum(e.cents), 0) AS cents FROM store_credits k JOIN store_credit_events e ON e.store_credit_id = k.id
    WHERE e.day <= @to`);
  const claims = raw.prepare<Until, Cents>(`SELECT coalesce(sum(leftCents), 0) AS cents FROM (${claimsAtMonthEnd})`);
  const register = raw.prepare<Period, Cents>(`
    SELECT coalesce(sum(c.goods_cents + c.tax_cents - c.fee_cents), 0) AS cents
    FROM credit_notes n JOIN credit_note_lines c ON c.credit_note_id = n.id JOIN return_lines l ON l.id = c.return_line_id
      JOIN returns r ON r.id = l.return_id AND r.origin = 'desk' AND r.day <= n.day
    WHERE n.day BETWEEN @from AND @to`);
  const extras = raw.prepare<Period, Cents>(`
    SELECT coalesce(sum(iif(x.kind IN ('delivery', 'freight-paid'), x.cents, -x.cents)), 0) AS cents
    FROM credit_notes n JOIN credit_note_extras x ON x.credit_note_id = n.id WHERE n.day BETWEEN @from AND @to`);
  return {
    /** Debits less credits of an account up to the end of a month. */
    accountCents: (role: string, month: string) => one(account.get({ role, month })).cents,
    owedCents: ({ to }: Until) => one(owed.get({ to })).cents,
    storeCreditCents: ({ to }: Until) => one(storeCredit.get({ to })).cents,
    claimsCents: ({ to }: Until) => one(claims.get({ to })).cents,
    /** What lines of returns that stand in the register were credited in the month. */
    registerCents: (period: Period) => one(register.get(period)).cents,
    /** What the notes of the month give beside their goods, less what they keep. */
    extrasCents: (period: Period) => one(extras.get(period)).cents,
    ...cashReads(raw),
  };
}

function cashReads(raw: Orm['$client']) {
  const drawer = raw.prepare<Period, DrawerTotals>(`
    SELECT (SELECT coalesce(sum(${broughtIn('m')}), 0) FROM drawer_moves m
        WHERE booked = 1 AND day BETWEEN @from AND @to) AS movedCents,
      (SELECT coalesce(sum(counted_cents - expected_cents), 0) FROM drawer_counts
        WHERE expected_cents IS NOT NULL AND day BETWEEN @from AND @to) AS differenceCents`);
  const wallets = raw.prepare<Period, WalletTotal>(`
    SELECT p.tender AS wallet, coalesce(sum(p.amount_cents), 0) AS bookCents, coalesce(sum(l.cents), 0) AS billCents
    FROM (${tiedByClosing}) t JOIN wallet_lines l ON l.id = t.lineId JOIN payouts p ON p.id = t.payoutId
    WHERE p.day BETWEEN @from AND @to GROUP BY p.tender`);
  return {
    drawer: (period: Period) => one(drawer.get(period)),
    /** Those that have any. */
    wallets: (period: Period) => wallets.all(period),
  };
}
