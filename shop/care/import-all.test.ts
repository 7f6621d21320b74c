import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { shopFile } from '../../db/open.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { layPhoto } from '../../fixtures/busy-desk.ts';
import { busyShop } from '../../fixtures/busy-shop.ts';
import { contentOf } from '../../fixtures/file-content.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { signIn } from '../../fixtures/people.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { Refused } from '../refused.ts';
import { loadExport } from './import-all-load.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let shop: TestShop;
let from: string;
let head: string;
beforeAll(async () => {
  shop = await busyShop();
  const exported = await shop.call('care.exportAll', { to: shop.folder });
  ({ path: from, head } = exported);
});
afterAll(() => shop.close());

test('a full export read into a fresh folder is the same shop, row by row, and goes on', async () => {
  const folder = temporaryFolder();
  await using copy = testShop({ folder });
  const phases = new Set<string>();
  const input = { id: randomUUID(), from };
  const imported = await copy.call('care.importAll', input, { onProgress: ({ phase }) => phases.add(phase) });
  const original = contentOf(shop.folder);
  const { journal_of_events: events = [], ...tables } = contentOf(folder);
  const { journal_of_events: before = [], ...others } = original;
  expect(tables).toEqual(others);
  expect(events.slice(0, -1)).toEqual(before);
  expect(imported).toEqual({
    head,
    events: before.length,
    rows: Object.values(original).reduce((sum, rows) => sum + rows.length, 0),
  });
  expect([...phases]).toEqual(['read', 'check', 'swap']);
  // Nobody of the shop that came is signed in.
  expect(await copy.refusal('care.verify', {})).toEqual({ code: 'not-signed-in', data: {} });
  await signIn(copy, '店主');
  // Pictures are no part of the export: their folder is copied by hand.
  layPhoto(folder);
  const { ok, checks } = await copy.call('care.verify', {});
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(ok).toBe(true);
  const { found } = await copy.call('care.fingerprint', { text: head });
  expect(found).toHaveLength(1);
  expect(await copy.call('find.search', { text: '王芳' })).toEqual(await shop.call('find.search', { text: '王芳' }));
  expect(await copy.call('find.search', { text: 'vas' })).toEqual(await shop.call('find.search', { text: 'vas' }));
  expect(await copy.call('settings.get', {})).toEqual(await shop.call('settings.get', {}));

  expect(await copy.call('care.importAll', input)).toEqual(imported);
  const sale = await recordSale(copy);
  expect((await copy.call('returns.counter', counterInput(sale))).totalCents).toBe(2000);
  expect((await copy.call('care.verify', {})).ok).toBe(true);
});

test('the empty shop that was there is put aside, not deleted, and nothing is left of the making', async () => {
  const folder = temporaryFolder();
  await using copy = testShop({ folder });
  await copy.call('care.importAll', { id: randomUUID(), from });
  const [aside = ''] = readdirSync(join(folder, 'backups'));
  expect(aside).toMatch(/^set-aside-/);
  expect(readdirSync(join(folder, 'backups', aside))).toContain('shop.db');
  expect(existsSync(join(folder, 'restoring'))).toBe(false);
});

test('a shop in which something was recorded takes nothing in', async () => {
  await using busy = testShop();
  await recordSale(busy);
  const before = contentOf(busy.folder);
  expect(await busy.refusal('care.importAll', { id: randomUUID(), from })).toEqual({
    code: 'shop-not-empty',
    data: {},
  });
  expect(contentOf(busy.folder)).toEqual(before);
});

test('a shop that cannot be opened is not empty, and a folder that is not there is no export', async () => {
  const folder = temporaryFolder();
  writeFileSync(shopFile(folder), 'a letter, not a shop'.repeat(100));
  await using broken = testShop({ folder });
  expect((await broken.refusal('care.importAll', { id: randomUUID(), from })).code).toBe('shop-not-empty');
  await using empty = testShop();
  for (const nowhere of [join(from, 'nowhere'), join(from, '架'.repeat(200))])
    expect(await empty.refusal('care.importAll', { id: randomUUID(), from: nowhere })).toEqual({
      code: 'no-such-file',
      data: { path: nowhere },
    });
});

