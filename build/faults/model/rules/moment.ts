import type { Settings } from '../../../../contract/api/settings.ts';
import type { Entry, EntryLine, Facts, Move } from './books.ts';
import { monthOf } from './figures.ts';
import { No } from './no.ts';

/** What an action sees beside the books. */
export type Moment = {
  readonly books: Facts;
  readonly settings: Settings;
  readonly now: string;
  /** The business day: the clock's, but never one before the last event's. */
  readonly today: string;
};

export function digitsOf({ settings }: Moment): number {
  return settings.currency === 'JPY' ? 0 : 2;
}

/** A month is closed by its own closing or by that of a later one. */
export function mustBeOpen({ books }: Moment, day: string): void {
  const month = monthOf(day);
  if (books.closings.some((closing) => closing.month >= month)) throw new No('month-closed', { month });
}

/** Gapless per series and year of the document's day. One that a sale got by hand is counted and passed over. */
export function nextNumber(moment: Moment, series: string, day: string): string {
  const { books } = moment;
  const year = Number(day.slice(0, 4));
  const seq = 1 + books.documents.filter((own) => own.series === series && own.year === year).length;
  const number = `${series}-${year}-${String(seq).padStart(6, '0')}`;
  books.documents.push({ number, series, year, seq, day });
  const taken = books.sales.some((sale) => sale.number === number);
  return taken ? nextNumber(moment, series, day) : number;
}

export function move({ books }: Moment, row: Move): void {
  books.moves.push(row);
}

/** Sides of the same role are one line; what is nothing is left out, and so is an entry of nothing. */
export function post(
  moment: Moment,
  { lines, ...head }: Omit<Entry, 'number' | 'lines'> & { lines: readonly EntryLine[] },
): void {
  const sides = new Map<string, EntryLine>();
  for (const { role, debit, credit } of lines) {
    if (debit === 0 && credit === 0) continue;
    const key = `${role} ${debit > 0}`;
    const before = sides.get(key) ?? { role, debit: 0, credit: 0 };
    sides.set(key, { role, debit: before.debit + debit, credit: before.credit + credit });
  }
  if (sides.size === 0) return;
  moment.books.entries.push({ ...head, number: nextNumber(moment, 'J', head.day), lines: [...sides.values()] });
}

export function debit(role: EntryLine['role'], cents: number): EntryLine {
  return { role, debit: cents, credit: 0 };
}

export function credit(role: EntryLine['role'], cents: number): EntryLine {
  return { role, debit: 0, credit: cents };
}

export function roleOf(tender: string): EntryLine['role'] {
  return (tender === 'other' ? 'other-tender' : tender) as EntryLine['role'];
}
