import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportedRow } from '../../db/export.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { writeWhole } from '../write-whole.ts';
import { csvPieces, NotOurCsv, readCsv } from './export-all-csv.ts';

const columns = ['id', 'name', 'note'];

function written(rows: readonly ExportedRow[]): string {
  const path = join(temporaryFolder(), 'table.csv');
  writeWhole(
    path,
    csvPieces({ columns, rows }, () => undefined),
  );
  return path;
}

test('no value, an empty text, numbers and texts that look like numbers stay what they are', () => {
  const rows = [
    [1, '', null],
    [-20, '007', '=1+1'],
    [9_007_199_254_740_991, 'a "b", c\r\nd', "'x"],
  ];
  const path = written(rows);
  expect(readFileSync(path, 'utf8').split('\r\n').slice(0, 3)).toEqual(['id,name,note', '1,"",', '-20,"007","=1+1"']);
  expect([...readCsv(path)]).toEqual([columns, ...rows]);
});

test('whatever is written is read back the same', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  const cell = fc.oneof(
    text,
    fc.constantFrom('"', '""', ',', '\r\n', '\n', ''),
    fc.maxSafeInteger(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
      expect([...readCsv(written(rows))]).toEqual([columns, ...rows]);
    }),
  );
});

test('cells and letters on the borders of what is read at once are whole', () => {
  const rows = Array.from({ length: 30_000 }, (_, n): ExportedRow => [n, `第${n}“行” 𠮷"${'，'.repeat(n % 7)}`, null]);
  expect([...readCsv(written(rows))]).toEqual([columns, ...rows]);
});

test.each([
  'id,name,note\r\n1,"a',
  'id,name,note\r\n1,"a",2',
  'id\r\n1.5\r\n',
  'id\r\n"a"b\r\n',
  'id\n1\n',
  'id\r\n1\r2\r\n',
])('what we would not have written is no export of ours: %j', (text) => {
  const path = join(temporaryFolder(), 'table.csv');
  writeFileSync(path, text);
  expect(() => [...readCsv(path)]).toThrow(NotOurCsv);
});

test('bytes that are no UTF-8 are no export of ours', () => {
  const path = join(temporaryFolder(), 'table.csv');
  writeFileSync(path, Buffer.from([0x69, 0x64, 0x0d, 0x0a, 0x22, 0xff, 0x22, 0x0d, 0x0a]));
  expect(() => [...readCsv(path)]).toThrow(NotOurCsv);
});
