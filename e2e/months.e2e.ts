import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { columnSum, readPack } from '../fixtures/month.ts';
import { violationsInBothThemes } from './support/accessible.ts';
import { goTo } from './support/go-to.ts';
import { returnOneCup } from './support/one-cup.ts';
import { startHost } from './support/start-host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-months-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const settings = { shopName: 'Corner Shop', currency: 'CNY' };

test('the month of a return is exported by keyboard, and its files add up to what the screen shows', async () => {
  const to = join(scratch, 'pack');
  const host = await startHost({ locale: 'en', settings, route: '/', pickAnswers: [to] });
  const { page } = host;
  await returnOneCup(host, 'cash');
  const [running] = (await host.call('months.list', {})).months;
  const month = running?.month ?? '';
  await goTo(page, '/#/months');
  await page.getByRole('grid', { name: 'All months' }).and(page.locator(':focus')).waitFor();
  await page.getByText('All credit is paid out').waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);
  expect(await page.getByRole('button', { name: /Close the month/ }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Another folder' }).press('Enter');
  await page.getByText(to).waitFor();
  await page.keyboard.press('F9');
  await page.getByText('files written').waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);

  const files = page.getByRole('grid', { name: 'Files for the accountant' }).getByRole('row');
  const shown = await files.evaluateAll((rows) =>
    rows.slice(1).map((row) => ({
      name: row.querySelector('td')?.textContent?.trim() ?? '',
      sha256: row.querySelector('button')?.title ?? '',
    })),
  );
  expect(shown.length).toBeGreaterThan(5);
  for (const { name, sha256 } of shown) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(to, name)))
        .digest('hex'),
    ).toBe(sha256);
  }
  expect(existsSync(join(to, `${month}-manifest.json`))).toBe(true);
  const pack = readPack({ files: shown.map(({ name, sha256 }) => ({ path: join(to, name), rows: 0, sha256 })) });
  expect(columnSum(pack.get('credit-notes'), 'total')).toBe(2000);
  expect(columnSum(pack.get('payouts'), 'amount')).toBe(2000);
  const tied = page.getByRole('listitem', { name: 'Credit notes, Owed in the journal' });
  expect(await tied.locator('.amount').allTextContents()).toEqual(['¥20.00', '¥20.00']);
  const debits = page.getByRole('listitem', { name: 'Debits, Credits' });
  const debitsShown = await debits.locator('.amount').first().textContent();
  expect(Number(debitsShown?.replace(/[^\d]/g, ''))).toBe(columnSum(pack.get('journal'), 'debit'));
  await host.close();
});

test('a month that is over is closed in two steps and says since when; an empty shop says what to do first', async () => {
  const empty = await startHost({ locale: 'zh-CN', settings, route: '/#/months' });
  await empty.page.getByText('还没有可以结账的月份').waitFor();
  expect(await violationsInBothThemes(empty.page)).toEqual([]);
  await empty.close();
  const host = await startHost({ locale: 'zh-CN', demo: true, settings, route: '/#/months' });
  const { page } = host;
  await page.getByRole('grid', { name: '各月' }).waitFor();
  await page.getByRole('grid', { name: '各月' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/#\/months\/\d{4}-\d{2}$/);
  await page.locator('button:not(:disabled)', { hasText: '结账' }).waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('dialog').getByText('结账不能撤销').waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/起已结账/).waitFor();
  expect((await host.call('months.list', {})).months.filter(({ closed }) => closed)).toHaveLength(1);
  await host.close();
});
