import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accountantsChart } from '../fixtures/charts.ts';
import { violationsInBothThemes } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { returnOneCup } from './support/one-cup.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-accounts-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const start = cornerShop({ settings: { currency: 'CNY', chart: 'small-business-cn' } });

test('the accountant’s chart is read, and accounts are taken from it, by keyboard', async () => {
  const chart = join(scratch, 'chart.csv');
  writeFileSync(chart, accountantsChart());
  const host = await start({ pickAnswers: [chart], route: '/#/accounts' });
  const { page } = host;
  const { press, type } = keyboardOf(page);
  const list = page.getByRole('grid', { name: 'Accounts that are posted to' });
  await list.and(page.locator(':focus')).waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);
  await press('F7');
  await page.getByText('32 rows read: 31 stored, 1 not taken.').waitFor();
  await page.getByRole('row', { name: '32 There is no name' }).waitFor();
  await list.focus();
  await press('ArrowDown', 'ArrowDown');
  await page.getByText('The accountant’s chart has no such code.').waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);
  await press('1');
  await list.getByRole('row', { name: 'WeChat Pay 101201 微信 There' }).waitFor();

  await list.focus();
  await press(...Array.from({ length: 10 }, () => 'ArrowDown'), 'Enter', 'Control+A');
  await type('应退');
  await page.getByRole('option', { name: '224101 应退客户款' }).waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);
  await press('ArrowDown', 'Enter', 'Enter', 'Enter');
  await list.getByRole('row', { name: 'Owed to customers 224101 应退客户款 There' }).waitFor();
  await list.and(page.locator(':focus')).waitFor();
  expect((await host.call('settings.get', {})).accounts).toEqual([
    { role: 'wechat', code: '101201', name: '微信' },
    { role: 'owed-to-customer', code: '224101', name: '应退客户款' },
  ]);
});

test('vouchers with a zip are written, stand in the history, and are the same when they are written again', async () => {
  const to = join(scratch, 'pack');
  const accounts = [{ role: 'wechat' as const, code: '101201', name: '微信' }];
  const host = await start({ settings: { accounts }, pickAnswers: [to] });
  const { page } = host;
  const { press, pressOn } = keyboardOf(page);
  const again = async (): Promise<void> => {
    await pressOn(page.getByRole('grid', { name: 'What was written' }));
    await page.getByRole('dialog').waitFor();
    await press('Control+Enter');
  };
  await returnOneCup(host, 'wechat');
  await goTo(page, '/#/months');
  await page.getByText('Nothing of this month was written yet.').waitFor();
  await pressOn(page.getByRole('button', { name: 'Another folder' }));
  await pressOn(page.getByRole('radio', { name: 'Plain CSV' }), '5');
  await pressOn(page.getByRole('checkbox', { name: /one zip/ }), 'Space');
  await press('F9');
  await page.getByText('It is the first of this month in this format.').waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);

  const [pack] = (await host.call('months.packs', {})).items;
  expect(pack).toMatchObject({ format: 'voucher-cn', folder: to });
  const shas = pack?.files.map(({ name }) =>
    createHash('sha256')
      .update(readFileSync(join(to, name)))
      .digest('hex'),
  );
  expect(pack?.files.map(({ sha256 }) => sha256)).toEqual(shas);
  expect(pack?.files.some(({ name }) => name.endsWith('.zip'))).toBe(true);
  const vouchers = pack?.files.find(({ name }) => name.endsWith('voucher-cn.csv'))?.name ?? '';
  expect(readFileSync(join(to, vouchers), 'utf8')).toContain(',101201,微信,');

  await again();
  await page.getByText('Every file is the same as then, byte for byte.').waitFor();
  expect(await violationsInBothThemes(host.page)).toEqual([]);
  await press('Escape');
  await returnOneCup(host, 'wechat');
  await again();
  await page.getByText(`${vouchers}: its content has changed`).waitFor();
  const { items } = await host.call('months.packs', {});
  expect(items.map(({ manifestSha256 }) => manifestSha256 === pack?.manifestSha256)).toEqual([false, true, true]);
});
