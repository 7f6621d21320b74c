import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ route: '/#/sales' });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await wait(70);
  }
}

/** Twelve sales of cups, the third of them by 王伟 and with one cup back. */
async function trade({ call }: StartedHost): Promise<void> {
  for (let n = 1; n <= 12; n += 1) {
    const soldAt = new Date(Date.now() - (13 - n) * 3_600_000).toISOString();
    const customer = n === 3 ? { customer: { name: '王伟', phone: '13800006198' } } : {};
    const { saleId } = await call('sales.record', saleInput({ number: `TILL-${100 + n}`, soldAt, ...customer }));
    if (n === 3) await call('returns.counter', counterInput(await call('sales.get', { saleId })));
  }
}

test('an empty shop types its first sale in by keyboard and takes it back', async () => {
  const { page, call } = await start();
  await page.getByText('No sales yet').waitFor();
  await press(page, 'F7');
  await page.getByRole('dialog').waitFor();
  await press(page, 'F9');
  expect(await page.getByText('Please fill this in').count()).toBe(2);
  expect(await page.getByLabel('Item code').evaluate((field) => field === document.activeElement)).toBe(true);

  await page.keyboard.type('CUP', { delay: 60 });
  await press(page, 'Enter');
  await page.keyboard.type('Cup', { delay: 60 });
  await press(page, 'Enter', '3', 'Enter', '2', '0');
  await page.getByText('¥60.00').waitFor();
  await page.getByRole('button', { name: 'Another way' }).focus();
  await press(page, 'Enter');
  await page.getByLabel('Amount by WeChat Pay').focus();
  await page.keyboard.type('25.5', { delay: 60 });
  expect(await page.getByLabel('Amount by Cash').inputValue()).toBe('34.50');
  await press(page, 'F9');
  await page.getByRole('heading', { name: /^Sale S-/ }).waitFor();

  const [first] = (await call('sales.search', { text: '' })).items;
  const sale = await call('sales.get', { saleId: first?.saleId ?? 0 });
  expect(sale.tenders.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 3450],
    ['wechat', 2550],
  ]);
  await press(page, 'F2');
  await page.getByRole('heading', { name: `Receipt ${sale.number}` }).waitFor();
});

test('a number that is taken is said at its field, and nothing typed is lost', async () => {
  const started = await start();
  const { page } = started;
  await started.call('sales.record', saleInput({ number: 'TILL-7' }));
  await page.getByText('TILL-7').waitFor();
  await press(page, 'F7');
  await page.getByLabel('Number', { exact: true }).fill('TILL-7');
  await page.getByLabel('Item code').fill('CUP');
  await page.getByLabel('Price').fill('20');
  await press(page, 'F9');
  await page.getByText('The number TILL-7 is taken').waitFor();
  expect(await page.getByLabel('Item code').inputValue()).toBe('CUP');
  await page.getByLabel('Number', { exact: true }).fill('TILL-8');
  await press(page, 'F9');
  await page.getByRole('heading', { name: 'Sale TILL-8' }).waitFor();
});

test('sales are found by two characters of a name and walked through by keyboard; the list keeps its place', async () => {
  const started = await start({ locale: 'zh-CN' });
  const { page } = started;
  await trade(started);
  await page.getByText('TILL-112').waitFor();
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await page.getByRole('heading', { name: '销售单 TILL-111' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await press(page, 'ArrowDown', 'Enter');
  await page.getByRole('heading', { name: '销售单 TILL-110' }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('heading', { name: '销售单 TILL-110' }).waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: '查找销售单' }).fill('王伟');
  await page.getByText('TILL-112').waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: '查找销售单' }).press('Enter');
  await page.getByRole('heading', { name: '销售单 TILL-103' }).waitFor();
  const cells = await page
    .getByRole('table', { name: '明细' })
    .getByRole('row')
    .nth(1)
    .getByRole('cell')
    .allTextContents();
  expect(cells).toEqual(['3', '1', '2', '20.00', '60.00']);
  await page.getByRole('link', { name: /^R-/ }).waitFor();
});

test.each(['light', 'dark'] as const)('sales can be used by everybody (%s)', async (theme) => {
  const started = await start({ theme });
  const { page } = started;
  await page.getByText('No sales yet').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await trade(started);
  await page.getByText('TILL-103').click();
  await page.getByRole('heading', { name: 'Sale TILL-103' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await press(page, 'F7', 'F9');
  await page.getByRole('dialog').waitFor();
  expect(await violationsOf(page)).toEqual([]);
});
