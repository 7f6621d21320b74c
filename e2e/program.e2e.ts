import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { pointerOf } from '../host/home.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

/** What belongs to the program and not to the shop: its size of text, its guide, its report, files it is handed, and where it keeps the shop. */
const settings = { shopName: 'Corner Shop' } as const;

function temporaryRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'backshelf-program-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

const textSize = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-text');

test('text grows and shrinks by keys and by the menu, in the program’s own steps', async () => {
  await using host = closing(await startHost({ locale: 'en', settings }));
  const { page, ask } = host;
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('Control+=');
  await expect.poll(() => textSize(page)).toBe('110');
  ask({ do: 'act', action: 'text.bigger' });
  await expect.poll(() => textSize(page)).toBe('125');
  await page.keyboard.press('Control+-');
  await expect.poll(() => textSize(page)).toBe('110');
  await page.keyboard.press('Control+0');
  await expect.poll(() => textSize(page)).toBe('100');
  expect(await host.call('settings.get', {})).toMatchObject({ textPercent: 100 });
});

test('the guide opens in the shop’s language, chapter by chapter, and Esc goes back', async () => {
  await using host = closing(await startHost({ locale: 'zh-CN', settings }));
  const { page } = host;
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('F1');
  await page.getByRole('heading', { level: 1, name: '回架使用手册' }).waitFor();
  await page.getByRole('button', { name: '键盘和扫码枪' }).click();
  await page.getByRole('table').getByText('柜台退货').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('guide');
});

test('the few words about the program name its version and folder, and give the report', async () => {
  await using host = closing(await startHost({ locale: 'en', settings }));
  const { page, ask } = host;
  await page.getByRole('navigation').first().waitFor();
  ask({ do: 'act', action: 'about.open' });
  const sheet = page.getByRole('dialog', { name: 'About Backshelf' });
  await sheet.getByText(host.folder).waitFor();
  await sheet.getByRole('button', { name: 'Copy a report' }).click();
  await sheet.getByRole('button', { name: 'Copied' }).waitFor();
});

test('a list that the program was handed is looked at, and nothing is stored by itself', async () => {
  const root = temporaryRoot();
  const list = join(root, '销售 é.csv');
  writeFileSync(list, 'Order,Date,SKU,Quantity,Price\nS-1,2026-03-05,A-1,1,9.50\n');
  await using host = closing(await startHost({ locale: 'en', settings }));
  const { page, ask } = host;
  await page.getByRole('navigation').first().waitFor();
  ask({ do: 'open', path: list });
  await page.getByRole('heading', { level: 1, name: 'Import a file' }).waitFor();
  await page.getByText('销售 é.csv').first().waitFor();
  expect(await host.call('imports.history', {})).toMatchObject({ items: [] });
});

test('a backup that the program was handed asks before anything is put back', async () => {
  const root = temporaryRoot();
  await using host = closing(await startHost({ locale: 'en', settings }));
  const { page, ask } = host;
  await page.getByRole('navigation').first().waitFor();
  const made = await host.call('care.backup', {});
  const backup = join(root, 'from another PC.db');
  copyFileSync(made.path, backup);
  ask({ do: 'open', path: backup });
  const sheet = page.getByRole('dialog');
  await sheet.getByText(backup).waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  expect((await host.call('settings.get', {})).shopName).toBe('Corner Shop');
});

test('the data folder is moved from the settings: what does not fit is said, then the shop opens in the new place', async () => {
  const root = temporaryRoot();
  const [folder, full, to] = [join(root, 'backshelf'), join(root, 'full'), join(root, '我的店 😀 é')];
  for (const path of [folder, full, to]) mkdirSync(path);
  writeFileSync(join(full, 'letter.txt'), '');
  await using host = closing(
    await startHost({ folder, movable: true, locale: 'en', settings, route: '/#/settings', pickAnswers: [full, to] }),
  );
  const { page } = host;
  const panel = page.getByRole('region', { name: 'Data folder' });
  await panel.getByRole('button', { name: 'Move it…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Move the data folder' });
  await sheet.getByRole('button', { name: /Move the shop/ }).click();
  await sheet.getByText('There is something in this folder already.').waitFor();
  await sheet.getByRole('button', { name: 'Choose another…' }).click();
  await sheet.getByText(to).waitFor();
  await sheet.getByRole('button', { name: /Move the shop/ }).click();
  await page.getByText(`The shop is now in ${to}.`).first().waitFor();
  await panel.getByText(to, { exact: true }).waitFor();
  expect(readdirSync(folder)).toContain('shop.db');
  expect(readdirSync(root)).toContain(pointerOf(folder).split('/').at(-1));
  expect((await host.call('settings.get', {})).shopName).toBe('Corner Shop');
});

test('a folder that was named when the program was started is not offered to be moved', async () => {
  await using host = closing(await startHost({ locale: 'en', settings, route: '/#/settings' }));
  const panel = host.page.getByRole('region', { name: 'Data folder' });
  await panel.getByText('was named when the program was started').waitFor();
  expect(await panel.getByRole('button', { name: 'Move it…' }).count()).toBe(0);
});

test('a shop that dies again and again is told for good, and started again on request', async () => {
  await using host = closing(await startHost({ locale: 'en', settings }));
  const { page } = host;
  await page.getByRole('navigation').first().waitFor();
  const again = page.getByRole('button', { name: 'Start the shop again' });
  for (let death = 0; death < 3; death += 1) {
    const pid = (await host.shopPid()) ?? Number.NaN;
    process.kill(pid, 'SIGKILL');
    if (death < 2) await expect.poll(async () => (await host.shopPid()) ?? pid).not.toBe(pid);
  }
  await again.click();
  await again.waitFor({ state: 'hidden' });
  expect((await host.call('settings.get', {})).shopName).toBe('Corner Shop');
});

function closing(host: StartedHost): StartedHost & AsyncDisposable {
  return { ...host, [Symbol.asyncDispose]: host.close };
}
