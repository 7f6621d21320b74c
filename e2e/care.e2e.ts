import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { violationsInBothThemes } from './support/accessible.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { scan } from './support/scan.ts';
import { confirm } from './support/sheets.ts';
import { type StartedHost, type StartOptions, startHost } from './support/start-host.ts';
import { unpluggedMark } from './support/unplugged-shop.ts';

const scratch: string[] = [];
let host: StartedHost | undefined;
afterEach(async () => {
  await host?.close();
  host = undefined;
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const settings = { shopName: 'Corner Shop' };
const unpluggedShop = fileURLToPath(new URL('support/unplugged-shop.ts', import.meta.url));
const laterShop = fileURLToPath(new URL('support/later-shop.ts', import.meta.url));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backshelf-care-'));
  scratch.push(folder);
  return folder;
}

async function open(options: StartOptions): Promise<StartedHost> {
  host = await startHost(options);
  return host;
}

/** A shop that has been set up. */
const start = (options: StartOptions = {}): Promise<StartedHost> => open({ locale: 'en', settings, ...options });

/** A cup sold and brought back: gives the return's number and fingerprint, as they stand on its slip. */
async function cupBroughtBack({ call }: StartedHost): Promise<{ number: string; fingerprint: string }> {
  const { saleId } = await call('sales.record', saleInput({ soldAt: new Date().toISOString() }));
  const done = await call('returns.counter', counterInput(await call('sales.get', { saleId })));
  return call('returns.get', { returnId: done.return.returnId });
}

async function openCare(page: Page): Promise<void> {
  await goTo(page, '/#/care');
  await page.getByRole('textbox', { name: 'Fingerprint' }).and(page.locator(':focus')).waitFor();
}

async function fitsInBothThemes(page: Page): Promise<void> {
  await page.locator('h1:visible').first().waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
}

/** Writes over the pages in the middle of the file, as a failing disk does. */
function damage(folder: string): void {
  const file = openSync(join(folder, 'shop.db'), 'r+');
  for (let page = 2; page < 60; page += 1) writeSync(file, Buffer.alloc(2000, 7), 0, 2000, page * 4096);
  closeSync(file);
}

/** Goes to the newest backup and restores it: Enter, then the deliberate yes. */
async function restoreTheNewest(page: Page): Promise<void> {
  const { press } = keyboardOf(page);
  await page.getByRole('grid', { name: 'Backups' }).focus();
  await press('Home', 'Enter');
  await page.getByRole('dialog', { name: 'Restore a backup' }).waitFor();
  await press('Enter', 'Control+Enter');
  expect(await page.getByRole('button', { name: 'Restore', exact: true }).isDisabled()).toBe(true);
  await press('Space');
  await fitsInBothThemes(page);
  await press('Control+Enter');
  await page.getByText('Restored.').waitFor({ timeout: 30_000 });
}

test('the books are checked, a slip’s fingerprint is found, and a backup is made and gone back to by keyboard', async () => {
  const { page, call } = await start();
  const { press, type } = keyboardOf(page);
  const slip = await cupBroughtBack(host as StartedHost);
  await openCare(page);
  await type(slip.fingerprint.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '));
  await press('Enter');
  await page.getByText('These books contain it').waitFor();
  await page.getByText(slip.number).first().waitFor();
  await scan(page, slip.number);
  await page.getByText('is the number of a document').waitFor();
  await scan(page, 'deadbeefdeadbeef');
  await page.getByText('These books do not contain').waitFor();
  await press('F8');
  await page.getByText(/^All in order: /).waitFor({ timeout: 30_000 });
  await press('F9');
  await page.getByText(/^Backed up and checked/).waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Show the \d+ checks/ }).press('Enter');
  await page.getByRole('list', { name: 'Checks' }).waitFor();
  await fitsInBothThemes(page);

  const before = await call('care.health', {});
  await cupBroughtBack(host as StartedHost);
  await page
    .getByText(/^2 entries since/)
    .first()
    .waitFor();
  await restoreTheNewest(page);
  await page.getByText(/^2 entries; documents among them: /).waitFor();
  await fitsInBothThemes(page);
  expect((await call('care.health', {})).events).toBe(before.events + 1);
  expect((await call('returns.search', {})).items).toHaveLength(1);
  expect(
    readdirSync(join((host as StartedHost).folder, 'backups')).filter((name) => name.startsWith('set-aside')),
  ).toHaveLength(1);
});

