import { expect, test } from 'vitest';
import { fileOf } from '../../../../fixtures/sale-files.ts';
import { sheetXml, textRows, type WorkbookXml, workbookFile, workbookParts } from '../../../../fixtures/workbooks.ts';
import { writtenWorkbook } from '../../../../fixtures/written-workbook.ts';
import { zipOf } from '../../../../fixtures/zip.ts';
import { type OpenedFile, openFile } from '../open.ts';

const { signal } = new AbortController();

async function opened(path: string, sheet?: string): Promise<OpenedFile> {
  const file = await openFile(path, { sheet, signal });
  if ('code' in file) throw new Error(JSON.stringify(file));
  return file;
}

function rowsOf({ table }: OpenedFile): string[][] {
  return [...table.batches()].flatMap(({ rows }) => rows);
}

/** The cells of one row below a heading of so many columns. */
async function cellsOf(cells: string, { width = 1, ...rest }: Partial<WorkbookXml> & { width?: number } = {}) {
  const heading = textRows([Array.from({ length: width }, (_, index) => `column ${index}`)]);
  return rowsOf(
    await opened(workbookFile({ sheets: [{ name: 'S', rows: `${heading}<row>${cells}</row>` }], ...rest })),
  )[0];
}

test.each([
  ['2.5499999999999998', '2.55'],
  ['85123', '85123'],
  ['0.1', '0.1'],
  ['-12.0', '-12'],
  ['0.30000000000000004', '0.3'],
  ['1.1368683772161603E-13', '0.000000000000113686837721616'],
  ['1.2345678901234501E+17', '1.23456789012345E+17'],
  ['1234567890123450', '1.23456789012345E+15'],
  ['1234567890123456', '1234567890123456'],
  ['123456789012345', '123456789012345'],
  ['not a number', 'not a number'],
])('the number %s is %s', async (raw, text) => {
  expect(await cellsOf(`<c><v>${raw}</v></c>`)).toEqual([text]);
});

test.each([
  ['a day and time without its tail', 22, '40513.351388888892', '2010-12-01 08:26:00'],
  ['a day', 14, '40513', '2010-12-01'],
  ['a day that has a time after all', 14, '40513.75', '2010-12-01 18:00:00'],
  ['midnight', 22, '40513', '2010-12-01 00:00:00'],
  ['a time', 21, '0.351388888888889', '08:26:00'],
  ['a Chinese day', 31, '46096', '2026-03-15'],
  ['what no day can be', 14, '99999999', '99999999'],
  ['a price', 4, '40513.5', '40513.5'],
])('%s', async (_, format, raw, text) => {
  expect(await cellsOf(`<c s="1"><v>${raw}</v></c>`, { styles: [0, format] })).toEqual([text]);
});

test.each([
  ['yyyy"年"m"月"d"日"', '2026-03-15'],
  ['[$-804]yyyy/m/d h:mm;@', '2026-03-15 12:00:00'],
  ['m/d', '2026-03-15 12:00:00'],
  ['#,##0.00"元"', '46096.5'],
  ['0.00_ ;[Red]-0.00', '46096.5'],
  ['"day "0', '46096.5'],
])('a format of the workbook, %s', async (code, text) => {
  const value = text === '2026-03-15' ? '46096' : '46096.5';
  expect(await cellsOf(`<c s="1"><v>${value}</v></c>`, { styles: [0, 170], formats: { 170: code } })).toEqual([text]);
});

test('days of old Macs count from 1904, and zeros that are only shown belong to a code', async () => {
  const workbook = { styles: [0, 14, 170], formats: { 170: '000000' }, width: 2 };
  const cells = '<c s="1"><v>39051</v></c><c s="2"><v>123</v></c>';
  expect(await cellsOf(cells, { ...workbook, is1904: true })).toEqual(['2010-12-01', '000123']);
});

test('texts, yes and no, mistakes and values of formulas are as a CSV of the sheet has them', async () => {
  const cells = [
    '<c t="s"><v>0</v></c>',
    '<c t="s"><v>1</v></c>',
    '<c t="inlineStr"><is><t>a &lt;b&gt; &amp; &#20013;_x000D_&unknown;</t></is></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c><f>6*7</f><v>42</v></c>',
    '<c t="str"><f>A1&amp;"x"</f><v></v></c>',
    '<c t="s"><v>99</v></c>',
  ].join('');
  const strings = ['<t xml:space="preserve"> cup </t>', '<r><t>茶</t></r><r><rPr/><t>壶</t></r><rPh><t>chá</t></rPh>'];
  expect(await cellsOf(cells, { strings, width: 8 })).toEqual([
    ' cup ',
    '茶壶',
    'a <b> & 中\r&unknown;',
    'TRUE',
    '#N/A',
    '42',
    '',
    '\uFFFD',
  ]);
});

