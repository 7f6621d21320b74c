import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentKind, Paper } from '../../contract/host.ts';
import type { Locale } from '../../contract/values/words.ts';
import { longestTrade, type PaperTrade, paperShop, plainTrade, tradeForPaper } from '../../fixtures/paper-trade.ts';
import { testShop } from '../../fixtures/shop.ts';
import { type GreyPicture, pictureOfPgm } from './grey-png.ts';
import { paperDesk } from './paper-desk.ts';

/** The reference pictures, by the names of their files. */
export const picturesFolder = fileURLToPath(new URL('../../fixtures/paper-pictures', import.meta.url));

type Drawn = readonly [DocumentKind, Paper, Locale];

/** Every layout, every document and both languages at least once; not each with each. */
const plainSheets: readonly Drawn[] = [
  ['return-slip', 'A4', 'en'],
  ['return-slip', 'A5', 'zh-CN'],
  ['return-slip', 'form-full', 'zh-CN'],
  ['return-slip', 'form-half', 'en'],
  ['return-slip', 'form-third', 'zh-CN'],
  ['return-slip', '80mm', 'zh-CN'],
  ['return-slip', '58mm', 'en'],
  ['refund-receipt', 'A5', 'en'],
  ['refund-receipt', 'form-third', 'en'],
  ['refund-receipt', '80mm', 'zh-CN'],
  ['credit-note', 'A5', 'zh-CN'],
  ['exchange-note', 'form-half', 'zh-CN'],
  ['scrap-note', 'A5', 'en'],
  ['repair-ticket', 'form-third', 'zh-CN'],
  ['supplier-return', 'A4', 'zh-CN'],
  ['customer-letter', 'A5', 'zh-CN'],
  ['item-label', '58mm', 'zh-CN'],
  ['price-label', '80mm', 'en'],
  ['goods-receipt', 'form-half', 'zh-CN'],
  ['stocktake-sheet', 'A5', 'en'],
  ['day-report', '80mm', 'zh-CN'],
  ['month-controls', 'A4', 'en'],
  ['test-page', 'A5', 'zh-CN'],
];
const longSheets: readonly Drawn[] = [
  ['return-slip', 'form-third', 'en'],
  ['refund-receipt', 'A5', 'zh-CN'],
  ['price-label', 'A4', 'zh-CN'],
];
/** Letters are still told apart, and a page takes some twenty kilobytes. */
const dotsPerInch = 50;
/** Of a long document its first pages and no more. */
const pagesMost = 2;

/** Draws all of them anew, from the same trade at the same hour: by the names of their files. */
export async function drawPictures(): Promise<Map<string, GreyPicture>> {
  const plain = { ...plainTrade, hasStoreCredit: false };
  const long = { ...longestTrade, lines: 12, hasStoreCredit: false };
  return new Map([...(await drawSheets('plain', plain, plainSheets)), ...(await drawSheets('long', long, longSheets))]);
}

async function drawSheets(
  name: string,
  trade: Omit<PaperTrade, 'soldAt'>,
  sheets: readonly Drawn[],
): Promise<[string, GreyPicture][]> {
  await using shop = testShop({ settings: paperShop });
  let ids = 0;
  const nextId = (): string => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  const numbers = await tradeForPaper(shop, { ...trade, soldAt: '2026-11-17T02:00:00.000Z', nextId });
  const desk = await paperDesk(shop);
  try {
    const pictures: [string, GreyPicture][] = [];
    for (const [document, paper, locale] of sheets) {
      const pdf = await desk.pdf({ document, paper, locale, sheets: [{ number: numbers[document], copy: 0 }] });
      const pages = pagesOf(pdf).slice(0, pagesMost);
      for (const [at, page] of pages.entries()) {
        pictures.push([`${name}-${document}-${paper}-${locale}-${at + 1}.png`, page]);
      }
    }
    return pictures;
  } finally {
    await desk.close();
  }
}

function pagesOf(pdf: Uint8Array): GreyPicture[] {
  const scratch = mkdtempSync(join(tmpdir(), 'backshelf-pictures-'));
  try {
    const path = join(scratch, 'sheet.pdf');
    writeFileSync(path, pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), path, join(scratch, 'page')]);
    const pages = readdirSync(scratch).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((name) => pictureOfPgm(readFileSync(join(scratch, name))));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The font that the pictures were drawn with, of the package `fonts-noto-cjk`; another version has other letters. */
export function fontOfPictures(): string {
  try {
    return execFileSync('fc-match', ['--format', '%{family} %{fontversion}', 'Noto Sans CJK SC'], { encoding: 'utf8' });
  } catch {
    return 'none';
  }
}
export const fontFile = join(picturesFolder, 'font.txt');
