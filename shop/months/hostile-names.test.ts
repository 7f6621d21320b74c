import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { type OpenedCell, openInLibreOffice } from '../../fixtures/libreoffice.ts';
import { readPack } from '../../fixtures/month.ts';
import { lacks } from '../../fixtures/programs.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { readSheet } from '../../fixtures/voucher-files.ts';
import { workbook } from './pack/xlsx.ts';

const seed = 20_261_118;
const count = 10_000;
const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '"', ';', ',', "'", ' ', ''];
const rest = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n,;"\' 1A中|!'.split('')), maxLength: 12 });
const hostileNames = fc
  .sample(fc.tuple(fc.constantFrom(...starts), rest), { numRuns: count, seed })
  .map(([start, end]) => `${start}${end}`);

const linesPerSale = 200;
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Sells and takes back an item under each name; gives the names as the shop keeps them. */
async function tradeUnder(names: readonly string[], shop: TestShop): Promise<string[]> {
  const kept: string[] = [];
  for (let from = 0; from < names.length; from += linesPerSale) {
    const some = names.slice(from, from + linesPerSale);
    const sale = await recordSale(shop, {
      customer: { code: `K-${from}`, name: some[0] ?? '' },
      lines: some.map((name, index) => ({
        sku: `N-${from + index}`,
        name,
        quantity: 1,
        unitPrice: '1.00',
        paidCents: 100,
      })),
    });
    kept.push(...sale.lines.map(({ name }) => name));
    const returned = sale.lines.map(({ saleLineId }, index) => ({
      saleLineId,
      quantity: 1,
      reason: 'other',
      note: some[index]?.trim() ? (some[index] ?? '') : 'none',
    }));
    await shop.call('returns.open', { id: randomUUID(), channel: 'counter', want: 'refund', lines: returned });
  }
  return kept;
}

/** Breaks and tabs look otherwise in its own file. */
const plain = (text: string): string => text.replace(/\s+/g, '');
const columnOf = (rows: readonly OpenedCell[][], name: string): OpenedCell[] => {
  const index = rows[0]?.findIndex(({ text }) => text.split(' ').at(-1) === name) ?? -1;
  return rows.slice(1).flatMap((row) => row[index] ?? []);
};

/** Nothing runs, amounts are numbers, and Chinese is what it was. */
function expectOpened(rows: readonly OpenedCell[][], names: readonly string[], amounts: readonly string[]): void {
  expect(rows.flat().filter(({ isFormula }) => isFormula)).toEqual([]);
  const opened = columnOf(rows, 'name').map(({ text }) => plain(text));
  const isChinese = (_: string, index: number): boolean => names[index]?.includes('中') === true;
  expect(opened.filter(isChinese)).toEqual(names.map(plain).filter(isChinese));
  for (const amount of amounts) {
    const cells = columnOf(rows, amount);
    expect(cells).toHaveLength(names.length);
    expect(cells.filter(({ type }) => type !== 'float')).toEqual([]);
  }
}

test(`${count} hostile names give no cell that runs, and each comes back as it was (seed ${seed})`, async ({
  skip,
}) => {
  await using shop = testShop();
  const kept = await tradeUnder(hostileNames, shop);
  const to = join(shop.folder, 'pack');
  const { files } = await shop.call('months.export', { month: '2026-11', format: 'csv', to });
  const rows = readPack({ files }).get('returns') ?? [];
  expect(rows).toHaveLength(hostileNames.length);
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(formulaStart);
  const guarded = kept.map((name) => (formulaStart.test(name) ? `'${name}` : name));
  expect(rows.map(({ name }) => name)).toEqual(guarded);

  const book = join(to, 'names.xlsx');
  const cells = kept.map((name, index) => [name, index / 100]);
  writeFileSync(book, Buffer.concat([...workbook([{ name: 'Page1', headings: ['name', 'amount'], rows: cells }])]));
  expect(readSheet(Buffer.concat([...workbook([{ name: 'Page1', headings: ['name'], rows: cells }])])).length).toBe(
    count,
  );

  const lacking = lacks('soffice');
  if (lacking) return skip(lacking);
  const opened = openInLibreOffice([join(to, '2026-11-returns.csv'), book]);
  expectOpened(opened.get('2026-11-returns.csv') ?? [], guarded, ['credited', 'requested']);
  expectOpened(opened.get('names.xlsx') ?? [], kept, ['amount']);
}, 300_000);
