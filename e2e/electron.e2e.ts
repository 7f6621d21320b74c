import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type ShopClient } from '../contract/wire.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

/** Electron's compiled bundles, run under the stand-in: what they ask of Electron, and what they let through. */
const folder = mkdtempSync(join(tmpdir(), 'backshelf-electron-'));
let host: StandInHost;
let shop: ShopClient;

beforeAll(async () => {
  host = await startStandIn({ folder });
  shop = createClient(host.bridge);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(host.outFolder, { recursive: true, force: true });
});

test('a call goes from the window straight to the shop’s process and back', async () => {
  expect(await shop.call('wire.echo', { text: '你好' })).toEqual({ ok: { text: '你好' } });
});

test('a long read runs in the worker that lies beside the bundle', async () => {
  expect(await shop.call('care.verify', {})).toMatchObject({ ok: { ok: true } });
});

test('a reloaded window has a way to the shop of its own', async () => {
  host.window.webContents.reload();
  await wait(20);
  const bridge = host.window.webContents.mainWorld.backshelf as typeof host.bridge;
  shop = createClient(bridge);
  expect(await shop.call('wire.echo', { text: 'again' })).toEqual({ ok: { text: 'again' } });
});

test('abilities reach the system, with checked arguments only', async () => {
  const { recorded } = host.electron;
  const abilities = host.bridge.host;
  expect(await abilities.info()).toMatchObject({ kind: 'electron', folder, demo: false, systemLocale: 'zh-CN' });
  await abilities.copyText('R-2026-000001');
  expect(recorded.copied).toEqual(['R-2026-000001']);
  await expect(abilities.copyText(7 as never)).rejects.toThrow();
  await abilities.notify({ title: 'Late', text: 'R-1' });
  await abilities.openMail('mailto:a@b.example?subject=x&body=%E9%80%80');
  expect([recorded.notified, recorded.opened]).toEqual([
    ['Late: R-1'],
    ['mailto:a@b.example?subject=x&body=%E9%80%80'],
  ]);
  await expect(abilities.openMail('https://example.com')).rejects.toThrow();
  recorded.picks.push('/media/stick/sales.csv', undefined);
  expect(await abilities.pickFile({ extensions: ['csv'] })).toBe('/media/stick/sales.csv');
  expect(await abilities.pickFolder()).toBeUndefined();
  await expect(abilities.reveal('/etc/passwd')).rejects.toThrow('Not below');
  mkdirSync(join(folder, 'exports'), { recursive: true });
  await abilities.reveal(join(folder, 'exports'));
  expect(recorded.revealed).toEqual([join(folder, 'exports')]);
});

test('a dropped file’s path is told where it has one', async () => {
  const { pathOf } = host.bridge.host;
  expect(await pathOf(new File([], '/media/stick/sales.csv'))).toBe('/media/stick/sales.csv');
  expect(await pathOf(new File([], 'out of a page.png'))).toBeUndefined();
});

test('a sheet goes to the print dialogue and into a PDF in its own size', async () => {
  const sheets = [{ number: 'R-2026-000001', copy: 0 }];
  const job = { document: 'return-slip', sheets, paper: 'A5', locale: 'en' } as const;
  await host.bridge.host.print(job);
  const path = await host.bridge.host.savePdf({ ...job, paper: '80mm' });
  expect(path).toBe(join(folder, 'exports', 'R-2026-000001-return-slip-80mm.pdf'));
  const [, printed, saved] = host.electron.recorded.windows;
  expect(printed?.webContents.printed[0]?.options?.pageSize).toEqual({ width: 210_000, height: 148_000 });
  expect(saved?.webContents.pdfs[0]?.pageSize).toEqual({ width: 80 / 25.4, height: 107 / 25.4 });
  expect(saved?.webContents.frame.url).toBe('app://backshelf/#/paper/return-slip/R-2026-000001/80mm/en?copies=0');
  expect([printed?.did, saved?.did]).toEqual([['destroy'], ['destroy']]);
});

test('the printers are told, and one that is taken directly gets the sheet silently, in its own size and number', async () => {
  const { printers, print } = host.bridge.host;
  expect(await printers()).toEqual([{ name: 'counter', label: 'Counter roll', isDefault: false }]);
  const sheets = [
    { number: 'R-2026-000001', copy: 0 },
    { number: 'R-2026-000002', copy: 1 },
  ];
  const job = { document: 'return-slip', sheets, paper: '80mm', locale: 'en' } as const;
  const { windows } = host.electron.recorded;
  const options = async (direct: boolean): Promise<unknown> => {
    await print({ ...job, printer: { name: 'counter', direct, copies: 3 } });
    return windows.at(-1)?.webContents.printed[0]?.options;
  };
  const asked = {
    pageSize: { width: 80_000, height: 107_000 },
    margins: { marginType: 'none' },
    printBackground: true,
    deviceName: 'counter',
    copies: 3,
  };
  expect(await options(true)).toEqual({ ...asked, silent: true });
  expect(windows.at(-1)?.webContents.frame.url).toMatch(/R-2026-000001%2CR-2026-000002\/80mm\/en\?copies=0,1$/);
  expect(await options(false)).toEqual({ ...asked, silent: false });
});

test('a second start brings the first window to the front', () => {
  host.electron.app.emit('second-instance', {}, ['backshelf'], '/');
  expect(host.window.did.slice(-2)).toEqual(['restore', 'focus']);
});

test('the demo shop is opened beside the own one and left again', async () => {
  const { host: abilities } = host.bridge;
  const back = new Promise<void>((resolve) => shop.onEvent(({ type }) => type === 'restarted' && resolve()));
  await abilities.switchShop('demo');
  await back;
  expect(await abilities.info()).toMatchObject({ folder: `${folder}-demo`, demo: true });
  expect(await shop.call('wire.echo', { text: 'demo' })).toEqual({ ok: { text: 'demo' } });
  await abilities.switchShop('own');
  expect(await abilities.info()).toMatchObject({ folder, demo: false });
  rmSync(`${folder}-demo`, { recursive: true, force: true });
});
