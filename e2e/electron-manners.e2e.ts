import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { workAreas } from '../build/stand-in/system.ts';
import type { HostAsk } from '../contract/host-bridge.ts';
import { createClient, type ShopClient } from '../contract/wire.ts';
import { buggyWords } from './support/buggy-shop.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

/** What a program owes the PC it runs on: Electron's compiled bundles under the stand-in, in a folder with an odd name. */
const folder = join(mkdtempSync(join(tmpdir(), 'backshelf-manners-')), '我的店 😀 é');
const besides = `${folder}-window`;
const list = join(folder, '..', '销售.csv');
let host: StandInHost;
let shop: ShopClient;
const asked: HostAsk[] = [];
const patient = { timeout: 20_000, interval: 20 };

beforeAll(async () => {
  mkdirSync(besides, { recursive: true });
  writeFileSync(list, 'a,b\n');
  // It was on a second screen, maximised, when the program was last closed.
  writeFileSync(join(besides, 'place.json'), '{"x":2500,"y":40,"width":1500,"height":900,"isMaximized":true}');
  process.argv.push(list);
  host = await startStandIn({
    folder,
    shopProgram: fileURLToPath(new URL('./support/buggy-shop-utility.ts', import.meta.url)),
  });
  shop = createClient(host.bridge);
  host.bridge.onAsk((ask) => asked.push(ask));
});
afterAll(async () => {
  await host.close();
  for (const path of [join(folder, '..'), host.outFolder]) rmSync(path, { recursive: true, force: true });
});

const logged = (): string =>
  readdirSync(join(besides, 'logs'))
    .map((name) => readFileSync(join(besides, 'logs', name), 'utf8'))
    .join('');

function menuItem(...labels: string[]): MenuItemConstructorOptions | undefined {
  let items = host.electron.recorded.menu ?? [];
  let found: MenuItemConstructorOptions | undefined;
  for (const label of labels) {
    found = items.find((item) => item.label === label);
    items = (found?.submenu ?? []) as MenuItemConstructorOptions[];
  }
  return found;
}
const choose = (...labels: string[]): void => menuItem(...labels)?.click?.({} as never, undefined, {} as never);

test('a window whose screen is gone comes back in its size on one that is there, maximised as it was', () => {
  expect(workAreas).toHaveLength(1);
  expect(host.window.options).toMatchObject({ width: 1500, height: 900 });
  expect(host.window.options.x).toBeUndefined();
  expect(host.window.did.slice(0, 2)).toEqual(['maximize', 'show']);
});

test('where it comes to rest is remembered', async () => {
  host.window.bounds = { x: 100, y: 50, width: 1300, height: 700 };
  host.window.emit('resize');
  const kept = { ...host.window.bounds, isMaximized: true };
  await expect.poll(() => JSON.parse(readFileSync(join(besides, 'place.json'), 'utf8')), patient).toEqual(kept);
});

test('a file that the program was started with is shown to the window, and so is one of a second start', async () => {
  await expect.poll(() => asked, patient).toEqual([{ do: 'open', path: list }]);
  asked.length = 0;
  const { app } = host.electron;
  app.emit('second-instance', {}, ['backshelf', '--flag', '销售.csv'], join(folder, '..'));
  let prevented = false;
  app.emit('open-file', { preventDefault: () => (prevented = true) }, list);
  app.emit('open-file', { preventDefault: () => undefined }, join(folder, 'program.exe'));
  await expect
    .poll(() => asked, patient)
    .toEqual([
      { do: 'open', path: list },
      { do: 'open', path: list },
    ]);
  expect(prevented).toBe(true);
  expect(host.window.did.slice(-2)).toEqual(['restore', 'focus']);
});

