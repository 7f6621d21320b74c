import { gzipSync } from 'node:zlib';
import { sheetXml, textRows, workbookParts } from '../../../../fixtures/workbooks.ts';
import { type Part, type PartLies, zipOf } from '../../../../fixtures/zip.ts';
import type { Random } from './random.ts';
import { type Craft, flipped, heading, saleRows } from './texts.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';

function goodParts(random: Random, number: number): Part[] {
  const rows = textRows([heading, ...saleRows(random, number)]);
  return workbookParts({ sheets: [{ name: '订单报表', rows }], strings: ['<t>茶壶</t>'], styles: [0, 14] });
}

/** A workbook of which one part is another. */
function withPart(name: string, change: (part: Part, random: Random) => Part | Part[]): Craft {
  return (random, number) =>
    zipOf(goodParts(random, number).flatMap((part) => (part.name === name ? change(part, random) : part)));
}

function withSheet(change: (xml: string, random: Random) => string): Craft {
  return withPart(sheetPart, (part, random) => ({ ...part, content: change(String(part.content), random) }));
}

function lying(lies: (part: Part) => PartLies, name = sheetPart): Craft {
  return withPart(name, (part) => ({ ...part, lies: lies(part) }));
}

/** Rows after the good ones. */
function withRows(rows: string): Craft {
  return withSheet((xml) => xml.replace('</sheetData>', `${rows}</sheetData>`));
}

const cellsOf = (cells: string): Craft => withRows(`<row>${cells}</row>`);
const huge = 'a'.repeat(2_000_000);
const entities = `<!DOCTYPE s [${Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('')}]>`;

/** The text of a million cells, each a long text that stands in the file once. */
const echoes = (random: Random, number: number): Buffer => {
  const rows = `<row>${'<c t="s"><v>0</v></c>'.repeat(16_000)}</row>`.repeat(60);
  const parts = workbookParts({ sheets: [{ name: 'S', rows }], strings: [`<t>${'茶'.repeat(30_000)}</t>`] });
  return zipOf([...parts, { name: `xl/${number}.bin`, content: random.bytes(10) }]);
};

const manyTexts = (): Buffer =>
  zipOf(
    workbookParts({
      sheets: [{ name: 'S', rows: textRows([['n'], ['1']]) }],
      strings: Array.from({ length: 3_000_000 }, () => '<t/>'),
    }),
  );

const badSheets: readonly Craft[] = [
  withSheet((xml) => xml.replace('<worksheet', `${entities}<worksheet`)),
  withSheet((xml) => `<!DOCTYPE x SYSTEM "file:///etc/passwd">${xml}`),
  withSheet((xml) => xml.replace('<sheetData>', '<a>'.repeat(100_000))),
  withSheet((xml) => xml.replace('<sheetData>', `${'<a>'.repeat(150)}${'</a>'.repeat(150)}<sheetData>`)),
  withSheet((xml) => xml.replace('</sheetData>', '')),
  withSheet((xml) => xml.replaceAll('</row>', '')),
  withSheet(() => ''),
  withSheet(() => 'no xml'),
  withSheet((xml) => xml.replace('<row>', `<row ${'x="1" '.repeat(100_000)}>`)),
  withSheet((xml) => `${xml}${xml}`),
  withSheet((xml) => xml.replace('<row>', '<![CDATA[<row>]]><!-- <row> --><?row?><row>')),
  withSheet(() => sheetXml('')),
  withSheet((xml) => `<!--${huge}-->${xml}`),
  withSheet((xml) => xml.replace('<sheetData>', '<sheetData a="')),
];

const badRows: readonly Craft[] = [
  withRows('<row r="99999999999"/>'),
  withRows('<row r="1048577"><c><v>1</v></c></row>'),
  withRows('<row r="1"><c><v>1</v></c></row>'),
  withRows('<row r="-1"/>'),
  withRows('<row r="1048576"><c><v>1</v></c></row>'),
  cellsOf('<c r="ZZZZZZ9"><v>1</v></c>'),
  cellsOf('<c r="XFE20"><v>1</v></c>'),
  cellsOf('<c r="XFD20"><v>1</v></c>'),
  cellsOf('<c r="B20"><v>1</v></c><c r="A20"><v>1</v></c>'),
  cellsOf('<c r="12"><v>1</v></c>'),
  cellsOf('<c t="s"><v>999999999</v></c>'),
  cellsOf('<c t="s"><v>-1</v></c>'),
  cellsOf('<c t="s"><v>__proto__</v></c>'),
  cellsOf('<c t="no such type"><v>1</v></c>'),
  cellsOf('<c s="4000000000"><v>1</v></c>'),
  cellsOf('<c s="1"><v>-46096</v></c><c s="1"><v>1e300</v></c><c s="1"><v>x</v></c>'),
  cellsOf(`<c t="inlineStr"><is><t>${'b'.repeat(600_000)}</t></is></c>`),
  cellsOf(`<c t="inlineStr"><is><t>${huge}</t></is></c>`),
  cellsOf('<c><f>A1*2</f></c>'),
  cellsOf('<c t="str"><f>"a"&amp;"b"</f></c>'),
  cellsOf('<c><f t="shared" si="0"/><v/></c>'),
  cellsOf('<c t="inlineStr"><is><t>=cmd|\' /C calc\'!A0</t></is></c>'),
  cellsOf('<c><v>1</v><v>2</v></c><c><c><v>1</v></c></c>'),
  cellsOf('<c t="inlineStr"><is><t>&#0;&#1114112;&#xFFFFFF;&amp;#65;&lol;</t></is></c>'),
  cellsOf('<c t="inlineStr"><is><t>_xD800__x0000__x005F_x0041_</t></is></c>'),
];

