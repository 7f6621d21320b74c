import { closeSync, openSync, readSync } from 'node:fs';
import type { ExportedRow } from '../../db/export.ts';
import { tidy } from '../../db/tidy.ts';

/**
 * CSV that says everything a row says: texts stand between quotes, whole numbers do not, and nothing at all (NULL) is an empty cell, while an
 * empty text is `""`. So no reader has to guess; for all else it is RFC 4180 in UTF-8.
 */
function lineOf(row: ExportedRow): string {
  return `${row.map(cellOf).join()}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`;
}

const charactersAtOnce = 1 << 16;

export type CsvTable = { readonly columns: readonly string[]; readonly rows: Iterable<ExportedRow> };

/** The text of a table, in pieces of some thousand characters. `onRows` is told how many rows came since it was last told. */
export function* csvPieces({ columns, rows }: CsvTable, onRows: (rows: number) => void): Generator<string> {
  let [piece, count] = [`${columns.join(',')}\r\n`, 0];
  for (const row of rows) {
    piece += lineOf(row);
    count += 1;
    if (piece.length < charactersAtOnce) continue;
    yield piece;
    onRows(count);
    [piece, count] = ['', 0];
  }
  yield piece;
  onRows(count);
}

const bytesAtOnce = 1 << 20;

function* bytesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(bytesAtOnce);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) yield chunk.subarray(0, read);
  } finally {
    tidy(() => closeSync(file));
  }
}

/** A file that is not written as `csvPieces` writes. */
export class NotOurCsv extends Error {
  override readonly name = 'NotOurCsv';
}

/** The records of a file, the first of them the names of the columns as texts or bare words. */
export function* readCsv(path: string): Generator<ExportedRow> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  try {
    for (const bytes of bytesOf(path)) {
      rest += decoder.decode(bytes, { stream: true });
      rest = yield* recordsIn(rest);
    }
    rest += decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new NotOurCsv(`${path} is not UTF-8`) : error;
  }
  if (rest !== '') throw new NotOurCsv(`${path} ends in the middle of a line`);
}

/** Yields the whole records of a text and gives what is left of it. */
function* recordsIn(text: string): Generator<ExportedRow, string> {
  let from = 0;
  while (from < text.length) {
    const record = recordAt(text, from);
    if (!record) break;
    yield record.row;
    from = record.end;
  }
  return text.slice(from);
}

/** The record that begins there and where the next one does; nothing when its end is not there yet. */
function recordAt(text: string, from: number): { row: ExportedRow; end: number } | undefined {
  const row: (string | number | null)[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? quotedAt(text, at) : bareAt(text, at);
    if (!cell) return undefined;
    row.push(cell.value);
    at = cell.end;
    const next = text[at];
    if (next === ',') at += 1;
    else if (next === '\r' && text[at + 1] === '\n') return { row, end: at + 2 };
    else if (next === undefined || (next === '\r' && at + 1 === text.length)) return undefined;
    else throw new NotOurCsv(`${JSON.stringify(next)} after a cell`);
  }
}

type Cell = { readonly value: string | number | null; readonly end: number };

function quotedAt(text: string, from: number): Cell | undefined {
  let end = from + 1;
  for (;;) {
    end = text.indexOf('"', end);
    // A quote at the very end may be the first of two.
    if (end < 0 || end + 1 >= text.length) return undefined;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return { value: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
}

const wholeNumber = /^-?\d{1,16}$/;
const columnName = /^[a-z_0-9]+$/;

function bareAt(text: string, from: number): Cell | undefined {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\r') end += 1;
  if (end === text.length) return undefined;
  const bare = text.slice(from, end);
  if (bare === '') return { value: null, end };
  if (wholeNumber.test(bare)) return { value: Number(bare), end };
  if (columnName.test(bare)) return { value: bare, end };
  throw new NotOurCsv(`a cell without quotes: ${JSON.stringify(bare.slice(0, 40))}`);
}
