import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { dragFiles, dropFiles } from './support/drop-files.ts';
import { startHost } from './support/start-host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-ways-in-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const settings = { shopName: 'Corner Shop' };
const items = join(scratch, 'items.csv');
writeFileSync(items, 'SKU,Product Name,Category,Unit Cost\nCUP,Cup,Kitchen,8.00\nPOT,Pot,Kitchen,40.00\n');

test('a file held over any screen is greeted, and dropped there it is looked into', async () => {
  const host = await startHost({ locale: 'en', settings, route: '/#/customers' });
  const { page } = host;
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  await dragFiles(page, [items], 'over');
  await page.getByText('Let go to look into this file').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dropFiles(page, [items, items]);
  await page.getByText('One file at a time').waitFor();
  await page.waitForURL(/#\/import$/);
  await page.getByText('Let go to look into this file').waitFor({ state: 'detached' });
  await page.locator('[data-enter-last]:focus').waitFor();
  expect(await page.getByLabel('What it holds').inputValue()).toBe('products');
  await page.keyboard.press('Enter');
  await page.getByText('Imported', { exact: true }).waitFor();
  expect((await host.call('catalog.products', {})).items.map(({ sku }) => sku).sort()).toEqual(['CUP', 'POT']);
  await host.close();
});

test('over an open sheet nothing is dropped, and nothing on it is lost', async () => {
  const host = await startHost({ locale: 'zh-CN', settings, route: '/#/sales' });
  const { page } = host;
  await page.getByRole('button', { name: '导出' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await dragFiles(page, [items], 'over');
  await page.getByText('请先关上打开的小窗').waitFor();
  await dropFiles(page, [items]);
  await page.getByText('请先关上打开的小窗').waitFor({ state: 'detached' });
  expect([await page.getByRole('dialog').count(), new URL(page.url()).hash]).toEqual([1, '#/sales']);
  await host.close();
});

test('cells of a spreadsheet are pasted', async () => {
  const host = await startHost({ locale: 'en', settings, route: '/#/import' });
  const { page } = host;
  await page.locator('[data-goes-on] button:focus').waitFor();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'SKU\tProduct Name\tCategory\nHAT\tHat\tClothes\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.locator('[data-enter-last]:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Imported', { exact: true }).waitFor();
  expect((await host.call('catalog.products', {})).items.map(({ name }) => name)).toEqual(['Hat']);
  await host.close();
});