test('the menu speaks the shop’s language, shows its size of text, and asks the window', async () => {
  expect(menuItem('帮助', '使用手册')?.accelerator).toBe('F1');
  await host.bridge.host.showAs({ locale: 'en', theme: 'dark', textPercent: 125 });
  expect(host.electron.nativeTheme.themeSource).toBe('dark');
  expect(host.electron.recorded.menu?.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']);
  expect(menuItem('View', 'Usual size (125 %)')).toMatchObject({
    accelerator: 'CmdOrCtrl+0',
    registerAccelerator: false,
  });
  asked.length = 0;
  choose('View', 'Larger text');
  choose('Help', 'Copy a report for support');
  choose('File', 'Import a file…');
  await expect
    .poll(() => asked, patient)
    .toEqual([
      { do: 'act', action: 'text.bigger' },
      { do: 'act', action: 'report.copy' },
      { do: 'act', action: 'import.open' },
    ]);
});

test('before sleep and on a locked screen everything goes into the shop’s file', async () => {
  const log = join(folder, 'shop.db-wal');
  for (const event of ['suspend', 'lock-screen']) {
    await shop.call('settings.set', { phone: event === 'suspend' ? '1' : '2' });
    expect(statSync(log).size).toBeGreaterThan(0);
    host.electron.powerMonitor.emit(event);
    await vi.waitFor(() => expect(statSync(log).size).toBe(0), patient);
  }
  host.window.emit('query-session-end', {});
  expect(logged()).toContain('the session is about to end');
});

test('in a shop with people a locked screen locks the desk', async () => {
  const pin = '482915';
  const added = await shop.call('staff.add', { id: crypto.randomUUID(), name: 'Wang', role: 'owner', pin });
  expect(added).toHaveProperty('ok');
  expect(await shop.call('staff.signIn', { name: 'Wang', pin })).toMatchObject({ ok: { person: { name: 'Wang' } } });
  host.electron.powerMonitor.emit('lock-screen');
  await expect
    .poll(async () => {
      const now = await shop.call('staff.now', {});
      return 'ok' in now && now.ok.person;
    }, patient)
    .toBeUndefined();
  expect(await shop.call('staff.signIn', { name: 'Wang', pin })).toHaveProperty('ok');
});

test('a page that crashes comes back, and at the third time within a minute a person is asked', async () => {
  const { webContents } = host.window;
  const reload = vi.spyOn(webContents, 'reload').mockImplementation(() => undefined);
  for (let crash = 0; crash < 3; crash += 1)
    webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
  await expect.poll(() => reload.mock.calls.length, patient).toBe(3);
  expect(host.electron.recorded.asked.map(({ buttons }) => buttons)).toEqual([['Open the window again', 'Quit']]);
  reload.mockRestore();
});

test('the log and the report say what happened, and nothing of anybody', async () => {
  const secrets = ['王伟', 'Wei Wang', '13812345678', 'nice shirt', '衬衫', '1284', 'PIN-secret'];
  const saleId = crypto.randomUUID();
  const sold = await shop.call('sales.record', {
    id: saleId,
    customer: { name: '王伟 Wei Wang', phone: '13812345678' },
    lines: [{ sku: 'PIN-secret', name: 'nice shirt 衬衫', quantity: 1, unitPrice: '12.84' }],
    tenders: [{ tender: 'cash', amountCents: 1284 }],
  } as never);
  expect(sold).toHaveProperty('ok');
  await shop.call('sales.search', { text: '王伟' });
  await shop.call('imports.preview', { path: join(folder, '王伟 13812345678.csv'), kind: 'sales' });
  await expect(shop.call('wire.echo', { text: buggyWords })).rejects.toThrow('made on purpose');
  await host.bridge.host.noteBug('TypeError at pay (counter.js:1:2)');
  await expect(host.bridge.host.noteBug('王伟 owes 12.84')).rejects.toThrow();
  await expect(host.bridge.host.noteBug('Wei Wang 13812345678')).rejects.toThrow();
  process.kill(host.shopPid() ?? Number.NaN, 'SIGKILL');
  await expect.poll(logged, patient).toContain('is started again');
  const text = logged();
  expect(text).toMatch(/bug in wire\.echo: Error at .*buggy-shop\.ts:\d+/);
  expect(text).toContain('bug in the window: TypeError at pay (counter.js:1:2)');
  expect(text).not.toContain('made on purpose');
  const report = await host.bridge.host.report();
  expect(report).toMatch(/^Backshelf 0\.0\.0 · electron\n/);
  expect(report).toContain('bug in wire.echo');
  for (const secret of [...secrets, folder, '我的店', tmpdir()]) {
    expect(text).not.toContain(secret);
    expect(report).not.toContain(secret);
  }
});
