import { eq, sql } from 'drizzle-orm';
import { noHash } from '../chain.ts';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { accountTotals } from '../schema/ledgers.ts';
import { returnLinesAtMonthEnd } from './month-end.ts';

export type MonthRow = {
  readonly month: string;
  readonly returns: number;
  readonly creditedCents: number;
  readonly closed: number;
};

/** First and last day of a month. */
export type Period = { readonly from: string; readonly to: string };

export type ReturnTotals = { readonly returns: number; readonly unitsMilli: number };
export type CreditTotals = {
  readonly totalCents: number;
  /** What the notes take back of sales and tax; fees stand apart. */
  readonly takenBackCents: number;
  readonly lineCents: number;
  readonly feeCents: number;
  readonly deliveryCents: number;
};
/** Issued less what was taken back on the same papers; used; and expired or voided. */
export type StoreCreditTotals = {
  readonly issuedCents: number;
  readonly usedCents: number;
  readonly lapsedCents: number;
};
export type TenderTotal = { readonly tender: string; readonly cents: number };
/** The journal of a month, by what its entries post and by role. */
export type JournalTotal = {
  readonly kind: string;
  readonly role: string;
  readonly debitCents: number;
  readonly creditCents: number;
};
export type ReceivedTotals = { readonly receiptsMilli: number; readonly movesMilli: number };

/** The months of a table, found by hopping from one to the next along its index on the day. */
function monthsOf(table: string): string {
  return `SELECT substr(day, 1, 7) AS month FROM (
    WITH RECURSIVE hop(day) AS (
      SELECT min(day) FROM ${table}
      UNION ALL SELECT (SELECT min(day) FROM ${table} WHERE day > substr(hop.day, 1, 7) || '-99') FROM hop WHERE hop.day IS NOT NULL
    ) SELECT day FROM hop WHERE day IS NOT NULL)`;
}

const listMonths = `
  WITH opened AS MATERIALIZED (SELECT substr(day, 1, 7) AS month, count(*) AS returns FROM returns WHERE origin = 'desk' GROUP BY 1),
  credited AS MATERIALIZED (SELECT substr(day, 1, 7) AS month, sum(total_cents) AS cents FROM credit_notes GROUP BY 1),
  posted AS (
    SELECT month FROM opened UNION SELECT month FROM credited UNION ${monthsOf('stock_moves')} UNION ${monthsOf('journal_entries')}
    UNION ${monthsOf('payouts')} UNION SELECT month FROM month_closings
  )
  SELECT p.month, coalesce(o.returns, 0) AS returns, coalesce(c.cents, 0) AS creditedCents,
    EXISTS (SELECT 1 FROM month_closings m WHERE m.month = p.month) AS closed
  FROM posted p LEFT JOIN opened o ON o.month = p.month LEFT JOIN credited c ON c.month = p.month ORDER BY p.month DESC`;

