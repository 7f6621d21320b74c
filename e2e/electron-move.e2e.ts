import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type ShopClient, type ShopEvent } from '../contract/wire.ts';
import { movableHome } from '../host/home.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

/** The shop moves from where the system keeps a person's data into a folder that the person picked. */
const root = mkdtempSync(join(tmpdir(), 'backshelf-move-'));
const folder = join(root, 'backshelf');
const long = join(root, `店${'x'.repeat(80)}`, 'y'.repeat(80), 'z'.repeat(80), '我的店 😀 é');
let host: StandInHost;
let shop: ShopClient;
const events: ShopEvent[] = [];
const patient = { timeout: 30_000, interval: 20 };

beforeAll(async () => {
  mkdirSync(long, { recursive: true });
  host = await startStandIn({ folder, movable: true });
  shop = createClient(host.bridge);
  shop.onEvent((event) => events.push(event));
  await shop.call('settings.set', { shopName: '我的店', locale: 'en' });
});
afterAll(async () => {
  await host.close();
  for (const path of [root, host.outFolder]) rmSync(path, { recursive: true, force: true });
});

/** Does what closes the shop for a while, and waits until the window has heard that it is back. */
async function andBack<Result>(work: () => Promise<Result>): Promise<Result> {
  events.length = 0;
  const result = await work();
  await expect.poll(() => events.at(-1), patient).toEqual({ type: 'restarted' });
  return result;
}

async function pick(path: string): Promise<string> {
  host.electron.recorded.picks.push(path);
  return (await host.bridge.host.pickFolder()) ?? '';
}

test('only a folder that the person picked, and that is fit, takes the shop in', async () => {
  await expect(host.bridge.host.moveShop(long)).rejects.toThrow('picked');
  writeFileSync(join(root, 'letter.txt'), '');
  expect(await host.bridge.host.moveShop(await pick(root))).toEqual({ unfit: { why: 'nested' } });
  const full = join(root, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'letter.txt'), '');
  expect(await host.bridge.host.moveShop(await pick(full))).toEqual({ unfit: { why: 'not-empty' } });
  expect(events.filter(({ type }) => type === 'gone')).toEqual([]);
});

test('the shop is moved, opens in the new place, and the old one stays as it was', async () => {
  expect(long.length).toBeGreaterThan(260);
  // What SQLite keeps beside an open file goes with closing it.
  const before = readdirSync(folder).filter((name) => !/-(wal|shm|journal)$/.test(name));
  const picked = await pick(long);
  expect(await andBack(() => host.bridge.host.moveShop(picked))).toEqual({
    ok: { from: folder, to: long, isWhole: true },
  });
  expect(await host.bridge.host.info()).toMatchObject({ folder: long, demo: false, canMove: true });
  expect(await shop.call('settings.get', {})).toMatchObject({ ok: { shopName: '我的店' } });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(before));
  expect(movableHome(folder).folder()).toBe(long);
});

test('in a long path with signs of many scripts the shop records, backs up, exports and prints', async () => {
  const sale = await shop.call('sales.record', {
    id: crypto.randomUUID(),
    lines: [{ sku: 'A-1', name: '衬衫', quantity: 1, unitPrice: '99.00' }],
    tenders: [{ tender: 'cash', amountCents: 9900 }],
  });
  expect(sale).toHaveProperty('ok');
  const backup = await shop.call('care.backup', {});
  expect('ok' in backup && backup.ok.path.startsWith(join(long, 'backups'))).toBe(true);
  expect(await shop.call('care.exportAll', { to: join(long, 'exports') })).toHaveProperty('ok');
  const sheets = [{ number: '2026-03', copy: 0 }];
  const path = await host.bridge.host.savePdf({ document: 'month-controls', sheets, paper: 'A4', locale: 'zh-CN' });
  expect(path.startsWith(join(long, 'exports')) && existsSync(path)).toBe(true);
  expect(await shop.call('care.verify', {})).toMatchObject({ ok: { ok: true } });
});

test('the demo shop lies beside the new place, and is not what is moved', async () => {
  await andBack(() => host.bridge.host.switchShop('demo'));
  const other = join(root, 'other');
  mkdirSync(other);
  expect(await host.bridge.host.moveShop(await pick(other))).toEqual({ unfit: { why: 'named' } });
  await andBack(() => host.bridge.host.switchShop('own'));
  expect((await host.bridge.host.info()).folder).toBe(long);
});

test('a drive that is away is told: no empty shop is founded in its place', async () => {
  rmSync(long, { recursive: true, force: true });
  await andBack(() => host.bridge.host.switchShop('own'));
  expect(await shop.call('settings.get', {})).toMatchObject({
    refused: { code: 'shop-cannot-open', data: { why: 'no-access' } },
  });
  expect(existsSync(long)).toBe(false);
});

test('a shop that dies three times within a minute is given up, and started again when a person asks', async () => {
  for (let death = 1; death <= 3; death += 1) {
    events.length = 0;
    process.kill(host.shopPid() ?? Number.NaN, 'SIGKILL');
    await expect.poll(() => events.length, patient).toBe(death === 3 ? 1 : 2);
  }
  expect(events).toEqual([{ type: 'gone', forGood: true }]);
  await andBack(() => host.bridge.host.startAgain());
  // It answers; its drive is still away.
  expect(await shop.call('settings.get', {})).toHaveProperty('refused');
});
