import { type Refused, refuse } from '../../refused.ts';
import type { Pause } from '../pause.ts';
import { cleanCell } from '../rows/cells.ts';
import { decoded, type Encoding, encodingOf, hasZeros } from './encoding.ts';
import type { LoadedFile } from './load.ts';
import { records, type Separator, separatorOf } from './records.ts';

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

export const noRows: ReadonlySet<number> = new Set();

export type Table = {
  readonly encoding: Encoding | 'xlsx';
  readonly columns: readonly string[];
  /** Reads the rows from the start, each time it is called. */
  batches(): Generator<Batch>;
};

/** What a text becomes when GBK and UTF-8 were mixed up before: the characters cannot be had back. */
const damage = /\uFFFD|锟斤拷/;

/** The text of a file as a table. Refuses what has no rows and what is no text. */
export async function openTable(
  { path, bytes }: LoadedFile,
  pause: Pause,
): Promise<Table | Refused<'file-not-readable'>> {
  if (bytes.length === 0) return refuse('file-not-readable', { path, why: 'empty' });
  const encoding = await encodingOf(bytes, pause);
  if (encoding === undefined)
    return refuse('file-not-readable', { path, why: hasZeros(bytes) ? 'not-text' : 'encoding' });
  const heading = firstLine(decoded(bytes, encoding));
  if (heading === undefined) return refuse('file-not-readable', { path, why: 'empty' });
  const separator = separatorOf(heading);
  const columns = columnsOf(allRecords(bytes, encoding, separator));
  return { encoding, columns, batches: () => batchesOf(allRecords(bytes, encoding, separator)) };
}

type Records = Generator<{ readonly found: string[][]; readonly isDamaged: boolean; readonly bytesRead: number }>;

function* allRecords(bytes: readonly Buffer[], encoding: Encoding, separator: Separator): Records {
  let isDamaged = false;
  let bytesRead = 0;
  function* watched(): Generator<string> {
    let index = 0;
    for (const piece of decoded(bytes, encoding)) {
      isDamaged ||= damage.test(piece);
      bytesRead += bytes[index]?.length ?? 0;
      index += 1;
      yield piece;
    }
  }
  for (const found of records(watched(), separator)) yield { found, isDamaged, bytesRead };
}

function firstLine(pieces: Iterable<string>): string | undefined {
  for (const piece of pieces) {
    const line = piece.split('\n').find((text) => text.trim() !== '');
    if (line !== undefined) return line;
  }
  return undefined;
}

/** The first row that is not empty names the columns. */
function columnsOf(all: Records): string[] {
  for (const { found } of all) {
    const heading = found.find((cells) => !isBlank(cells));
    if (heading) return heading.map(cleanCell);
  }
  return [];
}

function* batchesOf(all: Records): Generator<Batch> {
  let row = 0;
  let isHeadingRead = false;
  for (const { found, isDamaged, bytesRead } of all) {
    let rows = found;
    if (!isHeadingRead) {
      const heading = found.findIndex((cells) => !isBlank(cells));
      if (heading < 0) continue;
      rows = found.slice(heading + 1);
      isHeadingRead = true;
    }
    yield { firstRow: row + 1, rows, isDamaged, withoutValue: noRows, bytesRead };
    row += rows.length;
  }
}

/** Nothing in it: an empty line, or the thousands of empty rows a spreadsheet may end in (FORMATS §1 rule 10). */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
