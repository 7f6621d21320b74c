import { expect, test } from 'vitest';
import type { Locale } from '../contract/values/words.ts';
import { counterInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { scan } from './support/scan.ts';
import { confirm, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const barcode = '6901234567892';
const start = cornerShop({ settings: { booksSales: true } });

/** Scans a code that no item has on the screen for goods received, and begins the item of it. */
async function beginItem({ page }: StartedHost, code: string): Promise<void> {
  await goTo(page, '/#/receive');
  // Before the screen is there, its scans belong to the one before it.
  await page.getByRole('heading', { level: 1, name: 'Receive goods' }).waitFor();
  await scan(page, code);
  await page.getByText(`There is no item “${code}”`).waitFor();
  await openSheet(page, 'F7');
}

/** Makes the cup of a scanned barcode on the screen for goods received, and receives ten at 8.00. */
async function receiveCups(started: StartedHost): Promise<void> {
  const { page } = started;
  const keys = keyboardOf(page);
  await beginItem(started, barcode);
  await keys.type('Cup');
  await page.getByLabel('Price of a new one').focus();
  await keys.type('20');
  await page.getByLabel('At least').focus();
  await keys.type('12');
  await confirm(page);
  await expect.poll(() => page.getByLabel('Qty').evaluate((field) => field === document.activeElement)).toBe(true);
  await keys.type('10');
  await keys.press('Enter');
  await keys.type('8');
  await keys.press('Enter');
  await page.getByText('¥80.00').first().waitFor();
  await keys.press('F9');
  await page.getByRole('heading', { level: 2, name: /^G-/ }).waitFor();
}

/** Sells by scanner: a key from anywhere, two scans, F9. */
async function sellTwo({ page }: StartedHost): Promise<void> {
  await page.keyboard.press('Shift+F2');
  await page.getByRole('dialog').waitFor();
  await scan(page, barcode);
  await page.getByText('¥20.00').first().waitFor();
  await scan(page, barcode);
  await page.getByText('¥40.00').first().waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: /^Sale S-/ }).waitFor();
}

/** Takes one of them back as new: it stands on the shelf again. */
async function takeOneBack({ call }: StartedHost): Promise<void> {
  const [first] = (await call('sales.search', { text: '' })).items;
  const sale = await call('sales.get', { saleId: first?.saleId ?? 0 });
  await call('returns.counter', counterInput(sale));
}

/** Counts eight of the nine that the book says, and books the one that is missing. */
async function countEight({ page }: StartedHost): Promise<void> {
  const keys = keyboardOf(page);
  await goTo(page, '/#/counts');
  await page.getByText('Nothing was counted yet').waitFor();
  await openSheet(page, 'F7');
  await confirm(page);
  await page.getByRole('heading', { level: 1, name: /^Count K-/ }).waitFor();
  await scan(page, barcode);
  await scan(page, barcode);
  await page.getByText('2 counted').waitFor();
  await keys.press('F6');
  await scan(page, barcode);
  await page.getByText('1 counted', { exact: true }).waitFor();
  await openSheet(page, 'F8');
  await keys.type('8');
  await confirm(page);
  await page.getByText('8 counted').waitFor();
  await page.getByText('the book says 9').waitFor();
  await openSheet(page, 'F9');
  await keys.press('Control+Enter');
  await page.getByText('What is missing needs a reason').waitFor();
  await page.getByLabel('For all the others').selectOption('broken');
  await confirm(page);
  await page.getByText('Booked', { exact: true }).first().waitFor();
}

test('goods are received, sold, brought back, counted and reordered by keyboard and scanner alone', async () => {
  const started = await start();
  const { page, call } = started;
  await receiveCups(started);
  await sellTwo(started);
  await takeOneBack(started);
  await countEight(started);
  const [shelf] = (await call('stock.balances', { place: 'shelf' })).items;
  expect(shelf).toMatchObject({ sku: barcode, quantity: 8, valueCents: 6400 });

  await goTo(page, '/#/reorder');
  await page.getByText('less 8 on the shelf').waitFor();
  await page.keyboard.press('F6');
  await page.getByText('The order of 1 item is copied').waitFor();

  await goTo(page, '/#/history');
  await page.getByText('Scan any code').waitFor();
  await scan(page, barcode);
  await page.getByRole('heading', { name: `What happened to ${barcode}` }).waitFor();
  for (const what of ['Received', 'Sold', 'Brought back', 'Difference of a count'])
    await page.getByText(what, { exact: false }).first().waitFor();
});

test('goods received are taken back with a reason', async () => {
  const started = await start();
  const { page, call } = started;
  await receiveCups(started);
  await openSheet(page, 'F6');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please say why').waitFor();
  await keyboardOf(page).type('wrong box');
  await confirm(page);
  await page.getByText('Takes back G-').first().waitFor();
  expect((await call('stock.balances', { place: 'shelf' })).items).toEqual([]);
});

test('what was scanned for a delivery is there again after a reload', async () => {
  const started = await start();
  const { page } = started;
  await beginItem(started, 'NEW-1');
  await keyboardOf(page).type('Pot');
  await confirm(page);
  await page.getByLabel('Qty').fill('7');
  await page.reload();
  await expect.poll(() => page.getByLabel('Qty').inputValue()).toBe('7');
});

test('an item gets a barcode from the scanner and a picture, and the find box opens it', async () => {
  const { page, call } = await start();
  await call('catalog.saveProduct', { id: crypto.randomUUID(), sku: 'TEA-1', name: '龙井茶叶', tracking: 'batch' });
  await goTo(page, '/#/items/TEA-1');
  await page.getByRole('heading', { level: 2, name: '龙井茶叶' }).waitFor();
  await openSheet(page, 'F8');
  await scan(page, barcode);
  await expect.poll(() => page.getByLabel('Barcodes').inputValue()).toBe(barcode);
  await confirm(page);
  await page.getByText(barcode).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'tea.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await page.getByRole('img', { name: '龙井茶叶' }).waitFor();
  expect((await call('catalog.product', { sku: 'TEA-1' })).photo).toMatch(/^[0-9a-f]{64}$/);
  await goTo(page, '/#/items');
  await page.getByRole('textbox', { name: 'Find an item' }).fill('longjing');
  await page.getByText('1 item').waitFor();
  await scan(page, barcode);
  await page.getByRole('heading', { level: 2, name: '龙井茶叶' }).waitFor();
});

const themes = [
  ['zh-CN', 'dark'],
  ['en', 'light'],
] as const satisfies readonly (readonly [Locale, 'dark' | 'light'])[];

test.each(themes)('everybody can use the stock book: %s, %s', async (locale, theme) => {
  const { page, call } = await start({ locale, theme, demo: true });
  const id = () => crypto.randomUUID();
  const [item] = (await call('catalog.products', { limit: 1 })).items;
  const sku = item?.sku ?? '';
  await call('catalog.saveProduct', { id: id(), sku, min: 20, max: 40 });
  const { number } = await call('stock.receive', {
    id: id(),
    paidBy: 'cash',
    lines: [{ sku, quantity: 3, unitCost: '5' }],
  });
  const count = await call('stocktakes.open', { id: id() });
  const routes = ['/items', `/items/${sku}`, '/receiving', `/receiving/${number}`, '/receive', '/opening-stock'];
  for (const route of [...routes, '/counts', `/counts/${count.number}`, '/reorder', `/history?code=${sku}`]) {
    await goTo(page, `/#${route}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    expect([route, await violationsOf(page)]).toEqual([route, []]);
  }
});
