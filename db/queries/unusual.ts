import type { Orm } from '../open.ts';
import type { Period } from './months.ts';

/** Events from one number to another; days never run backward, so a period is a stretch of them. */
export type Stretch = { readonly first: number; readonly last: number };

type When = { readonly seq: number; readonly day: string; readonly at: string; readonly person: string };
type OfReturn = { readonly returnId: number; readonly number: string };
export type TakenBack = When &
  OfReturn & { readonly payer: string; readonly cents: number; readonly why: string | null };
export type Overridden = When &
  OfReturn & { readonly opener: string | null; readonly cents: number; readonly why: string };
/** What an event gave back for a return and still stands. */
export type PaidOut = When &
  OfReturn & {
    readonly cents: number;
    readonly cashCents: number;
    readonly saleId: number | null;
    readonly customerId: number | null;
    /** Who typed the sale in here on that day. */
    readonly seller: string | null;
    readonly approver: string | null;
  };
export type Agreed = {
  readonly opener: string;
  readonly approver: string;
  readonly count: number;
  readonly cents: number;
};
export type Limits = { readonly saleLimitCents: number | null; readonly dayLimitCents: number | null };
export type VoidedCredit = When & { readonly code: string; readonly cents: number; readonly why: string | null };
export type Reprinted = {
  readonly number: string;
  readonly returnId: number | null;
  readonly copies: number;
  readonly person: string;
};
export type WrongPins = { readonly name: string; readonly failures: number };
export type OfWhole = When & { readonly kind: string; readonly lost: number | null };

const stands = `p.amount_cents > 0 AND p.exchange_sale_id IS NULL AND NOT EXISTS (SELECT 1 FROM payouts v WHERE v.voids_payout_id = p.id)`;
const credited = `(SELECT coalesce(sum(total_cents), 0) FROM credit_notes WHERE return_id = r.id)`;
const opener = `(SELECT person FROM return_steps WHERE return_id = r.id AND step = 'request' ORDER BY id LIMIT 1)`;
const verdict = `coalesce((SELECT verdict_outcome FROM return_matches WHERE return_id = r.id AND event_seq <= e.seq), r.verdict_outcome)`;
const when = `e.seq, e.day, e.at`;

/** Decisions and payouts that an owner looks at twice. */
export function unusualReads({ $client: raw }: Orm) {
  const takenBack = raw.prepare<Period, TakenBack>(`
    SELECT ${when}, coalesce(s.person, e.person) AS person, x.person AS payer, r.id AS returnId, r.number, -v.amount_cents AS cents, s.note AS why
    FROM payouts v JOIN payouts p ON p.id = v.voids_payout_id JOIN credit_notes n ON n.id = v.credit_note_id JOIN returns r ON r.id = n.return_id
      JOIN journal_of_events e ON e.seq = v.event_seq JOIN journal_of_events x ON x.seq = p.event_seq
      LEFT JOIN return_steps s ON s.return_id = r.id AND s.event_seq = v.event_seq AND s.step IN ('void', 'correct')
    WHERE v.day BETWEEN @from AND @to AND v.voids_payout_id IS NOT NULL ORDER BY +v.id DESC`);
  const overridden = raw.prepare<Stretch, Overridden>(`
    SELECT ${when}, s.person, ${opener} AS opener, r.id AS returnId, r.number, ${credited} AS cents, s.note AS why
    FROM return_steps s JOIN returns r ON r.id = s.return_id JOIN journal_of_events e ON e.seq = s.event_seq
    WHERE s.event_seq BETWEEN @first AND @last AND s.step IN ('approve', 'value', 'waive', 'match', 'void')
      AND (s.step = 'approve' OR (s.step = 'match' AND s.from_stage <> 'requested')) AND s.person <> 'policy' AND r.origin = 'desk'
      AND e.kind NOT LIKE 'imports.%' AND ${verdict} = 'reject' ORDER BY s.id DESC`);
  const paidOut = raw.prepare<Period, PaidOut>(`
    SELECT ${when}, e.person, e.approver, r.id AS returnId, r.number, sum(p.amount_cents) AS cents, sum(iif(p.tender = 'cash', p.amount_cents, 0)) AS cashCents,
      x.id AS saleId, coalesce(r.customer_id, x.customer_id) AS customerId,
      iif(x.origin = 'desk', (SELECT person FROM journal_of_events WHERE seq = x.event_seq AND day = e.day), NULL) AS seller
    FROM payouts p JOIN credit_notes n ON n.id = p.credit_note_id JOIN returns r ON r.id = n.return_id JOIN journal_of_events e ON e.seq = p.event_seq
      LEFT JOIN sales x ON x.id = coalesce(r.matched_sale_id, r.sale_id)
    WHERE p.day BETWEEN @from AND @to AND ${stands} GROUP BY e.seq, r.id ORDER BY e.seq DESC`);
  const agreed = raw.prepare<Stretch, Agreed>(`
    SELECT opener, approver, count(*) AS count, sum(cents) AS cents FROM (
      SELECT ${opener} AS opener, s.person AS approver, ${credited} AS cents
      FROM return_steps s JOIN returns r ON r.id = s.return_id JOIN journal_of_events e ON e.seq = s.event_seq
      WHERE s.event_seq BETWEEN @first AND @last AND s.step IN ('approve', 'value', 'waive', 'match', 'void') AND s.step = 'approve'
        AND s.person <> 'policy' AND e.kind NOT LIKE 'imports.%'
    ) WHERE opener <> approver GROUP BY opener, approver ORDER BY opener, count(*) DESC, approver`);
  return {
    takenBack: (period: Period) => takenBack.all(period),
    overridden: (stretch: Stretch) => overridden.all(stretch),
    paidOut: (period: Period) => paidOut.all(period),
    /** Who agreed to what others had asked for, and what was credited on it. */
    agreed: (stretch: Stretch) => agreed.all(stretch),
    ...limitReads(raw),
    ...besideReads(raw),
    stretchOf: stretchReader(raw),
  };
}
export type UnusualReads = ReturnType<typeof unusualReads>;

