import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../fixtures/folders.ts';
import { fileOf, inGbk } from '../../../fixtures/sale-files.ts';
import { createPauses } from '../pause.ts';
import { loadFile } from './load.ts';
import { records, separatorOf } from './records.ts';
import { openTable, type Table } from './table.ts';

const signal = new AbortController().signal;

async function open(content: string | Buffer) {
  const loaded = await loadFile(fileOf(content), signal);
  return 'bytes' in loaded ? openTable(loaded, createPauses()) : loaded;
}

async function tableOf(content: string | Buffer): Promise<Table> {
  const table = await open(content);
  if ('code' in table) throw new Error(JSON.stringify(table));
  return table;
}

async function read(content: string | Buffer) {
  const table = await tableOf(content);
  return { encoding: table.encoding, columns: table.columns, rows: [...table.batches()].flatMap(({ rows }) => rows) };
}

const text = '单号,品名\r\n1,茶壶\r\n2,"杯子, 大"\r\n';
const asRead = {
  columns: ['单号', '品名'],
  rows: [
    ['1', '茶壶'],
    ['2', '杯子, 大'],
  ],
};

describe('a file is read as it comes', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['GBK', inGbk(text), 'gb18030'],
    ['UTF-16 as Excel saves Unicode text', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 of big ends without its mark', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
    ['gzip', gzipSync(text), 'utf-8'],
    ['gzip in two members', Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]), 'utf-8'],
    ['line feeds alone', Buffer.from(text.replaceAll('\r\n', '\n')), 'utf-8'],
    ['carriage returns alone', Buffer.from(text.replaceAll('\r\n', '\r')), 'utf-8'],
    ['no line end at the end', Buffer.from(text.trimEnd()), 'utf-8'],
  ])('%s', async (_, content, encoding) => expect(await read(content)).toEqual({ encoding, ...asRead }));

  test.each([';', '\t', '|'])('separated by %j', async (separator) => {
    const content = ['单号,品名', '1,茶壶', '2,"杯子, 大"'].join('\n').replace(/,(?! )/g, separator);
    expect(await read(content)).toEqual({ encoding: 'utf-8', ...asRead });
  });

  test('names of columns lose their spaces, and lines before them may be empty', async () => {
    expect((await read('\n,\n"收货地址 ", 联系电话 \nx,y')).columns).toEqual(['收货地址', '联系电话']);
  });

  test('a first line that says what separates the cells is no row', async () => {
    expect(await read('sep=;\r\n单号;品名\r\n1;茶壶\r\n2;杯子, 大\r\n')).toEqual({ encoding: 'utf-8', ...asRead });
  });

  test.each([
    [
      'a title stands above the heading',
      '三月订单\n\n单号,品名,数量\n1,茶壶,2\n',
      ['单号', '品名', '数量'],
      [['1', '茶壶', '2']],
    ],
    [
      'a title, and cells parted by semicolons',
      '三月订单\n单号;品名;数量\n1;茶;2\n',
      ['单号', '品名', '数量'],
      [['1', '茶', '2']],
    ],
    [
      'what could be a title is not sure to be one',
      'note\na,b,c\nd,e,f\n',
      ['note'],
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'names come twice or not at all',
      'a,,a, ,b\n1,2,3,4,5\n',
      ['a', '(B)', 'a (2)', '(D)', 'b'],
      [['1', '2', '3', '4', '5']],
    ],
    ['the heading ends in a comma, the rows do not', 'a,b,\n1,2\n1\n', ['a', 'b', ''], [['1', '2', ''], ['1']]],
    ['the rows end in a comma, the heading does not', 'a,b\n1,2,\n', ['a', 'b'], [['1', '2', '']]],
  ])('%s', async (_, content, columns, rows) => {
    const table = await read(content);
    expect(table.columns).toEqual(columns);
    expect(table.rows.filter((cells) => cells.some((cell) => cell !== ''))).toEqual(rows);
  });

  test('a character cut in two by the end of a piece stays whole', async () => {
    const rows = Array.from({ length: 90_000 }, (_, row) => `${row},茶壶${'x'.repeat(row % 3)}`);
    const table = await read(inGbk(['a,b', ...rows].join('\r\n')));
    expect(table.rows).toEqual(rows.map((row) => row.split(',')));
  });

  test('a UTF-8 file with a broken character is still UTF-8', async () => {
    const broken = Buffer.concat([
      Buffer.from('单号,品名\n1,茶'),
      Buffer.from([0xe5, 0xa3]),
      Buffer.from('\n2,杯子很大很大\n'),
    ]);
    expect(await read(broken)).toMatchObject({
      encoding: 'utf-8',
      rows: [
        ['1', '茶\uFFFD'],
        ['2', '杯子很大很大'],
      ],
    });
  });
});

