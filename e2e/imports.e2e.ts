import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { startHost } from './support/start-host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-import-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function file(name: string, rows: readonly string[]): string {
  const path = join(scratch, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

const settings = { shopName: 'Corner Shop' };
const route = '/#/import';

const plain = file('plain.csv', [
  'Order No,Date,Customer ID,SKU,Item Name,Quantity,Unit Price',
  'S-1,2026-11-02 10:00,K-1,CUP,Cup,3,20.00',
  'S-1,2026-11-02 10:00,K-1,POT,Pot,1,45.50',
  'S-2,yesterday-ish,K-2,CUP,Cup,1,20.00',
]);
const strange = file('strange.csv', [
  'Beleg,Wann,Ware,Anz,Preis',
  'B-1,2026-11-03,HAT,2,15.00',
  'B-2,2026-11-04,HAT,1,15.00',
]);

/** The screen is open, with its first button under the fingers. */
async function opened(page: Page): Promise<void> {
  await page.locator('[data-goes-on] button:focus').waitFor();
}

test('a file is chosen, seen, read and told of with nothing but Enter; the bad row lies in a file of its own', async () => {
  const host = await startHost({ locale: 'en', settings, route, pickAnswers: [plain, plain] });
  const { page } = host;
  await page
    .getByRole('button', { name: /Choose a file/ })
    .and(page.locator(':focus'))
    .waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const start = page.locator('[data-enter-last]');
  await start.and(page.locator(':focus')).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Sold at: This is not a date that can be read' }).waitFor();
  await page.getByText('The first 3 rows would store: Sales 1').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Go to sales' }).and(page.locator(':focus')).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  const refused = await page.getByRole('group', { name: 'Refused rows' }).locator('p').last().textContent();
  expect(readFileSync(refused ?? '', 'utf8')).toContain('S-2,yesterday-ish');
  expect((await host.call('sales.get', { number: 'S-1' })).lines).toHaveLength(2);

  await page.keyboard.press('Control+o');
  await start.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('F9');
  await page.getByText('Nothing in it is new').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/sales$/);
  await host.close();
});

test('columns with strange names are chosen by hand, and the choice outlives a reload', async () => {
  const host = await startHost({ locale: 'zh-CN', settings, route, pickAnswers: [strange] });
  const { page } = host;
  await opened(page);
  await page.keyboard.press('Control+o');
  const choices = { 销售单号: 'Beleg', 销售时间: 'Wann', 商品编码: 'Ware', 数量: 'Anz', 单价: 'Preis' };
  const select = (field: string) => page.getByLabel(`「${field}」取自哪一列`);
  await select('销售单号').and(page.locator(':focus')).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  for (const [field, column] of Object.entries(choices)) {
    await select(field).focus();
    await page.keyboard.type(column);
  }
  await page.locator('[data-enter-last]:not(:disabled)').waitFor();
  await page.getByRole('gridcell', { name: 'B-2', exact: true }).waitFor();
  await page.waitForTimeout(600);
  await page.reload();
  await page.locator('[data-enter-last]:focus').waitFor();
  await page.keyboard.press('F9');
  await page.getByText('导入完成').waitFor();
  expect((await host.call('sales.get', { number: 'B-1' })).totalCents).toBe(3000);
  await host.close();
});

test('a file that is gone is said beside its name', async () => {
  const path = join(scratch, 'gone.csv');
  const host = await startHost({ locale: 'en', settings, route, pickAnswers: [path] });
  await opened(host.page);
  await host.page.keyboard.press('Control+o');
  await host.page.getByRole('alert').filter({ hasText: 'There is no file' }).waitFor();
  writeFileSync(path, readFileSync(plain));
  await host.page.getByRole('button', { name: 'Try again' }).press('Enter');
  await host.page.locator('[data-enter-last]:not(:disabled)').waitFor();
  await host.close();
});

test('a long reading can be given up, and nothing of it is stored', async () => {
  const rows = Array.from(
    { length: 400_000 },
    (_, index) => `L-${index},2026-11-02 10:00,K-${index % 900},CUP,Cup,1,20.00`,
  );
  const long = file('long.csv', ['Order No,Date,Customer ID,SKU,Item Name,Quantity,Unit Price', ...rows]);
  const host = await startHost({ locale: 'en', settings, route, pickAnswers: [long] });
  const { page } = host;
  await opened(page);
  await page.keyboard.press('Control+o');
  await page.locator('[data-enter-last]:focus').waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByText('Cancelled. Nothing was stored.').waitFor();
  expect((await host.call('sales.search', { text: 'L-' })).items).toEqual([]);
  await page.locator('[data-enter-last]:focus').waitFor();
  await host.close();
});
