import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { keyboardOf } from './support/keyboard.ts';
import { startHost } from './support/start-host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-afterwards-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const settings = { shopName: 'Corner Shop' };
const heads = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID';
const sales = join(scratch, 'october.csv');
writeFileSync(
  sales,
  `${[
    heads,
    '70001,CUP,Cup,3,2026-10-02 10:15,25.50,K-31',
    '70002,CUP,Cup,1,2026-10-05 16:15,25.50,K-32',
    'C70010,CUP,Cup,-1,2026-10-09 09:30,25.50,',
    'C70011,CUP,Cup,-1,2026-10-10 09:30,25.50,',
  ].join('\n')}\n`,
);

test.each(['en', 'zh-CN'] as const)('a file is taken back from the list of files, in %s', async (locale) => {
  const host = await startHost({ locale, settings, route: '/#/imports' });
  const { page } = host;
  await page.getByText(locale === 'en' ? 'No file was read yet' : '还没有导入过文件').waitFor();
  await host.call('imports.run', { id: randomUUID(), path: sales, kind: 'sales' });
  const { press } = keyboardOf(page);
  await page.locator('table:focus').waitFor();
  await press('Enter');
  await page.getByRole('heading', { name: 'october.csv' }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('F8');
  await page.getByRole('dialog').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.type('wrong month', { delay: 60 });
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(locale === 'en' ? 'Taken back' : '已撤回', { exact: true }).waitFor();
  expect((await host.call('sales.search', { text: '70001' })).items).toEqual([]);
  await host.close();
});

test('a file that something refers to stays, and the sheet says why', async () => {
  const host = await startHost({ locale: 'en', settings });
  const { page } = host;
  await host.call('imports.run', { id: randomUUID(), path: sales, kind: 'sales' });
  const { lines } = await host.call('sales.get', { number: '70002' });
  const line = { saleLineId: lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'quality' };
  const { items } = await host.call('imports.history', {});
  await host.call('returns.open', { id: randomUUID(), channel: 'counter', want: 'refund', lines: [line] });
  await page.goto(new URL(`/#/imports/${items[0]?.importId}`, page.url()).href);
  await page.getByRole('heading', { name: 'october.csv' }).waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: 'cannot be taken back' }).waitFor();
  await host.close();
});

test('returns without a sale wait on the home screen and are matched by keyboard, one after the other', async () => {
  const host = await startHost({ locale: 'en', settings });
  const { page } = host;
  await host.call('imports.run', { id: randomUUID(), path: sales, kind: 'sales' });
  const { press, pressOn } = keyboardOf(page);
  await pressOn(page.getByRole('button', { name: 'Find their sales' }));
  await page.getByRole('gridcell', { name: 'C70011' }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('ArrowDown', 'Enter');
  await page.getByRole('heading', { name: /Which sale is C700/ }).waitFor();
  await page.locator('input[type=checkbox]:focus').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('F9');
  await page.getByText(/C700\d\d has its sale now/).waitFor();
  await page.locator('input[type=checkbox]:focus').waitFor();
  expect((await host.call('imports.unmatched', {})).total).toBe(1);
  await press('F9');
  await page.getByText('Every return has its sale').waitFor();
  const sold = (await host.call('sales.get', { number: '70001' })).lines;
  const other = (await host.call('sales.get', { number: '70002' })).lines;
  expect([...sold, ...other].reduce((sum, { returnedQuantity }) => sum + returnedQuantity, 0)).toBe(2);
  await host.close();
});

test('a list is written to a file from where it stands', async () => {
  const host = await startHost({ locale: 'en', settings, route: '/#/sales' });
  const { page } = host;
  await host.call('imports.run', { id: randomUUID(), path: sales, kind: 'sales' });
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  const said = await page.getByText(/rows were written to/).textContent();
  const path = said?.trim().split(' written to ')[1] ?? '';
  expect(readFileSync(path, 'utf8')).toContain('70001');
  await host.close();
});
