import { type Refused, refuse } from '../../refused.ts';
import type { Pause } from '../pause.ts';
import { damage, decoded, type Encoding, encodingOf, hasZeros, longestLineOf } from './encoding.ts';
import { columnNames, fillUp, headingAt, rowsWithHeading } from './heading.ts';
import { longestLine, mostColumns } from './limits.ts';
import type { LoadedFile } from './load.ts';
import { records, type Separator, separatorLine, separatorOf } from './records.ts';

/** Rows of one piece of the file. `firstRow` counts from 1 at the first row of data; rows without anything in them are counted too. */
export type Batch = {
  readonly firstRow: number;
  readonly rows: readonly string[][];
  /** Somewhere until here a character was broken. */
  readonly isDamaged: boolean;
  /** Which of the rows (counted from 0 within them) have a formula whose value was never worked out. */
  readonly withoutValue: ReadonlySet<number>;
  /** Of the file, until here. */
  readonly bytesRead: number;
};

const noRows: ReadonlySet<number> = new Set();

export type Table = {
  readonly encoding: Encoding | 'xlsx';
  readonly columns: readonly string[];
  /** What stands above the heading, line by line. */
  readonly above: readonly string[];
  /** Reads the rows from the start, each time it is called. */
  batches(): Generator<Batch>;
};

/** Pages and workbooks that only call themselves tables: many programs write one of these under the name of a workbook. */
const markup = /^\s*<(\?xml|!doctype|html|head|meta|style|table)\b/i;

/** The text of a file as a table. Refuses what has no rows and what is no text. */
export async function openTable(file: LoadedFile, pause: Pause): Promise<Table | Refused<'file-not-readable'>> {
  const { path, bytes } = file;
  if (bytes.length === 0) return refuse('file-not-readable', { path, why: 'empty' });
  const encoding = await encodingOf(bytes, pause);
  if (encoding === undefined)
    return refuse('file-not-readable', { path, why: hasZeros(bytes) ? 'not-text' : 'encoding' });
  if (longestLineOf(bytes) > longestLine) return refuse('file-not-readable', { path, why: 'too-wide' });
  const lines = firstLines(textOf(bytes, encoding));
  if (lines.length === 0) return refuse('file-not-readable', { path, why: 'empty' });
  if (markup.test(lines[0] ?? '')) return refuse('file-not-readable', { path, why: 'workbook' });
  const separator = statedSeparator(bytes, encoding) ?? separatorOf(lines);
  const heading = findHeading(allRecords(bytes, encoding, separator));
  if (heading === undefined) return refuse('file-not-readable', { path, why: 'empty' });
  if (heading.cells.length > mostColumns) return refuse('file-not-readable', { path, why: 'too-wide' });
  const columns = columnNames(heading.cells);
  const batches = (): Generator<Batch> => batchesOf(allRecords(bytes, encoding, separator), { heading, columns });
  return { encoding, columns, above: heading.above, batches };
}

/** The text piece by piece without a first line that only says what separates the cells. */
function* textOf(bytes: readonly Buffer[], encoding: Encoding): Generator<string> {
  let isFirst = true;
  for (const piece of decoded(bytes, encoding)) {
    yield isFirst ? piece.replace(separatorLine, '') : piece;
    isFirst = false;
  }
}

function statedSeparator(bytes: readonly Buffer[], encoding: Encoding): Separator | undefined {
  for (const piece of decoded(bytes, encoding)) return separatorLine.exec(piece)?.[1] as Separator | undefined;
  return undefined;
}

type Found = { readonly found: string[][]; readonly isDamaged: boolean; readonly bytesRead: number };

function* allRecords(bytes: readonly Buffer[], encoding: Encoding, separator: Separator): Generator<Found> {
  let isDamaged = false;
  let bytesRead = 0;
  function* watched(): Generator<string> {
    let index = 0;
    for (const piece of textOf(bytes, encoding)) {
      isDamaged ||= damage.test(piece);
      bytesRead += bytes[index]?.length ?? 0;
      index += 1;
      yield piece;
    }
  }
  for (const found of records(watched(), separator)) yield { found, isDamaged, bytesRead };
}

/** The first lines with anything in them, of the first piece that has any. */
function firstLines(pieces: Iterable<string>): string[] {
  for (const piece of pieces) {
    const lines = piece.split('\n').filter((text) => text.trim() !== '');
    if (lines.length > 0) return lines.slice(0, rowsWithHeading);
  }
  return [];
}

/** Where the heading stands: in which piece that has records, and where in it. */
type Heading = {
  readonly piece: number;
  readonly at: number;
  readonly cells: readonly string[];
  readonly above: readonly string[];
};

function findHeading(all: Iterable<Found>): Heading | undefined {
  let piece = 0;
  for (const { found } of all) {
    const first = found.findIndex((cells) => !isBlank(cells));
    const at = first + (headingAt(found.slice(first, first + rowsWithHeading)) ?? 0);
    if (first >= 0) return { piece, at, cells: found[at] ?? [], above: found.slice(first, at).map(lineOf) };
    piece += 1;
  }
  return undefined;
}

type Shape = { readonly heading: Heading; readonly columns: readonly string[] };

function* batchesOf(all: Iterable<Found>, { heading, columns }: Shape): Generator<Batch> {
  const endsUnnamed = columns.at(-1) === '';
  let row = 0;
  let piece = 0;
  for (const { found, isDamaged, bytesRead } of all) {
    const rows = piece === heading.piece ? found.slice(heading.at + 1) : found;
    piece += 1;
    if (piece <= heading.piece) continue;
    if (endsUnnamed) for (const cells of rows) fillUp(cells, columns);
    yield { firstRow: row + 1, rows, isDamaged, withoutValue: noRows, bytesRead };
    row += rows.length;
  }
}

/** The cells of a line that is no row, as one text. */
export function lineOf(cells: readonly string[]): string {
  return cells.join(' ').trim();
}

/** Nothing in it: an empty line, or the thousands of empty rows a spreadsheet may end in (FORMATS §1 rule 10). */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