/** The figures a month is checked by, each from the table it is named after, so that two of them can be held against each other. */
export function monthReads(orm: Orm) {
  const { $client: raw } = orm;
  const months = raw.prepare<[], MonthRow>(listMonths);
  const returns = raw.prepare<Period, ReturnTotals>(`
    SELECT count(DISTINCT number) AS returns, coalesce(sum(returnedMilli), 0) AS unitsMilli FROM (${returnLinesAtMonthEnd})`);
  const journal = raw.prepare<Period, JournalTotal>(`
    SELECT e.kind, l.role, sum(l.debit_cents) AS debitCents, sum(l.credit_cents) AS creditCents
    FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id WHERE e.day BETWEEN @from AND @to GROUP BY e.kind, l.role`);
  const cachedTotals = prepared(
    orm,
    orm
      .select({
        debitCents: sql<number>`coalesce(sum(${accountTotals.debitCents}), 0)`,
        creditCents: sql<number>`coalesce(sum(${accountTotals.creditCents}), 0)`,
      })
      .from(accountTotals)
      .where(eq(accountTotals.month, sql.placeholder('month'))),
  );
  const stockValue = raw.prepare<{ to: string }, { cents: number }>(`
    SELECT coalesce(sum(to_value_cents - from_value_cents), 0) AS cents FROM stock_moves WHERE day <= @to`);
  const received = raw.prepare<Period, ReceivedTotals>(`
    SELECT (SELECT coalesce(sum(r.quantity_milli), 0) FROM receipts r JOIN journal_of_events e ON e.seq = r.event_seq
        WHERE e.day BETWEEN @from AND @to) AS receiptsMilli,
      (SELECT coalesce(sum(quantity_milli), 0) FROM stock_moves
        WHERE day BETWEEN @from AND @to AND from_place = 'customer' AND to_place = 'returns') AS movesMilli`);
  const head = raw.prepare<{ to: string }, { hash: string }>(
    'SELECT hash FROM journal_of_events WHERE day <= @to ORDER BY seq DESC LIMIT 1',
  );
  return {
    list: () => months.all(),
    ...settlementTotals(orm),
    returns: (period: Period) => one(returns.get(period)),
    journal: (period: Period) => journal.all(period),
    cachedTotals: (month: string) => one(cachedTotals.get({ month })),
    /** Value of all moves at the end of a month. */
    stockValueCents: ({ to }: Period) => one(stockValue.get({ to })).cents,
    received: (period: Period) => one(received.get(period)),
    /** Fingerprint of the last event of the month or before it. */
    head: ({ to }: Period) => head.get({ to })?.hash ?? noHash,
  };
}
/** What was credited and how it was paid. */
function settlementTotals({ $client: raw }: Orm) {
  const credits = raw.prepare<Period, CreditTotals>(`
    SELECT coalesce(sum(total_cents), 0) AS totalCents, coalesce(sum(goods_cents + tax_cents + delivery_cents), 0) AS takenBackCents,
      (SELECT coalesce(sum(l.goods_cents + l.tax_cents - l.fee_cents), 0)
        FROM credit_notes n JOIN credit_note_lines l ON l.credit_note_id = n.id WHERE n.day BETWEEN @from AND @to)
      + (SELECT coalesce(sum(iif(x.kind IN ('delivery', 'freight-paid'), x.cents, -x.cents)), 0)
        FROM credit_notes n JOIN credit_note_extras x ON x.credit_note_id = n.id WHERE n.day BETWEEN @from AND @to) AS lineCents,
      coalesce(sum(fee_cents), 0) AS feeCents, coalesce(sum(delivery_cents), 0) AS deliveryCents
    FROM credit_notes WHERE day BETWEEN @from AND @to`);
  const payouts = raw.prepare<Period, TenderTotal>(`
    SELECT tender, sum(amount_cents) AS cents FROM payouts WHERE day BETWEEN @from AND @to AND exchange_sale_id IS NULL GROUP BY tender`);
  const exchanged = raw.prepare<Period, { cents: number }>(`
    SELECT coalesce(sum(amount_cents), 0) AS cents FROM payouts WHERE day BETWEEN @from AND @to AND exchange_sale_id IS NOT NULL`);
  const storeCredit = raw.prepare<Period, StoreCreditTotals>(`
    SELECT coalesce(sum(iif(kind = 'issued' OR payout_id IS NOT NULL, cents, 0)), 0) AS issuedCents,
      coalesce(-sum(iif(kind = 'used', cents, 0)), 0) AS usedCents,
      coalesce(-sum(iif(kind IN ('expired', 'voided') AND payout_id IS NULL, cents, 0)), 0) AS lapsedCents
    FROM store_credit_events WHERE day BETWEEN @from AND @to`);
  return {
    credits: (period: Period) => one(credits.get(period)),
    payouts: (period: Period) => payouts.all(period),
    /** Paid in goods. */
    exchangedCents: (period: Period) => one(exchanged.get(period)).cents,
    storeCredit: (period: Period) => one(storeCredit.get(period)),
  };
}

/** An aggregate always has its one row. */
export function one<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('a sum without a row');
  return row;
}
