import type { Settings } from '../../../contract/api/settings.ts';
import { type Day, daysOfMonth, monthOf } from '../../../contract/values/days.ts';
import type { JournalLineOfMonth } from '../../../db/queries/month-pack.ts';
import { inRed, isRed, type Sides } from './red.ts';

export type VoucherLine = Sides & { readonly accountCode: string; readonly accountName: string };

/** What one program's file calls a voucher, a journal or a transaction. */
export type Voucher = {
  /** 1, 2, 3 … in the order of the month. */
  readonly number: number;
  readonly day: Day;
  readonly kind: string;
  /** How many entries are in it, and so documents. */
  readonly entries: number;
  /** The entry, and the document it posts; of several the first and the last. */
  readonly entry: string;
  readonly document: string;
  readonly corrects: string | null;
  readonly lines: readonly VoucherLine[];
};

export type Grouping = Pick<Settings['vouchers'], 'per' | 'red'>;

type Open = {
  day: Day;
  kind: string;
  entries: number;
  first: JournalLineOfMonth;
  last: JournalLineOfMonth;
  lines: Map<string, { accountCode: string; accountName: string; debitCents: number; creditCents: number }>;
};

/**
 * A month's journal as vouchers: one for each entry, or one for the entries of a kind of a day or of the whole month, with the lines of an
 * account, side and colour added up. Needs the rows in the order of days and entries, and keeps no more of them than a day's sums.
 */
export function* vouchersOf(rows: Iterable<JournalLineOfMonth>, { per, red }: Grouping): Generator<Voucher> {
  let number = 0;
  let period = '';
  const open = new Map<string, Open>();
  for (const row of rows) {
    const next = periodOf(row, per);
    if (next !== period) {
      for (const one of open.values()) yield finished(one, { number: ++number, per });
      open.clear();
    }
    period = next;
    add(open, row, { isOneEntry: per === 'entry', isInRed: red === 'negative' && isRed(row) });
  }
  for (const one of open.values()) yield finished(one, { number: ++number, per });
}

function periodOf({ number, day }: JournalLineOfMonth, per: Grouping['per']): string {
  switch (per) {
    case 'entry':
      return number;
    case 'day':
      return day;
    case 'month':
      return monthOf(day);
  }
}

function add(
  open: Map<string, Open>,
  row: JournalLineOfMonth,
  { isOneEntry, isInRed }: { readonly isOneEntry: boolean; readonly isInRed: boolean },
): void {
  const { kind, day, accountCode, accountName } = row;
  const one = open.get(kind) ?? { day, kind, entries: 0, first: row, last: row, lines: new Map() };
  open.set(kind, one);
  if (one.entries === 0 || one.last.number !== row.number) one.entries += 1;
  one.last = row;
  const { debitCents, creditCents } = isInRed ? inRed(row) : row;
  const key = isOneEntry ? String(row.lineNo) : JSON.stringify([accountCode, accountName, debitCents !== 0, isInRed]);
  const line = one.lines.get(key) ?? { accountCode, accountName, debitCents: 0, creditCents: 0 };
  line.debitCents += debitCents;
  line.creditCents += creditCents;
  one.lines.set(key, line);
}

/** What is of the whole month is dated its last day. Debits come first in what was added up, as accountants write it. */
function finished(
  { day, kind, entries, first, last, lines }: Open,
  { number, per }: { readonly number: number; readonly per: Grouping['per'] },
): Voucher {
  const all = [...lines.values()];
  const isDebit = ({ debitCents }: VoucherLine): boolean => debitCents !== 0;
  return {
    number,
    day: per === 'month' ? daysOfMonth(monthOf(day)).to : day,
    kind,
    entries,
    entry: range(first.number, last.number),
    document: range(first.document, last.document),
    corrects: entries === 1 ? first.corrects : null,
    lines: per === 'entry' ? all : [...all.filter(isDebit), ...all.filter((line) => !isDebit(line))],
  };
}

const range = (first: string, last: string): string => (first === last ? first : `${first}…${last}`);