test('a damaged file leads to the backups, and restoring one opens the shop again', async () => {
  const folder = newFolder();
  await start({ folder });
  const { fingerprint } = await cupBroughtBack(host as StartedHost);
  await host?.call('care.backup', {});
  await host?.close();
  damage(folder);

  const { page, call } = await open({ folder });
  await page.getByRole('grid').and(page.locator(':focus')).waitFor();
  await fitsInBothThemes(page);
  const { press } = keyboardOf(page);
  await press('Home', 'Enter');
  await page.getByRole('dialog').waitFor();
  await press('Space', 'Control+Enter');
  await page.getByText('Restored.').waitFor({ timeout: 30_000 });
  await page.getByRole('navigation').waitFor();
  expect((await call('care.fingerprint', { text: fingerprint })).found).toHaveLength(1);
});

test('on a new PC the shop goes on from a backup', async () => {
  const old = newFolder();
  await start({ folder: old });
  const { number } = await cupBroughtBack(host as StartedHost);
  const { path } = (await host?.call('care.backup', {})) ?? { path: '' };
  await host?.close();

  const { page, call } = await open({ systemLocale: 'en', pickAnswers: [path] });
  const { press, pressOn } = keyboardOf(page);
  await fitsInBothThemes(page);
  await pressOn(page.getByRole('button', { name: 'I have a backup…' }));
  await pressOn(page.getByRole('button', { name: 'Choose a file…' }));
  await page.getByRole('dialog', { name: 'Restore a backup' }).waitFor();
  await press('Space', 'Control+Enter');
  await page.getByText('Restored.').waitFor({ timeout: 30_000 });
  await page.getByText('Corner Shop').first().waitFor();
  expect((await call('returns.get', { number })).number).toBe(number);
});

test('everything is exported, and a new shop is made of it', async () => {
  const to = newFolder();
  await start({ pickAnswers: [to] });
  const { number } = await cupBroughtBack(host as StartedHost);
  await openCare(host?.page as Page);
  await keyboardOf(host?.page as Page).pressOn(
    (host as StartedHost).page.getByRole('button', { name: 'Choose a folder and export…' }),
  );
  await host?.page.getByText(/\d+ tables with/).waitFor({ timeout: 30_000 });
  await host?.close();
  const [exported = ''] = readdirSync(to);

  const { page, call } = await open({ systemLocale: 'en', pickAnswers: [join(to, exported)] });
  await keyboardOf(page).pressOn(page.getByRole('button', { name: 'I have a full export…' }));
  await page.getByText(/^Made anew from the export/).waitFor({ timeout: 30_000 });
  await page.getByText('Corner Shop').first().waitFor();
  expect((await call('returns.get', { number })).number).toBe(number);
});

test('a clock that is far ahead is asked about, and the action goes on with what was typed', async () => {
  const folder = newFolder();
  await start({ folder });
  await cupBroughtBack(host as StartedHost);
  await host?.close();

  const { page } = await open({ folder, shopEntry: laterShop, route: '/#/settings' });
  const { type, pressOn } = keyboardOf(page);
  await page.getByText(/more than a month after the last entry/).waitFor();
  await fitsInBothThemes(page);
  const phone = page.getByRole('textbox', { name: /^Phone/ });
  await phone.focus();
  await type('62178899');
  await pressOn(page.getByRole('button', { name: 'Save', exact: true }));
  await page.getByRole('dialog', { name: 'Is the clock right?' }).waitFor();
  await fitsInBothThemes(page);
  await confirm(page);
  await page.getByText(/more than a month after the last entry/).waitFor({ state: 'detached' });
  expect([await phone.inputValue(), (await host?.call('settings.get', {}))?.phone]).toEqual(['62178899', '62178899']);
  await host?.close();

  const back = await open({ folder });
  await back.page.getByText(/Until it has caught up, entries are booked on/).waitFor();
  await fitsInBothThemes(back.page);
});

test('while the drive is away the shop says so, and when it is back everything goes on where it was', async () => {
  const { page, call, folder } = await start({ shopEntry: unpluggedShop, route: '/#/settings' });
  const { type } = keyboardOf(page);
  const phone = page.getByRole('textbox', { name: /^Phone/ });
  await phone.focus();
  await type('621');
  const mark = join(folder, unpluggedMark);
  writeFileSync(mark, '');
  await page.getByRole('heading', { name: 'The shop is not open' }).waitFor({ timeout: 30_000 });
  await page.getByText('What you typed is kept').waitFor();
  await page
    .getByRole('button', { name: /^Try again/ })
    .and(page.locator(':focus'))
    .waitFor();
  await fitsInBothThemes(page);
  rmSync(mark);
  await phone.and(page.locator(':focus')).waitFor({ timeout: 15_000 });
  await type('78');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.getByText('Saved').waitFor();
  expect((await call('settings.get', {})).phone).toBe('62178');
});
