import type { Orm } from '../open.ts';
import { firstRowOf } from './event-rows.ts';
import { one, type Period } from './months.ts';

export type DrawerCountRow = {
  readonly eventSeq: number;
  readonly number: string;
  readonly day: string;
  readonly at: string;
  readonly person: string;
  /** `[[cents, count], …]`, the largest first. */
  readonly coins: string;
  readonly countedCents: number;
  /** NULL in the first count. */
  readonly expectedCents: number | null;
  readonly note: string | null;
};

export type DrawerMoveRow = {
  readonly number: string;
  readonly day: string;
  readonly at: string;
  readonly person: string;
  readonly kind: string;
  readonly cents: number;
  readonly booked: number;
  readonly note: string | null;
};

export type DrawerFlowRow = {
  readonly document: string;
  /** `entry`, `sale` or the kind of a move. */
  readonly kind: string;
  readonly entryKind: string | null;
  readonly cents: number;
  readonly day: string;
  readonly at: string;
};

export type DrawerTotals = { readonly inCents: number; readonly outCents: number; readonly count: number };

/** Events: all after the one, until the other. */
export type Span = { readonly after: number; readonly until: number };
type Rows = Readonly<Record<'firstLine' | 'lastLine' | 'firstSale' | 'lastSale' | 'firstMove' | 'lastMove', number>>;

/** What a move brought into the drawer: below zero where it was taken out. */
export const broughtIn = (move: string): string =>
  `iif(${move}.kind IN ('taken-out', 'to-bank'), -${move}.cents, ${move}.cents)`;

/**
 * What changed the cash in the drawer: entries of the journal, sales recorded here that nobody books, and what was put in or taken out
 * without being booked. A sale that was typed in later lay in the drawer already if it is of a time before the last count. The entry of a
 * difference is no flow: it says what a count has found.
 */
export function drawerFlows({ lines, sales, moves }: Readonly<Record<'lines' | 'sales' | 'moves', string>>): string {
  return `SELECT l.event_seq AS seq, coalesce(m.kind, 'entry') AS kind, e.document, e.kind AS entryKind,
      sum(l.debit_cents - l.credit_cents) AS cents, e.day
    FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id LEFT JOIN drawer_moves m ON m.number = e.document
    WHERE l.role = 'cash' AND e.kind <> 'drawer-difference' AND ${lines} GROUP BY l.entry_id
  UNION ALL SELECT s.event_seq, 'sale', s.number, NULL, t.amount_cents, s.day
    FROM sales s JOIN sale_tenders t ON t.sale_id = s.id AND t.tender = 'cash'
    WHERE s.origin = 'desk' AND s.booked = 0 AND ${sales}
      AND s.sold_at >= min((SELECT at FROM drawer_counts WHERE event_seq < s.event_seq ORDER BY event_seq DESC LIMIT 1),
        (SELECT at FROM journal_of_events WHERE seq = s.event_seq))
  UNION ALL SELECT m.event_seq, m.kind, m.number, NULL, ${broughtIn('m')}, m.day
    FROM drawer_moves m WHERE m.booked = 0 AND ${moves}`;
}

const countColumns = `event_seq AS eventSeq, number, day, at, person, coins, counted_cents AS countedCents,
  expected_cents AS expectedCents, note`;
const moveColumns = 'number, day, at, person, kind, cents, booked, note';

type Listing = Period & { readonly limit: number };

export function drawerReads({ $client: raw }: Orm) {
  const countUntil = raw.prepare<[number], DrawerCountRow>(
    `SELECT ${countColumns} FROM drawer_counts WHERE event_seq <= ? ORDER BY event_seq DESC LIMIT 1`,
  );
  const counts = raw.prepare<Listing, DrawerCountRow>(
    `SELECT ${countColumns} FROM drawer_counts WHERE day BETWEEN @from AND @to ORDER BY id DESC LIMIT @limit`,
  );
  const moves = raw.prepare<Listing, DrawerMoveRow>(
    `SELECT ${moveColumns} FROM drawer_moves WHERE day BETWEEN @from AND @to ORDER BY id DESC LIMIT @limit`,
  );
  return {
    /** The newest count that is not of a later event. */
    countUntil: (seq: number) => countUntil.get(seq),
    counts: (listing: Listing) => counts.all(listing),
    moves: (listing: Listing) => moves.all(listing),
    ...flowReads(raw),
  };
}

function flowReads(raw: Orm['$client']) {
  const flows = drawerFlows({
    lines: 'l.id BETWEEN @firstLine AND @lastLine',
    sales: 's.id BETWEEN @firstSale AND @lastSale',
    moves: 'm.id BETWEEN @firstMove AND @lastMove',
  });
  const totals = raw.prepare<Rows, DrawerTotals>(
    `SELECT coalesce(sum(max(cents, 0)), 0) AS inCents, coalesce(-sum(min(cents, 0)), 0) AS outCents, count(*) AS count FROM (${flows})`,
  );
  const newest = raw.prepare<Rows & { limit: number }, DrawerFlowRow>(
    `SELECT f.kind, f.document, f.entryKind, f.cents, f.day, e.at FROM (${flows}) f JOIN journal_of_events e ON e.seq = f.seq
     ORDER BY f.seq DESC, document DESC LIMIT @limit`,
  );
  const rowsOf = ({ after, until }: Span): Rows => {
    const first = (table: string): number => firstRowOf(raw, table, after + 1);
    const last = (table: string): number => firstRowOf(raw, table, until + 1) - 1;
    return {
      ...{ firstLine: first('journal_lines'), lastLine: last('journal_lines') },
      ...{ firstSale: first('sales'), lastSale: last('sales') },
      ...{ firstMove: first('drawer_moves'), lastMove: last('drawer_moves') },
    };
  };
  return {
    totals: (span: Span) => one(totals.get(rowsOf(span))),
    newestFlows: (span: Span, limit: number) => newest.all({ ...rowsOf(span), limit }),
  };
}
export type DrawerReads = ReturnType<typeof drawerReads>;
