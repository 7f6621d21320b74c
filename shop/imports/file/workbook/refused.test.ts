import { expect, test } from 'vitest';
import { fileOf } from '../../../../fixtures/sale-files.ts';
import { textRows, workbookParts } from '../../../../fixtures/workbooks.ts';
import { type Part, type PartLies, zipOf } from '../../../../fixtures/zip.ts';
import { openFile } from '../open.ts';

const { signal } = new AbortController();
const parts = workbookParts({ sheets: [{ name: 'S', rows: textRows([['n'], ['1']]) }] });
const sheet = 'xl/worksheets/sheet1.xml';

function changed(name: string, change: (part: Part) => Part): Buffer {
  return zipOf(parts.map((part) => (part.name === name ? change(part) : part)));
}
const lying = (lies: PartLies): Buffer => changed(sheet, (part) => ({ ...part, lies }));
const holding = (content: string | Buffer): Buffer => changed(sheet, (part) => ({ ...part, content }));
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test.each([
  ['is a workbook of before 2007', 'workbook', Buffer.concat([compound, Buffer.alloc(600)])],
  ['has a password', 'protected', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])],
  ['has a part with a password', 'protected', lying({ flags: 1 })],
  ['is another package', 'workbook', zipOf([{ name: 'orders.xml', content: '<a/>' }])],
  ['is a package of tables', 'archive', zipOf([{ name: 'orders.csv', content: 'a,b\n1,2\n' }])],
  ['is cut off', 'workbook', zipOf(parts).subarray(0, -40)],
  ['is damaged', 'workbook', lying({ sum: 1 })],
  ['says less than it unpacks to', 'bomb', lying({ length: 10 })],
  ['says far more than it could hold', 'bomb', lying({ length: 4_000_000_000 })],
  ['has parts that lie in each other', 'bomb', lying({ offset: 0 })],
  ['has a part outside of it', 'workbook', lying({ name: '../sheet1.xml' })],
  ['declares entities of its own', 'bomb', holding('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>')],
  ['is nested without end', 'bomb', holding('<a>'.repeat(1000))],
  ['has nothing in it', 'empty', holding('<worksheet><sheetData/></worksheet>')],
  ['is larger than any we read', 'too-large', Buffer.concat([zipOf(parts), Buffer.alloc(10 * 1024 * 1024)])],
  [
    'shows one text in all its cells',
    'too-wide',
    holding(
      `<worksheet><sheetData><row>${`<c t="str"><v>${'a'.repeat(30_000)}</v></c>`.repeat(40)}</row></sheetData></worksheet>`,
    ),
  ],
])('a workbook that %s is refused as %j', async (_, why, bytes) => {
  const path = fileOf(bytes, 'sales.xlsx');
  expect(await openFile(path, { signal })).toMatchObject({ code: 'file-not-readable', data: { path, why } });
});

test('reading is given up when nobody wants it any more', async () => {
  const rows = textRows(Array.from({ length: 50_000 }, (_, row) => [String(row)]));
  const path = fileOf(zipOf(workbookParts({ sheets: [{ name: 'S', rows }] })), 'sales.xlsx');
  const controller = new AbortController();
  const opening = openFile(path, { signal: controller.signal });
  setTimeout(() => controller.abort(), 30);
  expect(await opening).toMatchObject({ code: 'cancelled' });
});
