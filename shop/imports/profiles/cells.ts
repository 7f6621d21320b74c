import { Temporal } from 'temporal-polyfill';
import { readAmount } from '../rows/figures.ts';
import type { CellOf, SalesHabits } from './habits.ts';

const tenThousandths = readAmount(4);

/** Cells of money as one, each of either sign. One that is no figure stands for the sum, so that its row is refused for it. */
export function sumOf(...texts: readonly string[]): string {
  let sum: number | undefined;
  for (const text of texts) {
    const amount = tenThousandths(text);
    if (amount.problem !== undefined) return text;
    if (amount.value !== undefined) sum = (sum ?? 0) + amount.value;
  }
  return sum === undefined ? '' : decimal(sum);
}

/** An amount with the other sign. */
export function less(text: string): string {
  const amount = tenThousandths(text);
  if (amount.problem !== undefined) return text;
  return amount.value === undefined ? '' : decimal(-Math.abs(amount.value));
}

/** Whether a cell is an amount above zero. */
export function isAbove(text: string): boolean {
  const amount = tenThousandths(text);
  return amount.problem === undefined && (amount.value ?? 0) > 0;
}

function decimal(e4: number): string {
  return (e4 / 10_000).toFixed(4);
}

/** A title too long for an item's name is cut. */
export const cutName = (raw: string): string => raw.slice(0, 200);
export const cutSpec = (raw: string): string => raw.slice(0, 100);

const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

/** `03/08/2026`, `3/8/26`: month, day, year, as American programs write it. */
export function americanDay(raw: string): string {
  const parts = american.exec(raw.trim());
  if (!parts) return raw;
  const [, month, day, year = ''] = parts;
  return `${year.length === 2 ? `20${year}` : year}-${month}-${day}`;
}

const clock = /^(\d{1,2}):(\d{2})(:\d{2})?$/;

/** A moment in a zone of its own, as one that cannot be mistaken; as it stands where that cannot be told. */
export function momentIn(zone: string, day: string, time: string): string {
  const [year, month = '', date = ''] = day.split('-');
  const parts = clock.exec(time.trim());
  if (!parts) return `${day} ${time}`.trim();
  const [, hour = '', minute, second = ''] = parts;
  try {
    const plain = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}${second}`;
    return Temporal.PlainDateTime.from(plain).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return `${day} ${time}`;
  }
}

/** The first of the row's cells that says anything. */
export const orElse =
  (...headings: readonly string[]) =>
  (raw: string, cell: CellOf): string =>
    raw || (headings.map((heading) => cell(heading)).find((text) => text !== '') ?? '');

/** Words of a status without the differences between full-width and half-width signs. */
export function judging(judge: NonNullable<SalesHabits['meaningOf']>): NonNullable<SalesHabits['meaningOf']> {
  return (status, cell) => judge(status.normalize('NFKC'), cell);
}