test('given up half-way, the empty shop is as it was', async () => {
  await using empty = testShop();
  const controller = new AbortController();
  const outcome = await empty.ask(
    'care.importAll',
    { id: randomUUID(), from },
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  expect(outcome).toEqual({ refused: { code: 'cancelled', data: {} } });
  expect((await empty.call('care.health', {})).events).toBe(0);
  expect(existsSync(join(empty.folder, 'restoring'))).toBe(false);
});

describe('an export that is not whole is refused with the reason, and the empty shop stays', () => {
  type Manifest = { schemaVersion: number; tables: { table: string; file: string; rows: number; sha256: string }[] };

  /** Why it is refused; without the shop around it, which takes its time to start a thread. */
  async function refused(damage: (folder: string) => void): Promise<unknown> {
    const doing = {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      throwIfCancelled: () => undefined,
    };
    const folder = damaged(damage);
    const loaded = await loadExport(doing, {
      from: folder,
      file: join(temporaryFolder(), 'shop.db'),
      folder: temporaryFolder(),
    });
    if (!(loaded instanceof Refused)) throw new Error('it was taken in');
    expect(loaded.data.path).toBe(folder);
    return loaded.data.why;
  }

  function damaged(damage: (folder: string) => void): string {
    const folder = join(temporaryFolder(), 'export');
    cpSync(from, folder, { recursive: true });
    damage(folder);
    return folder;
  }

  function change(folder: string, edit: (manifest: Manifest) => void): void {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    edit(manifest);
    writeFileSync(path, JSON.stringify(manifest));
  }

  /** Somebody edits a file and knows how to make its fingerprint fit again. */
  function rewrite(folder: string, table: string, edit: (text: string) => string): void {
    const path = join(folder, `${table}.csv`);
    const text = edit(readFileSync(path, 'utf8'));
    writeFileSync(path, text);
    change(folder, ({ tables }) => {
      const entry = tables.find((own) => own.table === table);
      if (!entry) throw new Error(`no ${table}`);
      entry.sha256 = createHash('sha256').update(text).digest('hex');
      entry.rows = text.split('\r\n').length - 2;
    });
  }

  test.each([
    ['no-manifest', (folder: string) => rmSync(join(folder, 'manifest.json'))],
    ['no-manifest', (folder: string) => writeFileSync(join(folder, 'manifest.json'), '{}')],
    ['file-missing', (folder: string) => rmSync(join(folder, 'payouts.csv'))],
    [
      'file-missing',
      (folder: string) =>
        change(folder, ({ tables }) => {
          for (const table of tables) table.file = `../export/${table.file}`;
        }),
    ],
    ['hash-differs', (folder: string) => writeFileSync(join(folder, 'payouts.csv'), 'id\r\n')],
    ['other-version', (folder: string) => change(folder, (manifest) => Object.assign(manifest, { schemaVersion: 1 }))],
    ['rows-do-not-fit', (folder: string) => change(folder, ({ tables }) => tables.pop())],
    ['rows-do-not-fit', (folder: string) => rewrite(folder, 'products', (text) => text.replace('sku', 'code'))],
    ['rows-do-not-fit', (folder: string) => rewrite(folder, 'products', (text) => text.replace('"CUP"', 'cup!'))],
    ['rows-do-not-fit', (folder: string) => rewrite(folder, 'customers', (text) => `${text.split('\r\n')[0]}\r\n`)],
    ['rows-do-not-fit', (folder: string) => rewrite(folder, 'payouts', (text) => text.replace('"cash"', '"bank"'))],
    [
      'rows-do-not-fit',
      (folder: string) =>
        rewrite(folder, 'stock_balances', (text) => text.replace(/,(\d+),(\d+),(\d+)\r\n$/, ',9$1,$2,$3\r\n')),
    ],
  ])('%s (%#)', async (why, damage) => {
    expect(await refused(damage)).toBe(why);
  });

  test('the empty shop goes on', async () => {
    await using empty = testShop();
    const folder = damaged((path) => writeFileSync(join(path, 'payouts.csv'), ''));
    expect(await empty.refusal('care.importAll', { id: randomUUID(), from: folder })).toEqual({
      code: 'export-not-whole',
      data: { path: folder, why: 'hash-differs' },
    });
    expect(await recordSale(empty)).toHaveProperty('saleId');
  });
});