test('a formula without a value is told apart, and never worked out', async () => {
  const rows = `${textRows([['a', 'b']])}<row><c><v>1</v></c><c><f>A2*2</f></c></row><row><c><v>2</v></c><c><f>A3*2</f><v>4</v></c></row>`;
  const { table } = await opened(workbookFile({ sheets: [{ name: 'S', rows }] }));
  const [batch] = [...table.batches()];
  expect(batch).toMatchObject({
    rows: [
      ['1', '=A2*2'],
      ['2', '4'],
    ],
    withoutValue: new Set([0]),
  });
});

test('rows keep their place, gaps do not count as rows, and empty rows at the end are none', async () => {
  const empty = Array.from({ length: 3000 }, (_, index) => `<row r="${900_001 + index}"/>`).join('');
  const rows = `<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c></row><row r="900000"><c r="C900000"><v>4</v></c></row>${empty}`;
  const { table } = await opened(workbookFile({ sheets: [{ name: 'S', rows }] }));
  expect(table.columns).toEqual(['(A)', '1', '(C)', '2']);
  expect([...table.batches()].map(({ firstRow, rows: found }) => ({ firstRow, rows: found }))).toEqual([
    { firstRow: 1, rows: [[], ['', '3', '', '']] },
    { firstRow: 899_997, rows: [['', '', '4', '']] },
  ]);
});

test('the first sheet that has rows is read unless another is asked for', async () => {
  const path = workbookFile({
    sheets: [
      { name: '说明', rows: '' },
      { name: 'hidden', rows: textRows([['x'], ['0']]), state: 'hidden' },
      { name: '订单报表', rows: textRows([['订单号'], ['1']]) },
      { name: '销售明细 & 发货', rows: textRows([['明细'], ['2']]) },
    ],
  });
  const first = await opened(path);
  expect(first).toMatchObject({ sheet: '订单报表', sheets: ['说明', 'hidden', '订单报表', '销售明细 & 发货'] });
  expect(rowsOf(first)).toEqual([['1']]);
  expect(rowsOf(await opened(path, '销售明细 & 发货'))).toEqual([['2']]);
  expect(await openFile(path, { sheet: '发货报表', signal })).toMatchObject({
    code: 'no-such-sheet',
    data: { sheet: '发货报表', sheets: first.sheets },
  });
});

test('a title above the heading, in a cell that is merged over it, is no row', async () => {
  const rows = `<row><c t="inlineStr"><is><t>三月订单报表</t></is></c></row>${textRows([
    ['订单号', '商品', '数量'],
    ['1', '茶壶', '2'],
  ])}`;
  const { table } = await opened(workbookFile({ sheets: [{ name: 'S', rows }] }));
  expect(table.columns).toEqual(['订单号', '商品', '数量']);
});

test('only so many rows are handed over as a look into the file needs', async () => {
  const rows = textRows([['n'], ...Array.from({ length: 30_000 }, (_, index) => [String(index)])]);
  const file = await openFile(workbookFile({ sheets: [{ name: 'S', rows }] }), { first: 100, signal });
  if ('code' in file) throw new Error(file.code);
  expect(rowsOf(file).length).toBeLessThan(20_000);
  expect(rowsOf(file)[99]).toEqual(['99']);
});

test('names with a prefix, places from the root and parts in another case are found', async () => {
  const parts = workbookParts({ sheets: [{ name: 'S', rows: textRows([['n'], ['1']]) }] }).map((part) => {
    const content = String(part.content).replace('"worksheets/sheet1.xml"', '"/XL/worksheets/Sheet1.xml"');
    const isSheet = part.name.includes('sheet1');
    return { ...part, content: isSheet ? content.replace(/<(\/?)(?!\?)/g, '<$1x:') : content };
  });
  expect(rowsOf(await opened(fileOf(zipOf(parts), 's.xlsx')))).toEqual([['1']]);
});

test('a part in UTF-16 is read', async () => {
  const sheet = sheetXml(textRows([['名称'], ['茶壶']]));
  const parts = workbookParts({ sheets: [{ name: 'S', rows: '' }] }).map((part) =>
    part.name.includes('sheet1') ? { ...part, content: Buffer.from(`\uFEFF${sheet}`, 'utf16le') } : part,
  );
  expect(rowsOf(await opened(fileOf(zipOf(parts), 's.xlsx')))).toEqual([['茶壶']]);
});

test('a workbook that another program wrote is read', async () => {
  const path = await writtenWorkbook({ code: '001', soldAt: new Date(Date.UTC(2026, 2, 8, 10, 15)), quantity: 2.55 });
  expect(rowsOf(await opened(path))).toEqual([['001', '2026-03-08 10:15:00', '2.55']]);
});
