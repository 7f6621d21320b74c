import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentFacts, documents } from '../contract/host.ts';
import { locales } from '../contract/values/words.ts';
import { type PaperNumbers, plainTrade, tradeForPaper } from '../fixtures/paper-trade.ts';
import { faultsOfSheet } from './support/paper-faults.ts';
import { type PrintedSheet, wordsOfRecord } from './support/paper-words.ts';
import type { PdfFacts } from './support/pdf-facts.ts';
import { savedPdf } from './support/saved-pdf.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

/** Every document on every paper in every language, kept as a file by the real host and read back. */
let host: StartedHost;
let numbers: PaperNumbers;

beforeAll(async () => {
  const settings = {
    shopName: '弄堂口服饰百货店',
    address: '愚园路1088弄12号',
    phone: '021-64375688',
    policyText: '七日内凭小票可退。\n十五日内质量问题可换。',
  };
  host = await startHost({ locale: 'zh-CN', settings });
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  numbers = await tradeForPaper(host, { ...plainTrade, soldAt });
});
afterAll(() => host.close());

/** Two sheets at a time; a language after the other, because both have the same name as a file. */
test.each(documents)('%s', { timeout: 600_000 }, async (document) => {
  const faults: string[] = [];
  for (const locale of locales) {
    const papers = [...documentFacts[document].papers];
    const work = async (): Promise<void> => {
      for (let paper = papers.shift(); paper; paper = papers.shift()) {
        const said = `${paper} ${locale}`;
        faults.push(...(await faultsOf({ document, paper, locale })).map((fault) => `${said}: ${fault}`));
      }
    };
    await Promise.all([work(), work()]);
  }
  expect(faults).toEqual([]);
});

async function faultsOf(sheet: PrintedSheet): Promise<string[]> {
  const pdf = await savedPdf(host.page, { ...sheet, number: numbers[sheet.document] });
  const words = await wordsOfRecord(host, numbers, sheet);
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
