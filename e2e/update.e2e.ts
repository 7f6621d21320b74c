import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileElectron } from '../build/compile/electron.ts';
import { createClient } from '../contract/wire.ts';
import { saleInput } from '../fixtures/builders.ts';
import { releaseFolder, releaseKey } from '../fixtures/releases.ts';
import { publicKeys } from '../host/update/public-keys.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

/**
 * The compiled program, run under the stand-in as an AppImage is, takes an update to its end. The private half of the key that is compiled in
 * is nowhere to be had; so the test's own key stands in its place in the bundle, and nothing else is changed.
 */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const owner = releaseKey();
const name = 'Backshelf-0.2.0-linux-x86_64.AppImage';
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-update-'));
const folder = join(scratch, 'shop');
const appImage = join(scratch, 'program', 'Backshelf.AppImage');
const mark = join(scratch, 'started');
const built = here(`../out/update-${process.pid}`);
const variables = { APPIMAGE: appImage, APPDIR: dirname(process.execPath) };
let host: StandInHost;

/** The bundles, believing the test's key. */
async function compileWithOwnKey(): Promise<void> {
  const outFolder = join(built, 'electron');
  await compileElectron({ root: here('..'), outFolder });
  cpSync(here('support/blank'), join(built, 'renderer'), { recursive: true });
  const bundles = readdirSync(outFolder).filter((file) => file.endsWith('.js'));
  const compiledIn = publicKeys[0] ?? '';
  const holding = bundles.filter((file) => readFileSync(join(outFolder, file), 'utf8').includes(compiledIn));
  expect(holding).toHaveLength(1);
  for (const file of holding) {
    const path = join(outFolder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(compiledIn, owner.publicText));
  }
}

beforeAll(async () => {
  await compileWithOwnKey();
  mkdirSync(dirname(appImage));
  writeFileSync(appImage, 'the old program');
  Object.assign(process.env, variables);
  host = await startStandIn({ folder, built, packaged: true });
});
afterAll(() => {
  for (const variable of Object.keys(variables)) delete process.env[variable];
  rmSync(scratch, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

const newProgram = `#!/bin/sh\necho the new program runs > ${mark}\n`;
const release = (keys = [owner], file = name): string => releaseFolder({ files: { [file]: newProgram }, keys });
const choose = (path: string, from: 'file' | 'folder'): Promise<unknown> => {
  host.electron.recorded.picks.push(path);
  return host.bridge.host.chooseUpdate(from);
};

test('the window is told how the program is installed', async () => {
  expect(await host.bridge.host.info()).toMatchObject({ kind: 'electron', installedAs: 'linux-appimage' });
});

test('what a stranger signed, what is older and what is for another PC is refused', async () => {
  expect(await choose(release([releaseKey()]), 'folder')).toEqual({ refused: { code: 'signature-wrong' } });
  const older = 'Backshelf-0.0.0-linux-x86_64.AppImage';
  expect(await choose(join(release([owner], older), older), 'file')).toMatchObject({
    refused: { code: 'same-version' },
  });
  const other = 'Backshelf-0.2.0-windows-x64-setup.exe';
  expect(await choose(release([owner], other), 'folder')).toEqual({ refused: { code: 'not-for-this-pc' } });
  await expect(host.bridge.host.startUpdate()).rejects.toThrow('before one was chosen');
});

test('a window may not name a place: only the person chooses one', async () => {
  await expect(host.bridge.host.chooseUpdate('/tmp/evil' as never)).rejects.toThrow();
});

test('where no backup can be made the update does not begin', async () => {
  await choose(release(), 'folder');
  const shop = createClient(host.bridge);
  expect(await shop.call('sales.record', saleInput())).toHaveProperty('ok');
  rmSync(join(folder, 'backups'), { recursive: true, force: true });
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
  expect(await host.bridge.host.startUpdate()).toMatchObject({ code: 'backup-failed' });
  expect(readFileSync(appImage, 'utf8')).toBe('the old program');
  expect(await shop.call('wire.echo', { text: 'still open' })).toEqual({ ok: { text: 'still open' } });
  rmSync(join(folder, 'backups'));
});

test('a copy that was swapped is not started, and the shop opens again', async () => {
  await choose(release(), 'folder');
  const updates = join(`${folder}-window`, 'updates');
  for (const copy of readdirSync(updates)) writeFileSync(join(updates, copy, name), 'swapped');
  const shop = createClient(host.bridge);
  const back = new Promise<void>((resolve) => shop.onEvent(({ type }) => type === 'restarted' && resolve()));
  expect(await host.bridge.host.startUpdate()).toMatchObject({ code: 'content-wrong', file: name });
  await back;
  expect(await shop.call('wire.echo', { text: 'open' })).toEqual({ ok: { text: 'open' } });
  expect([readFileSync(appImage, 'utf8'), host.electron.recorded.quits]).toEqual(['the old program', 0]);
});

test('an update is chosen, backed up before, put in place and started, and the program ends', async () => {
  const stick = release();
  expect(await choose(join(stick, name), 'file')).toEqual({ found: { file: name, version: '0.2.0' } });
  writeFileSync(join(stick, name), 'swapped on the stick');
  chmodSync(stick, 0o500);
  const before = existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).length : 0;
  expect(await host.bridge.host.startUpdate()).toBeUndefined();
  expect(readFileSync(appImage, 'utf8')).toBe(newProgram);
  while (!existsSync(mark) || host.electron.recorded.quits === 0) await wait(10);
  expect(readdirSync(join(folder, 'backups')).length).toBeGreaterThan(before);
  expect(host.electron.recorded.released).toBe(1);
  expect(host.shopPid()).toBeUndefined();
  chmodSync(stick, 0o700);
});