const badPackages: readonly Craft[] = [
  lying(() => ({ length: 100 })),
  lying(() => ({ length: 4_000_000_000 })),
  lying(({ content }) => ({ length: content.length + 50 })),
  lying(() => ({ packedLength: 50 })),
  lying(() => ({ packedLength: 900_000 })),
  lying(() => ({ sum: 12_345 })),
  lying(() => ({ flags: 1 })),
  lying(() => ({ flags: 0x41 })),
  lying(() => ({ method: 12 })),
  lying(() => ({ method: 0 })),
  lying(() => ({ offset: 0 })),
  lying(() => ({ offset: 0xffffffff })),
  lying(() => ({ name: '../../evil.xml' })),
  lying(() => ({ name: '/etc/passwd' })),
  lying(() => ({ name: 'C:\\evil.xml' })),
  lying(() => ({ name: 'xl/workbook.xml' })),
  withPart(sheetPart, (part) => [part, part]),
  withPart(sheetPart, (part) => ({ ...part, content: Buffer.alloc(210_000_000, ' ') })),
  withPart(sheetPart, (part) => ({ ...part, content: Buffer.alloc(150_000_000, ' '), lies: { length: 500 } })),
  withPart(sheetPart, (part) => Array.from({ length: 10_001 }, (_, index) => ({ ...part, name: `${index}` }))),
  withPart('xl/styles.xml', (part) => [part, { name: 'xl/embeddings/a.xlsx', content: zipOf([part]) }]),
  withPart('xl/styles.xml', () => []),
  withPart('xl/sharedStrings.xml', () => []),
  withPart('xl/styles.xml', (part) => ({ ...part, content: '<styleSheet><cellXfs>' })),
  withPart('xl/workbook.xml', (part) => ({ ...part, content: '<workbook/>' })),
  withPart('xl/_rels/workbook.xml.rels', (part) => ({ ...part, content: '<Relationships/>' })),
  // The workbook is its own sheet, its own texts and its own beginning.
  withPart('xl/_rels/workbook.xml.rels', (part) => ({
    ...part,
    content: String(part.content).replace(/Target="[^"]*"/g, 'Target="workbook.xml"'),
  })),
  withPart('_rels/.rels', (part) => ({
    ...part,
    content: String(part.content).replace('xl/workbook.xml', '../../_rels/.rels'),
  })),
  withPart('_rels/.rels', () => []),
  ...['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', sheetPart].map((name) =>
    withPart(name, () => []),
  ),
  () => zipOf([{ name: 'orders.csv', content: 'a,b\n1,2\n' }]),
  () => zipOf([]),
  (random, number) => gzipSync(zipOf(goodParts(random, number))),
  () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4000)]),
  () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
  () => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(11 * 1024 * 1024)]),
  () => gzipSync(Buffer.alloc(201 * 1024 * 1024)),
  echoes,
  withPart('xl/styles.xml', (part) => ({
    ...part,
    content: `<styleSheet><cellXfs>${'<xf numFmtId="14"/>'.repeat(2_000_000)}`,
  })),
  withPart('xl/sharedStrings.xml', (part) => ({
    ...part,
    content: `<sst>${`<si><t>${'a'.repeat(1000)}</t></si>`.repeat(150_000)}</sst>`,
  })),
  withPart('xl/sharedStrings.xml', (part) => ({
    ...part,
    content: `<sst><si>${`<t>${'a'.repeat(1000)}</t>`.repeat(150_000)}</si></sst>`,
  })),
  manyTexts,
];

function cutWorkbook(random: Random, number: number): Buffer {
  const whole = zipOf(goodParts(random, number));
  return whole.subarray(0, 4 + random.below(whole.length - 4));
}

/** Kinds of workbooks, each with how many of it are made. */
export const workbookCrafts: readonly (readonly [count: number, craft: Craft])[] = [
  [25, cutWorkbook],
  [40, (random, number) => flipped(random, zipOf(goodParts(random, number)))],
  [25, withSheet((xml, random) => flipped(random, Buffer.from(xml)).toString('latin1'))],
  [10, withSheet((xml, random) => xml.slice(0, random.below(xml.length)))],
  ...[...badSheets, ...badRows, ...badPackages].map((craft) => [1, craft] as const),
];
