import { stringify } from 'csv-stringify/sync';
import type { WrittenFile } from './control-sheet.ts';
import type { Drafts } from './folder.ts';
import { gb18030 } from './gb18030.ts';
import { type WorkSheet, workbook } from './xlsx.ts';

export type Table = { readonly headings: readonly string[]; readonly rows: Iterable<readonly string[]> };
export type Encoding = 'utf-8' | 'gb18030';

/** Text of some other program: what stands first, and then its records. */
export type Records = {
  readonly head: string;
  readonly records: Iterable<string>;
  readonly encoding: Encoding;
};

/** Writes the files of a pack in the forms that programs read; rows are what each holds below its heading. */
export type PackWriter = {
  csv(name: string, table: Table, encoding?: Encoding): WrittenFile;
  text(name: string, records: Records): WrittenFile;
  /** The rows are those of the first sheet. */
  workbook(name: string, sheets: readonly [WorkSheet, ...WorkSheet[]]): WrittenFile;
};

const byteOrderMark = '\uFEFF';
const atOnce = 1000;

/** A cell with a break, or with what another country's spreadsheet takes for a separator, is quoted as well. */
const layout = { record_delimiter: '\r\n', quoted_match: /[\r\n\t;]/ };

export function packWriter(drafts: Drafts): PackWriter {
  const write = (name: string, counted: Counted, pieces: Iterable<string | Uint8Array>): WrittenFile => {
    const { sha256 } = drafts.write(name, pieces);
    return { name, rows: counted.rows, sha256 };
  };
  return {
    csv: (name, { headings, rows }, encoding = 'utf-8') => {
      const counted = { rows: 0 };
      const head = (encoding === 'utf-8' ? byteOrderMark : '') + stringify([[...headings]], layout);
      return write(name, counted, encoded(csvPieces(head, count(rows, counted)), encoding));
    },
    text: (name, { head, records, encoding }) => {
      const counted = { rows: 0 };
      return write(name, counted, encoded(textPieces(head, count(records, counted)), encoding));
    },
    workbook: (name, [first, ...others]) => {
      const counted = { rows: 0 };
      return write(name, counted, workbook([{ ...first, rows: count(first.rows, counted) }, ...others]));
    },
  };
}

type Counted = { rows: number };

function* count<Row>(rows: Iterable<Row>, counted: Counted): Generator<Row> {
  for (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}

function* csvPieces(head: string, rows: Iterable<readonly string[]>): Generator<string> {
  yield head;
  for (const batch of batches(rows)) yield stringify(batch, layout);
}

function* textPieces(head: string, records: Iterable<string>): Generator<string> {
  yield head;
  for (const batch of batches(records)) yield batch.join('');
}

function* batches<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* encoded(pieces: Iterable<string>, encoding: Encoding): Generator<string | Uint8Array> {
  for (const piece of pieces) yield encoding === 'utf-8' ? piece : gb18030(piece);
}

/** Rows as they come; `onRows` is told of every thousandth, with how many there were, and may throw to give up. */
export function* watched<Row>(rows: Iterable<Row>, onRows: (rows: number) => void): Generator<Row> {
  let seen = 0;
  for (const row of rows) {
    yield row;
    seen += 1;
    if (seen % atOnce === 0) onRows(seen);
  }
}
