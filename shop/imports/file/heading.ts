import { cleanCell } from '../rows/cells.ts';

/** Titles stand above a heading in so many rows at most. */
export const rowsWithHeading = 10;

/** A heading that stands below a title names so many columns at least, and no cell of it is a figure or a day. */
const fewestNames = 3;
const isFigure = /^[-+(]?[¥￥$€£]?[\d.,]+[%)]?$|^\d{4}[-/.年]\d/;

/**
 * Where the heading stands among the first rows: in the first that is not empty. Some platforms write a title above it, in one cell or
 * two: then it is the first row after that which is wholly words, more than twice as many as any row above, when there are rows like it below. Where
 * that is not sure, the first row counts. Nothing when all are empty.
 */
export function headingAt(rows: readonly (readonly string[])[]): number | undefined {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== ''));
  const first = filled.findIndex((cells) => cells.length > 0);
  if (first < 0) return undefined;
  let most = 0;
  for (let index = first; index < filled.length; index += 1) {
    const cells = filled[index] ?? [];
    if (most > 2) return first;
    if (most > 0 && cells.length >= fewestNames && cells.length > 2 * most)
      return areNames(cells) && isFollowed(filled.slice(index + 1), cells.length) ? index : first;
    most = Math.max(most, cells.length);
  }
  return first;
}

function areNames(cells: readonly string[]): boolean {
  return new Set(cells).size === cells.length && cells.every((cell) => !isFigure.test(cell.trim()));
}

/** The next row has figures among its cells, and about as many of them. */
function isFollowed(below: readonly (readonly string[])[], width: number): boolean {
  const next = below.find((cells) => cells.length > 0);
  return next !== undefined && 2 * next.length >= width && next.some((cell) => isFigure.test(cell.trim()));
}

/**
 * The columns' names, each one its own: a second `备注` becomes `备注 (2)`, and a column without a name between others gets its letter, `(C)`.
 * Names that are missing at the end stay empty.
 */
export function columnNames(heading: readonly string[]): string[] {
  const cleaned = heading.map(cleanCell);
  const last = cleaned.findLastIndex((name) => name !== '');
  const counts = new Map<string, number>();
  return cleaned.map((name, index) => {
    if (name === '') return index < last ? `(${letterOf(index)})` : '';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** As spreadsheets call their columns: A, B, …, Z, AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/**
 * A row that ends before columns without a name at the end, which some exports leave out, is filled up to them. Other short rows stay
 * as they are, and are refused.
 */
export function fillUp(cells: string[], columns: readonly string[]): string[] {
  const named = columns.findLastIndex((name) => name !== '') + 1;
  while (cells.length >= named && cells.length < columns.length) cells.push('');
  return cells;
}
