import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openInput, saleInput } from '../fixtures/builders.ts';
import { aPng } from '../fixtures/pictures.ts';
import { violationsInBothThemes } from './support/accessible.ts';
import { goTo } from './support/go-to.ts';
import { answerAsInstalled } from './support/installed-program.ts';
import { keyboardOf } from './support/keyboard.ts';
import { type StartedHost, type StartOptions, startHost } from './support/start-host.ts';

const stick = mkdtempSync(join(tmpdir(), 'backshelf-stick-'));
let host: StartedHost | undefined;
afterEach(async () => {
  await host?.close();
  host = undefined;
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

const settings = { shopName: 'Corner Shop' };
async function start(options: StartOptions = {}): Promise<StartedHost> {
  host = await startHost({ locale: 'en', settings, ...options });
  return host;
}

async function openUpdates(page: Page): Promise<void> {
  await goTo(page, '/#/update');
  await page.getByRole('heading', { name: 'Updates and a new PC' }).waitFor();
}

test('a window that is no installed program shows its version, offers no update and says why', async () => {
  const { page } = await start();
  const { pressOn } = keyboardOf(page);
  await goTo(page, '/#/settings');
  await pressOn(page.getByRole('region', { name: 'Updates and a new PC' }).getByRole('button', { name: 'Open' }));
  const panel = page.getByRole('region', { name: 'Update the program' });
  await panel.getByText('0.0.0').waitFor();
  await panel.getByText('Updates are for the installed program').waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
});

test('an installed program’s window says what was refused and what to do, and takes what is right by keyboard', async () => {
  const { page } = await start();
  const { press, pressOn } = keyboardOf(page);
  await openUpdates(page);
  const file = 'Backshelf-0.2.0-windows-x64-setup.exe';
  await answerAsInstalled(page, {
    installedAs: 'windows-installer',
    choices: [{ refused: { code: 'content-wrong', file } }, undefined, { found: { file, version: '0.2.0' } }],
  });
  const choose = page.getByRole('button', { name: 'Choose the file…' });
  await pressOn(choose);
  await page.getByRole('alert').getByText(`${file} is not what was signed`).waitFor();
  // Turning back at the dialog changes nothing.
  await pressOn(choose);
  await page.getByRole('alert').getByText(`${file} is not what was signed`).waitFor();
  await pressOn(page.getByRole('button', { name: 'Choose a folder or stick…' }));
  await page.getByText(`${file} is genuine: version 0.2.0.`).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('Control+Enter');
  await page.getByText('Backshelf closes now').waitFor();
});

test('where the update cannot begin the window says so, and the update may be left alone', async () => {
  const { page } = await start({ locale: 'zh-CN' });
  await goTo(page, '/#/update');
  const found = { file: 'Backshelf-0.2.0-linux-x86_64.AppImage', version: '0.2.0' };
  const refusal = { code: 'backup-failed', ...found } as const;
  await answerAsInstalled(page, { installedAs: 'linux-appimage', choices: [{ found }], start: refusal });
  const { press, pressOn } = keyboardOf(page);
  await pressOn(page.getByRole('button', { name: '选择文件夹或 U 盘…' }));
  await page.getByText('是真的：版本 0.2.0').waitFor();
  await press('Control+Enter');
  await page.getByRole('alert').getByText('备份没有成功，所以没有更新').waitFor();
  await pressOn(page.getByRole('button', { name: '先不更新' }));
  expect(await page.getByRole('alert').count()).toBe(0);
  await press('Escape');
  await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
});

test('the stick that carries the shop to a new PC gets its books and its pictures', async () => {
  const { page, call } = await start({ pickAnswers: [stick] });
  const { saleId } = await call('sales.record', saleInput());
  const { returnId } = await call('returns.open', openInput(await call('sales.get', { saleId })));
  const dataBase64 = aPng(2, 2, 'a').toString('base64');
  const { sha256 } = await call('photos.add', { id: crypto.randomUUID(), returnId, dataBase64 });
  await openUpdates(page);
  const { pressOn } = keyboardOf(page);
  const panel = page.getByRole('region', { name: 'Second backup folder' });
  expect(await panel.getByRole('button', { name: 'Back up now' }).isDisabled()).toBe(true);
  await pressOn(panel.getByRole('button', { name: 'Choose a folder…' }));
  await panel.getByText(stick).waitFor();
  await pressOn(panel.getByRole('button', { name: 'Back up now' }));
  await panel.getByText('Backed up, and copied to the stick').waitFor({ timeout: 30_000 });
  expect(readdirSync(join(stick, 'photos'))).toEqual([`${sha256}.png`]);
  expect(readdirSync(stick).filter((name) => /^shop-.*\.(db|json)$/.test(name))).toHaveLength(2);
});