type Raw = Orm['$client'];

/** What a person was allowed to give back when an event was written, and what had been given back until then. */
function limitReads(raw: Raw) {
  const limits = raw.prepare<{ person: string; seq: number }, Limits>(`
    SELECT a.sale_limit_cents AS saleLimitCents, a.day_limit_cents AS dayLimitCents FROM staff p
      JOIN staff_changes c ON c.id = (SELECT max(id) FROM staff_changes WHERE staff_id = p.id AND event_seq <= @seq)
      JOIN staff_roles a ON a.id = (SELECT max(id) FROM staff_roles WHERE name = c.role AND event_seq <= @seq) WHERE p.name = @person`);
  const forSale = (by: 'sale_id' | 'matched_sale_id') =>
    raw
      .prepare(`SELECT coalesce(sum(p.amount_cents), 0) FROM returns r JOIN credit_notes n ON n.return_id = r.id
        JOIN payouts p ON p.credit_note_id = n.id WHERE r.${by} = @saleId AND p.event_seq <= @seq AND ${stands}`)
      .pluck();
  const ofSale = forSale('sale_id');
  const ofMatched = forSale('matched_sale_id');
  const onDay = raw
    .prepare(`SELECT coalesce(sum(p.amount_cents), 0) FROM payouts p JOIN journal_of_events e ON e.seq = p.event_seq
      WHERE p.day = @day AND e.person = @person AND p.event_seq <= @seq AND ${stands}`)
    .pluck();
  const since = raw.prepare('SELECT event_seq FROM staff WHERE id = 1').pluck();
  const able = raw
    .prepare(
      `SELECT s.name FROM staff s JOIN role_permissions m ON m.role = s.role AND m.permission = 'approval' WHERE s.active = 1`,
    )
    .pluck();
  return {
    limitsAt: (asked: { readonly person: string; readonly seq: number }) => limits.get(asked),
    paidForSale: (asked: { readonly saleId: number; readonly seq: number }) =>
      (ofSale.get(asked) as number) + (ofMatched.get(asked) as number),
    paidBy: (asked: { readonly person: string; readonly day: string; readonly seq: number }) =>
      onDay.get(asked) as number,
    /** The event that brought the first person. */
    mannedSince: () => since.get() as number | undefined,
    /** Who may approve now. */
    approvers: () => able.all() as string[],
  };
}

/** What is unusual beside returns. */
function besideReads(raw: Raw) {
  const credits = raw.prepare<Stretch, VoidedCredit>(`
    SELECT ${when}, x.person, c.code, -x.cents AS cents, x.note AS why FROM store_credit_events x JOIN store_credits c ON c.id = x.store_credit_id
      JOIN journal_of_events e ON e.seq = x.event_seq
    WHERE x.id BETWEEN @first AND @last AND x.kind = 'voided' AND x.payout_id IS NULL ORDER BY x.id DESC`);
  const reprints = raw.prepare<Stretch & { least: number }, Reprinted>(`
    SELECT x.number, r.id AS returnId, count(*) AS copies, group_concat(DISTINCT x.person) AS person FROM prints x LEFT JOIN returns r ON r.number = x.number
    WHERE x.id BETWEEN @first AND @last AND x.copy > 0 AND x.how = 'print' GROUP BY +x.document, +x.number HAVING count(*) >= @least ORDER BY 3 DESC, 1`);
  const wrong = raw.prepare<{ least: number }, WrongPins>(`
    SELECT s.name, g.failures FROM staff_guesses g JOIN staff s ON s.id = g.staff_id WHERE g.failures >= @least ORDER BY g.failures DESC, s.name`);
  const whole = raw.prepare<Stretch, OfWhole>(`
    SELECT ${when}, e.person, e.kind, json_extract(e.result, '$.lost.events') AS lost FROM journal_of_events e
    WHERE e.seq BETWEEN @first AND @last AND e.kind IN ('care.confirmClock', 'care.restore', 'care.importAll') ORDER BY e.seq DESC`);
  return {
    voidedCredits: (rows: Stretch) => credits.all(rows),
    reprinted: (rows: Stretch, least: number) => reprints.all({ ...rows, least }),
    wrongPins: (least: number) => wrong.all({ least }),
    ofWhole: (stretch: Stretch) => whole.all(stretch),
  };
}

/** Rows of facts follow the events and one another: where a period begins in them is found by halving. */
function stretchReader(raw: Raw) {
  const find = (last: number, isBefore: (row: number) => boolean): number => {
    let [low, high] = [1, last + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const lastOf = (table: string) => Number(raw.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get());
  const dayOf = raw.prepare('SELECT day FROM journal_of_events WHERE seq = ?').pluck();
  const events = ({ from, to }: Period): Stretch => {
    const last = lastOf('journal_of_events');
    const begins = (beyond: (day: string) => boolean) => find(last, (seq) => !beyond(dayOf.get(seq) as string));
    return { first: begins((day) => day >= from), last: begins((day) => day > to) - 1 };
  };
  const rows = (table: 'prints' | 'store_credit_events', { first, last }: Stretch): Stretch => {
    const end = lastOf(table);
    const seqOf = raw.prepare(`SELECT event_seq FROM ${table} WHERE id = ?`).pluck();
    const begin = (seq: number) => find(end, (row) => (seqOf.get(row) as number) < seq);
    return { first: begin(first), last: begin(last + 1) - 1 };
  };
  return { events, rows };
}
