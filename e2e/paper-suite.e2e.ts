import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '../contract/host.ts';
import { type PaperNumbers, paperShop, plainTrade, tradeForPaper } from '../fixtures/paper-trade.ts';
import { type TestShop, testShop } from '../fixtures/shop.ts';
import { type PaperDesk, paperDesk } from './support/paper-desk.ts';
import { faultsOfSheet } from './support/paper-faults.ts';
import { type PrintedSheet, wordsOfRecord } from './support/paper-words.ts';
import { sheetsOf } from './support/papers.ts';
import { type PdfFacts, pdfFacts } from './support/pdf-facts.ts';

/** Every document on every paper as a PDF, read back; `npm run papers` for every language of each. */
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-papers-'));
let shop: TestShop;
let desk: PaperDesk;
let numbers: PaperNumbers;

beforeAll(async () => {
  shop = testShop({ settings: paperShop });
  numbers = await tradeForPaper(shop, { ...plainTrade, soldAt: '2026-11-17T02:00:00.000Z' });
  desk = await paperDesk(shop);
});
afterAll(async () => {
  await desk.close();
  await shop.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Two sheets at a time: while the browser lays one out, the other is read. */
test.each(documents)('%s', { timeout: 300_000 }, async (document) => {
  const faults: string[] = [];
  const sheets = sheetsOf(document, 0);
  const work = async (): Promise<void> => {
    for (let sheet = sheets.shift(); sheet; sheet = sheets.shift()) {
      const said = `${sheet.paper} ${sheet.locale}`;
      faults.push(...(await faultsOf(sheet)).map((fault) => `${said}: ${fault}`));
    }
  };
  await Promise.all([work(), work()]);
  expect(faults).toEqual([]);
});

async function faultsOf(sheet: PrintedSheet): Promise<string[]> {
  const number = numbers[sheet.document];
  const path = join(scratch, `${randomUUID()}.pdf`);
  writeFileSync(path, await desk.pdf({ ...sheet, sheets: [{ number, copy: 0 }] }));
  const pdf = await pdfFacts(path);
  const words = await wordsOfRecord(shop, number, sheet);
  return [
    ...faultsOfSheet(pdf, sheet.paper),
    ...words.filter((word) => !pdf.text.includes(word)).map((word) => `missing: ${word}`),
    ...faultsOfCodes(pdf, sheet),
  ];
}

/** What scanners read from each sheet is its number; of a price label the item's own bar code, of a test page what it says beside them. */
function faultsOfCodes({ codes }: PdfFacts, { document }: PrintedSheet): string[] {
  const wanted = { 'price-label': '6901234567892', 'test-page': 'BS-0123456789' };
  const said = document in wanted ? wanted[document as keyof typeof wanted] : numbers[document];
  const read = codes.map((code) => code.slice(code.indexOf(':') + 1));
  if (read.length === 0) return ['no code could be read'];
  return read.filter((text) => text !== said).map((text) => `a code says ${text}`);
}
