import Papa from 'papaparse';

export type Separator = ',' | ';' | '\t' | '|';
const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** No record of a shop is longer: beyond it a quote was opened that nobody closed. */
const longestRecord = 64 * 1024;

/** A first line in which a spreadsheet says how the others are separated: `sep=;`. It is no row. */
export const separatorLine = /^"?sep=([,;\t|])"?[ ,;\t|]*(?:\n|$)/i;

/** The separator that stands most often in the heading, outside its quotes. A title above the heading has none. */
export function separatorOf(firstLines: readonly string[]): Separator {
  for (const line of firstLines) {
    const bare = line.replace(/"[^"]*"/g, '');
    const counted = separators.map((separator) => ({ separator, count: bare.split(separator).length - 1 }));
    const best = counted.reduce((most, next) => (next.count > most.count ? next : most));
    if (best.count > 0) return best.separator;
  }
  return ',';
}

/** Records as they stand between the separators, those of one piece of text at a time. */
export function* records(pieces: Iterable<string>, separator: Separator): Generator<string[][]> {
  let rest = '';
  for (const piece of pieces) {
    const { found, left } = wholeRecords(rest + piece, { separator, isEnd: false });
    rest = left;
    yield found;
  }
  // After a quote that nobody closed there may be whole lines left, the last of them with its line end.
  if (rest !== '') yield wholeRecords(rest.replace(/\n$/, ''), { separator, isEnd: true }).found;
}

type Reading = { readonly separator: Separator; readonly isEnd: boolean };

/**
 * All records of a text that are whole. A stray quote would swallow every row up to the next one: its line is taken as if quotes
 * meant nothing, and the rows after it are read as they should be.
 */
function wholeRecords(text: string, reading: Reading): { found: string[][]; left: string } {
  const quick = parse(text, reading);
  if (!quick.isBroken) return { found: quick.rows, left: reading.isEnd ? '' : text.slice(quick.cursor) };
  const found: string[][] = [];
  let left = text;
  while (left !== '') {
    const { rows, cursor, isBroken } = parseUntilBroken(left, reading);
    for (const row of rows) found.push(row);
    if (!isBroken) return { found, left: reading.isEnd ? '' : left.slice(cursor) };
    const lineEnd = left.indexOf('\n', cursor);
    if (lineEnd < 0 && !reading.isEnd) return { found, left: left.slice(cursor) };
    const end = lineEnd < 0 ? left.length : lineEnd;
    found.push(left.slice(cursor, end).split(reading.separator));
    left = left.slice(end + 1);
  }
  return { found, left };
}

type Parsed = { readonly rows: string[][]; readonly cursor: number; readonly isBroken: boolean };
type ParserResult = {
  readonly data: string[][];
  readonly errors: readonly unknown[];
  readonly meta: { cursor: number };
};

const quoting = { newline: '\n', quoteChar: '"' } as const;

function parse(text: string, { separator, isEnd }: Reading): Parsed {
  const parser = new Papa.Parser({ ...quoting, delimiter: separator });
  const { data, errors, meta } = parser.parse(text, 0, !isEnd) as ParserResult;
  const tooLong = !isEnd && text.length - meta.cursor > longestRecord;
  return { rows: data, cursor: meta.cursor, isBroken: errors.length > 0 || tooLong };
}

/** Stops before the first broken record; `cursor` is where it begins. */
function parseUntilBroken(text: string, { separator, isEnd }: Reading): Parsed {
  const rows: string[][] = [];
  let cursor = 0;
  let isBroken = false;
  const step = ({ data, errors, meta }: ParserResult): void => {
    if (errors.length > 0) {
      isBroken = true;
      parser.abort();
      return;
    }
    for (const row of data) rows.push(row);
    cursor = meta.cursor;
  };
  const parser = new Papa.Parser({ ...quoting, delimiter: separator, step: step as never });
  const { errors } = parser.parse(text, 0, !isEnd) as ParserResult;
  const tooLong = !isEnd && text.length - cursor > longestRecord;
  return { rows, cursor, isBroken: isBroken || errors.length > 0 || tooLong };
}
