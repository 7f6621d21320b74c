import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Return } from '../contract/api/return-shape.ts';
import type { DocumentKind, Paper } from '../contract/host.ts';
import { amountInCapitals } from '../contract/values/capitals.ts';
import { plainAmount } from '../contract/values/money.ts';
import { type Locale, locales } from '../contract/values/words.ts';
import { documentWords } from '../contract/words/index.ts';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { goTo } from './support/go-to.ts';
import { overlaps, type PdfFacts } from './support/pdf-facts.ts';
import { savedPdf } from './support/saved-pdf.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

/** Both documents on both papers in both languages, printed by the host and read back. */
let host: StartedHost;
const cases: Partial<Record<'one line' | 'forty lines', Return>> = {};

const longNames = [
  '加厚保暖中老年高领羊毛衫男士纯色针织打底衫秋冬季新款宽松大码爸爸装（深灰色）',
  '儿童防滑雨靴',
  '家用静音可调光护眼台灯学生宿舍学习阅读专用充电插电两用款三档色温可换灯头加长线',
];

beforeAll(async () => {
  const settings = {
    shopName: '弄堂口服饰百货店',
    address: '愚园路1088弄12号',
    phone: '021-64375688',
    policyText: '七日内可退。',
  };
  host = await startHost({ locale: 'zh-CN', settings });
  cases['one line'] = await returnOf(1);
  cases['forty lines'] = await returnOf(40);
});
afterAll(() => host.close());

/** One unit of each of so many lines comes back, in cash and by WeChat. */
async function returnOf(count: number): Promise<Return> {
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const lines = Array.from({ length: count }, (_, index) => ({
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
    { tender: 'wechat' as const, amountCents: totalCents / 2 - 1000, reference: '4200002361202611187736501928' },
  ];
  return (await host.call('returns.counter', counterInput(sale, { lines: back, payouts }))).return;
}

function amount(cents: number): string {
  return plainAmount(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}

const widths: Partial<Record<Paper, number>> = { A5: 595.28, '80mm': 226.77 };
/** What a printer leaves free at the sides, in points. */
const sides: Partial<Record<Paper, number>> = { A5: 20, '80mm': 11 };

type Sheet = [lines: keyof typeof cases, document: DocumentKind, paper: Paper, locale: Locale];
const sheets = (['one line', 'forty lines'] as const).flatMap((lines) =>
  (['return-slip', 'refund-receipt'] as const).flatMap((document) =>
    (['A5', '80mm'] as const).flatMap((paper) => locales.map((locale): Sheet => [lines, document, paper, locale])),
  ),
);

describe.each(sheets)('%s: %s on %s in %s', (lines, document, paper, locale) => {
  let pdf: PdfFacts;
  let found: Return;
  beforeAll(async () => {
    found = cases[lines] as Return;
    pdf = await savedPdf(host.page, { document, number: found.number, paper, locale });
  });

  test('it says what the record says', () => {
    const expected = [
      found.number,
      documentWords[document][locale].replace(/\s/g, ''),
      '欧阳小敏',
      '138****6198',
      found.sale?.number,
      ...found.lines.flatMap(({ sku, name, creditedCents }) => [sku, name, amount(creditedCents)]),
      ...found.payouts.flatMap(({ number, amountCents }) => [number, amount(amountCents)]),
      '4200002361202611187736501928',
      amount(found.creditedCents),
      locale === 'zh-CN' ? amountInCapitals(found.creditedCents, 'CNY') : undefined,
      paper === 'A5' ? found.fingerprint : found.fingerprint.slice(0, 16),
    ].filter((text) => text !== undefined);
    expect(expected.filter((text) => !pdf.text.includes(text))).toEqual([]);
  });

  test('the page is exactly the paper’s, and nothing lies outside it or on something else', () => {
    for (const { width, height } of pdf.sizes) {
      expect(Math.abs(width - (widths[paper] ?? 0))).toBeLessThan(1);
      if (paper === 'A5') expect(Math.abs(height - 419.53)).toBeLessThan(1);
    }
    const { width = 0, height = 0 } = pdf.sizes[0] ?? {};
    const side = sides[paper] ?? 0;
    const outside = pdf.words.filter(
      ({ left, right, middle }) => left < side || right > width - side || middle < side || middle > height - side,
    );
    expect(outside).toEqual([]);
    expect(overlaps(pdf.words)).toEqual([]);
  });

  test('pages are counted and each has the head of the table', () => {
    expect(pdf.pages).toBe(pdf.sizes.length);
    if (paper === '80mm') return expect(pdf.pages).toBe(1);
    expect(pdf.pages > 1).toBe(lines === 'forty lines');
    const heads = pdf.words.filter(
      ({ text }) =>
        text === (locale === 'zh-CN' ? '手续费' : 'Fee') || text === (locale === 'zh-CN' ? '退货数' : 'Asked'),
    );
    const numbers = pdf.words.filter(({ text }) => /^\d+\/\d+$/.test(text)).map(({ text }) => text);
    expect(numbers).toEqual(Array.from({ length: pdf.pages }, (_, index) => `${index + 1}/${pdf.pages}`));
    expect(heads.map(({ page }) => page)).toEqual(numbers.map((_, index) => index + 1));
  });

  test('a scanner reads its number, and it brings its letters along', () => {
    expect(pdf.codes).toEqual([`CODE-128:${found.number}`, `QR-Code:${found.number}`]);
    expect(pdf.fontsAreEmbedded).toBe(true);
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
  const number = cases['one line']?.number ?? '';
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
