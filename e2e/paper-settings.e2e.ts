import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PaperPart } from '../contract/api/paper.ts';
import { type DocumentKind, documents } from '../contract/host.ts';
import { pixel } from '../fixtures/busy-desk.ts';
import { paperShop, plainTrade, tradeForPaper } from '../fixtures/paper-trade.ts';
import { documentParts, partWords } from '../renderer/features/settings/paper/part-words.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';

/** The owner lays documents out, with a real sheet beside the switches. */
const start = cornerShop({ settings: { address: 'Lane 1088', policyText: 'Seven days.' } });
const soldAt = (): string => new Date(Date.now() - 86_400_000).toISOString();

test('a part switched off goes from the sheet at once, and from what is printed once it is saved', async () => {
  const host = await start();
  const { page } = host;
  const numbers = await tradeForPaper(host, { ...plainTrade, soldAt: soldAt() });
  await goTo(page, '/#/settings/paper');
  const sheet = page.locator('.pages.ready .sheet');
  await sheet.getByText('Lane 1088').waitFor();
  // The newest return is that of the exchange.
  expect(await sheet.getByText(numbers['exchange-note']).count()).toBeGreaterThan(0);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Shop address' }).uncheck();
  await sheet.getByText('Lane 1088').waitFor({ state: 'detached' });
  await page.getByLabel('Paper', { exact: true }).selectOption('80mm');
  await page.locator('.pages.ready .roll').waitFor();
  expect((await host.call('settings.get', {})).documentLayouts).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const layout = { document: 'return-slip', paper: '80mm', hidden: ['address'] };
  expect((await host.call('settings.get', {})).documentLayouts).toEqual([layout]);
  await goTo(page, `/#/paper/return-slip/${numbers['return-slip']}/A5/en?preview=1`);
  await page.locator('html[data-paper="ready"]').waitFor({ state: 'attached' });
  expect(await page.locator('.sheet').textContent()).not.toContain('Lane 1088');
});

test('a shop without documents sees a specimen; its logo stands on the sheet until it is removed', async () => {
  const host = await start();
  const { page } = host;
  await goTo(page, '/#/settings/paper');
  await page.getByText('Specimen (the shop has no such document yet)').waitFor();
  await page.locator('.pages.ready .sheet', { hasText: 'SPECIMEN' }).waitFor();
  await page
    .getByLabel('Choose a picture')
    .last()
    .setInputFiles({ name: 'sign.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
  await page.locator('.pages.ready .sheet img.logo').waitFor();
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await page.locator('.pages .sheet img.logo').waitFor({ state: 'detached' });
  expect((await host.call('settings.get', {})).logo).toBeNull();
  await page.getByRole('button', { name: 'Look at the test page' }).click();
  await page.locator('.sheet', { hasText: 'BS-0123456789' }).waitFor();
});

/** Not in this trade: a parcel, a red invoice, batches and a picture; pictures and codes are no text. */
const noText: ReadonlySet<PaperPart> = new Set(['courier', 'red-invoice', 'batch', 'logo', 'code']);

test('each part that is offered for a document leaves its sheet once it is switched off', {
  timeout: 300_000,
}, async () => {
  const host = await start({ settings: { phone: paperShop.phone } });
  const { page } = host;
  await tradeForPaper(host, { ...plainTrade, soldAt: soldAt() });
  await goTo(page, '/#/settings/paper');
  await page.locator('.pages.ready .sheet').first().waitFor();
  const choose = (document: DocumentKind) => page.getByLabel('Document', { exact: true }).selectOption(document);
  await newLength(page, () => choose('test-page'));
  // Amounts in words are for Chinese alone.
  await newLength(page, () => page.getByRole('radio', { name: '中文' }).check());
  const stayed: string[] = [];
  for (const document of documents.filter((one) => documentParts[one].length > 0)) {
    let length = await newLength(page, () => choose(document));
    // The last ones first: some stand within others before them.
    for (const part of documentParts[document].filter((one) => !noText.has(one)).toReversed()) {
      const box = page.getByRole('checkbox', { name: partWords[part].en, exact: true });
      const without = await newLength(page, () => box.uncheck());
      if (without >= length) stayed.push(`${document}: ${part}`);
      length = without;
    }
  }
  expect(stayed).toEqual([]);
});

/** How long the text of the sheet is that is laid out anew for what is done. */
async function newLength(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => document.querySelector('.sheet')?.setAttribute('data-seen', ''));
  await act();
  const pages = page.locator('.pages.ready:not(:has([data-seen]))');
  return ((await pages.textContent()) ?? '').length;
}
