import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { busyShop } from '../../fixtures/busy-shop.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { contentOf, runInEmptyFile } from '../../fixtures/file-content.ts';
import { needsTinyDisk, temporaryFolder, tinyDisk } from '../../fixtures/folders.ts';
import type { TestShop } from '../../fixtures/shop.ts';
import { Cancelled } from '../context.ts';
import { exportAll } from './export-all.ts';
import { exportManifestSchema } from './export-all-manifest.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let shop: TestShop;
beforeAll(async () => {
  shop = await busyShop();
});
afterAll(() => shop.close());

test('every table is written whole, and any CSV reader reads it', async () => {
  const to = temporaryFolder();
  const totals: number[] = [];
  const { path, files, head } = await shop.call(
    'care.exportAll',
    { to },
    { onProgress: ({ done, total = 0 }) => totals.push(done / total) },
  );
  expect(basename(path)).toMatch(/^Test shop-all-\d{8}T\d{9}Z$/);
  expect(totals.at(-1)).toBe(1);
  const content = contentOf(shop.folder);
  expect(files.map((file) => basename(file.path, '.csv')).toSorted()).toEqual(Object.keys(content).toSorted());
  for (const file of files) {
    const text = readFileSync(file.path, 'utf8');
    const [columns = [], ...rows] = Papa.parse<string[]>(text, { newline: '\r\n' }).data.filter(
      (row) => row.length > 1,
    );
    const stored = content[basename(file.path, '.csv')] ?? [];
    expect(rows).toHaveLength(file.rows);
    expect(columns).toHaveLength(stored[0]?.length ?? columns.length);
    expect(rows.toSorted()).toEqual(stored.map((row) => row.map((cell) => String(cell ?? ''))).toSorted());
    expect(file.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  }
  const manifest = exportManifestSchema.parse(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')));
  const { events, head: newest } = await shop.call('care.health', {});
  expect({ head, events }).toEqual({ head: newest, events: manifest.events });
  expect(manifest.tables.map(({ file }) => join(path, file))).toEqual(files.map((file) => file.path));
  expect(readdirSync(to)).toEqual([basename(path)]);
});

test('the schema can be run as it stands, and the readme names every file', async () => {
  const { path } = await shop.call('care.exportAll', { to: temporaryFolder() });
  runInEmptyFile(readFileSync(join(path, 'schema.sql'), 'utf8'));
  const readme = readFileSync(join(path, 'README.txt'), 'utf8');
  const files = readdirSync(path).filter((name) => name.endsWith('.csv'));
  expect(files.filter((name) => readme.split(`- ${name} `).length !== 3)).toEqual([]);
});

test('the shop’s name is made fit for a folder', async () => {
  await shop.call('settings.set', { shopName: ' 回架/小店: "一号"? ..' });
  const { path } = await shop.call('care.exportAll', { to: temporaryFolder() });
  expect(basename(path)).toMatch(/^回架 小店 一号-all-\d{8}T\d{9}Z$/);
});

test('an export given up half-way leaves nothing, and neither does one that was killed', async () => {
  const to = temporaryFolder();
  const giveUp = (): void => {
    expect(readdirSync(to)).toHaveLength(1);
    throw new Cancelled();
  };
  await expect(
    inThisThread(shop.folder, (context) => exportAll(context, { to }), { throwIfCancelled: giveUp }),
  ).rejects.toThrow(Cancelled);
  expect(readdirSync(to)).toEqual([]);

  let left = '';
  const watch = (): void => {
    left = readdirSync(to)[0] ?? left;
  };
  await inThisThread(shop.folder, (context) => exportAll(context, { to: join(to, 'new') }));
  await inThisThread(shop.folder, (context) => exportAll(context, { to }), { throwIfCancelled: watch });
  expect(left).not.toBe('');
  expect(readdirSync(join(to, 'new'))).toHaveLength(1);
});

test('a folder that cannot be written to and a full disk are refused', async ({ skip }) => {
  const letter = join(shop.folder, 'letter.txt');
  writeFileSync(letter, 'hello');
  for (const to of [letter, join(letter, 'all'), join(shop.folder, 'no', 'such', 'folder')])
    expect(await shop.refusal('care.exportAll', { to })).toEqual({ code: 'folder-not-writable', data: { path: to } });
  expect(existsSync(join(shop.folder, 'no'))).toBe(false);
  const disk = tinyDisk(20);
  if (!disk) return skip(needsTinyDisk);
  expect((await shop.refusal('care.exportAll', { to: disk })).code).toBe('cannot-write');
  expect(readdirSync(disk)).toEqual([]);
});