test('an English file with a few foreign bytes is read but for those', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => `${row},cup`);
  const latin = Buffer.from(['number,name', ...rows, '41,caf\xe9'].join('\n'), 'latin1');
  expect((await read(latin)).rows.at(-1)).toEqual(['41', 'caf\uFFFD']);
});

describe('a file that is none', () => {
  test.each([
    ['empty', ''],
    ['empty', '\uFEFF\n\n'],
    ['not-text', Buffer.from([0x50, 0x4b, 3, 5, 0, 0, 8, 0])],
    ['encoding', Buffer.alloc(400, 0xff)],
    ['gzip', gzipSync(text).subarray(0, 30)],
    ['not-text', `${text}\0`],
    ['workbook', '\n<html><table><tr><td>单号</td></tr></table></html>'],
    ['workbook', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['too-wide', `${'a,'.repeat(1_000_000)}\n1\n`],
    ['too-wide', `${'a,'.repeat(20_000)}\n1\n`],
    ['too-wide', `"${'a'.repeat(3_000_000)}`],
    ['too-large', gzipSync(Buffer.alloc(200 * 1024 * 1024 + 1, 'a'))],
  ])('%s', async (why, content) => {
    expect(await open(content)).toMatchObject({ code: 'file-not-readable', data: { why } });
  });

  test('is not there, or a folder', async () => {
    const folder = temporaryFolder();
    for (const path of [folder, join(folder, 'none.csv')])
      expect(await loadFile(path, signal)).toMatchObject({ code: 'no-such-file', data: { path } });
  });
});

describe('quotes', () => {
  const rowsOf = (pieces: string[]) => [...records(pieces, ',')].flat();

  test('a quoted cell may hold separators, quotes and line ends, wherever the piece ends', () => {
    const whole = 'a,b\n1,"x, ""y""\nz"\n2,"w"\n';
    const expected = [
      ['a', 'b'],
      ['1', 'x, "y"\nz'],
      ['2', 'w'],
    ];
    for (let cut = 0; cut <= whole.length; cut += 1)
      expect(rowsOf([whole.slice(0, cut), whole.slice(cut)])).toEqual(expected);
  });

  test.each([
    [
      'opened and never closed',
      '1,"open\n2,b\n3,c\n',
      [
        ['1', '"open'],
        ['2', 'b'],
        ['3', 'c'],
      ],
    ],
    [
      'inside a quoted cell',
      '1,"5" nail"\n2,b\n',
      [
        ['1', '"5" nail"'],
        ['2', 'b'],
      ],
    ],
    [
      'before a cell that is quoted',
      '"1,a\n2,"b"\n3,c\n',
      [
        ['"1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
      ],
    ],
    [
      'after a cell with a line end',
      '1,"x\ny","c"z\n2,b\n',
      [
        ['1', '"x'],
        ['y"', '"c"z'],
        ['2', 'b'],
      ],
    ],
  ])('a stray quote, %s, spoils its own line only', (_, content, rows) => {
    for (let cut = 0; cut <= content.length; cut += 1)
      expect(rowsOf([content.slice(0, cut), content.slice(cut)])).toEqual(rows);
  });

  test('a quote opened early does not swallow a long file', () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [String(row), 'x']);
    const content = `0,"open\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    const pieces = content.match(/[\s\S]{1,50000}/g) ?? [];
    expect(rowsOf(pieces)).toEqual([['0', '"open'], ...rows]);
  });

  test('the separator is the one outside the quotes', () => {
    expect(separatorOf(['"a,b,c";d;e'])).toBe(';');
    expect(separatorOf(['a'])).toBe(',');
  });
});
