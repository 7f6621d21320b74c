import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Return } from '../contract/api/return-shape.ts';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { paperShop } from '../fixtures/paper-trade.ts';
import { violationsOf } from './support/accessible.ts';
import { goTo } from './support/go-to.ts';
import { faultsOfSheet } from './support/paper-faults.ts';
import { type PrintedSheet, wordsOfRecord } from './support/paper-words.ts';
import { overlaps, type PdfFacts } from './support/pdf-facts.ts';
import { savedPdf } from './support/saved-pdf.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

/** Documents of forty lines with long names, on pages and on a roll, printed by the host and read back; what a person does with them. */
let host: StartedHost;
let found: Return;

const longNames = [
  '加厚保暖中老年高领羊毛衫男士纯色针织打底衫秋冬季新款宽松大码爸爸装（深灰色）',
  '儿童防滑雨靴',
  '家用静音可调光护眼台灯学生宿舍学习阅读专用充电插电两用款三档色温可换灯头加长线',
];
const reference = '4200002361202611187736501928';

beforeAll(async () => {
  host = await startHost({ locale: 'zh-CN', settings: paperShop });
  found = await returnOfForty();
});
afterAll(() => host.close());

/** One unit of each of forty lines comes back, in cash and by WeChat. */
async function returnOfForty(): Promise<Return> {
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const lines = Array.from({ length: 40 }, (_, index) => ({
    sku: `SP-${String(index + 1).padStart(4, '0')}`,
    name: `${longNames[index % longNames.length]}第${index + 1}款`,
    quantity: 2,
    unitPrice: '100.00',
    paidCents: 18_000 + index * 202,
    taxCents: 2000,
    costCents: 6000,
  }));
  const totalCents = lines.reduce((sum, { paidCents }) => sum + paidCents, 0);
  const tenders = [
    { tender: 'cash' as const, amountCents: 1000 },
    { tender: 'wechat' as const, amountCents: totalCents - 1000 },
  ];
  const customer = { name: '欧阳小敏', phone: '13800006198' };
  const { saleId } = await host.call('sales.record', saleInput({ soldAt, customer, lines, tenders }));
  const sale = await host.call('sales.get', { saleId });
  const back = sale.lines.map(({ saleLineId }) => ({
    saleLineId,
    quantity: 1,
    reason: 'quality',
    gradings: [{ quantity: 1, grade: 'B' as const, disposition: 'resell' as const }],
  }));
  const payouts = [
    { tender: 'cash' as const, amountCents: 1000 },
    { tender: 'wechat' as const, amountCents: totalCents / 2 - 1000, reference },
  ];
  return (await host.call('returns.counter', counterInput(sale, { lines: back, payouts }))).return;
}

const sheets: readonly PrintedSheet[] = [
  { document: 'return-slip', paper: 'A5', locale: 'zh-CN' },
  { document: 'refund-receipt', paper: 'A5', locale: 'en' },
  { document: 'return-slip', paper: '80mm', locale: 'en' },
  { document: 'refund-receipt', paper: '80mm', locale: 'zh-CN' },
];

describe.each(sheets)('forty lines: $document on $paper in $locale', (sheet) => {
  let pdf: PdfFacts;
  beforeAll(async () => {
    pdf = await savedPdf(host.page, { ...sheet, number: found.number });
  });

  test('it says what the record says', async () => {
    const words = [...(await wordsOfRecord(host, found.number, sheet)), '138****6198', reference];
    expect(words.filter((text) => !pdf.text.includes(text))).toEqual([]);
  });

  test('the page is exactly the paper’s, and nothing lies outside it or on something else', () => {
    expect(faultsOfSheet(pdf, sheet.paper)).toEqual([]);
  });

  test('pages are counted and each has the head of the table', () => {
    expect(pdf.pages).toBe(pdf.sizes.length);
    if (sheet.paper === '80mm') return expect(pdf.pages).toBe(1);
    expect(pdf.pages).toBeGreaterThan(1);
    const columns = { 'return-slip': '退货数', 'refund-receipt': 'Fee' } as const;
    const heads = pdf.words.filter(({ text }) => text === columns[sheet.document as keyof typeof columns]);
    const numbers = pdf.words.filter(({ text }) => /^\d+\/\d+$/.test(text)).map(({ text }) => text);
    expect(numbers).toEqual(Array.from({ length: pdf.pages }, (_, index) => `${index + 1}/${pdf.pages}`));
    expect(heads.map(({ page }) => page)).toEqual(numbers.map((_, index) => index + 1));
  });

  test('a scanner reads its number', () => {
    expect(pdf.codes).toEqual([`CODE-128:${found.number}`, `QR-Code:${found.number}`]);
  });
});

test('a price label bears price and unit, and is scanned; a sheet of stickers has 24 of them on one page', async () => {
  const tea = { sku: 'TEA', name: longNames[0] ?? '', price: '128.5', unit: 'kg', barcodes: ['6901234567892'] };
  await host.call('catalog.saveProduct', { id: randomUUID(), ...tea });
  for (const paper of ['58mm', 'A4'] as const) {
    const facts = await savedPdf(host.page, { document: 'price-label', number: 'TEA', paper, locale: 'zh-CN' });
    expect([facts.pages, facts.codes, facts.fontsAreEmbedded]).toEqual([1, ['EAN-13:6901234567892'], true]);
    expect(facts.text.split('¥128.50/kg')).toHaveLength(paper === 'A4' ? 25 : 2);
    expect(overlaps(facts.words)).toEqual([]);
  }
});

test('what cannot be printed is said at once, in the language of the paper', async () => {
  const job = { document: 'return-slip', number: 'R-1999-000001', paper: '80mm', locale: 'en' } as const;
  await expect(savedPdf(host.page, job)).rejects.toThrow('R-1999-000001');
  const { number } = await openOnly();
  await expect(savedPdf(host.page, { ...job, document: 'refund-receipt', number })).rejects.toThrow(
    'has not been refunded yet',
  );
});

/** A return that waits for its goods. */
async function openOnly(): Promise<{ readonly number: string }> {
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const { saleId } = await host.call('sales.record', saleInput({ soldAt }));
  const sale = await host.call('sales.get', { saleId });
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  return host.call('returns.open', {
    id: randomUUID(),
    channel: 'parcel',
    want: 'refund',
    lines: [{ saleLineId, quantity: 1, reason: 'quality' }],
  });
}

test('the preview shows the sheet, changes it by keyboard, keeps it as a file and goes back', async () => {
  const { page } = host;
  const { number } = found;
  await goTo(page, '/#/returns');
  await goTo(page, `/#/paper/return-slip/${number}/A5/zh-CN?preview=1`);
  const ready = page.locator('html[data-paper="ready"]');
  await ready.waitFor({ state: 'attached' });
  expect(await page.locator('.sheet h1').textContent()).toBe('退货单');
  for (const theme of ['light', 'dark'] as const) {
    await host.call('settings.set', { theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.getByRole('radio', { name: '80 毫米小票' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: 'English' }).focus();
  await page.keyboard.press('Space');
  await page.locator('.sheet h1', { hasText: 'Return slip' }).waitFor();
  expect(Math.round((await page.locator('.sheet').boundingBox())?.width ?? 0)).toBe(302);
  await page.keyboard.press('Control+s');
  await page.getByText(`${number}-return-slip-80mm.pdf`).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(/#\/returns$/);
  expect(await page.evaluate(() => document.documentElement.dataset.paper)).toBeUndefined();
});
