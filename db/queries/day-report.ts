import { addDays } from '../../contract/values/days.ts';
import { noHash } from '../chain.ts';
import type { Orm } from '../open.ts';
import type { Span } from './drawer.ts';
import { firstEventOf, firstRowOf } from './event-rows.ts';
import { one } from './months.ts';

type Day = { readonly day: string };
type Rows = { readonly first: number; readonly last: number };
export type TenderCount = { readonly tender: string; readonly count: number; readonly cents: number };
export type CreditNotesOfDay = {
  readonly count: number;
  readonly goodsCents: number;
  readonly taxCents: number;
  readonly deliveryCents: number;
  readonly feeCents: number;
  readonly totalCents: number;
};
export type NumberRange = {
  readonly series: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
};

/** The figures of one day, each from the facts of that day, so that they stay what they were. */
export function dayReportReads(orm: Orm) {
  return { ...moneyOfDay(orm), ...eventsOfDay(orm) };
}

/** What bears the day: sales and returns may be dated back, documents of money never are. */
function moneyOfDay({ $client: raw }: Orm) {
  const sales = raw.prepare<Day, { count: number; totalCents: number }>(
    `SELECT count(*) AS count, coalesce(sum(total_cents), 0) AS totalCents FROM sales WHERE day = @day AND withdrawn = 0`,
  );
  const saleTenders = raw.prepare<Day, TenderCount>(
    `SELECT t.tender, count(*) AS count, sum(t.amount_cents) AS cents FROM sales s JOIN sale_tenders t ON t.sale_id = s.id
     WHERE s.day = @day AND s.withdrawn = 0 GROUP BY t.tender`,
  );
  const opened = raw.prepare<Day, { count: number }>(
    `SELECT count(*) AS count FROM returns WHERE day = @day AND origin = 'desk' AND withdrawn = 0`,
  );
  const creditNotes = raw.prepare<Day, CreditNotesOfDay>(
    `SELECT count(*) AS count, coalesce(sum(goods_cents), 0) AS goodsCents, coalesce(sum(tax_cents), 0) AS taxCents,
       coalesce(sum(delivery_cents), 0) AS deliveryCents, coalesce(sum(fee_cents), 0) AS feeCents,
       coalesce(sum(total_cents), 0) AS totalCents FROM credit_notes WHERE day = @day`,
  );
  const payouts = raw.prepare<Day, TenderCount>(
    `SELECT tender, sum(sign(amount_cents)) AS count, sum(amount_cents) AS cents FROM payouts
     WHERE day = @day AND exchange_sale_id IS NULL GROUP BY tender`,
  );
  const voided = raw.prepare<Day, { count: number; cents: number }>(
    `SELECT count(*) AS count, coalesce(-sum(amount_cents), 0) AS cents FROM payouts WHERE day = @day AND voids_payout_id IS NOT NULL`,
  );
  return {
    sales: (day: string) => one(sales.get({ day })),
    saleTenders: (day: string) => saleTenders.all({ day }),
    opened: (day: string) => one(opened.get({ day })).count,
    creditNotes: (day: string) => one(creditNotes.get({ day })),
    payouts: (day: string) => payouts.all({ day }),
    voided: (day: string) => one(voided.get({ day })),
  };
}

/** As `documents` has it; beyond a million a number is longer, and texts no longer lie in its order. */
const numbered = (seq: string): string => `series || '-' || year || '-' || printf('%06d', ${seq})`;

/** What was done on the day, by its events. */
function eventsOfDay({ $client: raw }: Orm) {
  const closed = raw.prepare<Rows, { count: number }>(
    `SELECT count(DISTINCT return_id) AS count FROM return_steps WHERE id BETWEEN @first AND @last AND to_stage = 'closed' AND from_stage <> 'closed'`,
  );
  const received = raw.prepare<Rows, { milli: number }>(
    `SELECT coalesce(sum(quantity_milli), 0) AS milli FROM receipts WHERE id BETWEEN @first AND @last`,
  );
  const ranges = raw.prepare<Rows, NumberRange>(
    `SELECT series, ${numbered('min(seq)')} AS first, ${numbered('max(seq)')} AS last, count(*) AS count FROM documents
     WHERE rowid BETWEEN @first AND @last GROUP BY series, year ORDER BY series, year`,
  );
  const people = raw
    .prepare<Rows, string>(
      'SELECT DISTINCT person FROM journal_of_events WHERE seq BETWEEN @first AND @last ORDER BY 1',
    )
    .pluck();
  const head = raw.prepare<[number], string>('SELECT hash FROM journal_of_events WHERE seq = ?').pluck();
  const rowsOf = (table: string, { after, until }: Span): Rows => ({
    first: firstRowOf(raw, table, after + 1),
    last: firstRowOf(raw, table, until + 1) - 1,
  });
  return {
    /** All events of the day: those after the last one of an earlier day. */
    span: (day: string): Span => ({
      after: firstEventOf(raw, day) - 1,
      until: firstEventOf(raw, addDays(day, 1)) - 1,
    }),
    closed: (span: Span) => one(closed.get(rowsOf('return_steps', span))).count,
    receivedMilli: (span: Span) => one(received.get(rowsOf('receipts', span))).milli,
    ranges: (span: Span) => ranges.all(rowsOf('documents', span)),
    people: ({ after, until }: Span) => people.all({ first: after + 1, last: until }),
    /** Fingerprint of an event. */
    head: (seq: number) => head.get(seq) ?? noHash,
  };
}
