import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { knownVersion } from '../../db/migrate.ts';
import { shopFile } from '../../db/open.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

vi.setConfig({ testTimeout: 60_000 });

test('backups are listed newest first, with what going back to each would lose', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  const first = await shop.call('care.backup', {});
  clock.set('2026-11-18T04:00:00.000Z');
  const sale = await recordSale(shop);
  clock.set('2026-11-18T05:00:00.000Z');
  await shop.call('returns.counter', counterInput(sale));
  const second = await shop.call('care.backup', {});
  const { items, folders } = await shop.call('care.backups', {});
  expect(items).toEqual([
    {
      ...{ path: second.path, at: '2026-11-18T05:00:00.000Z', why: 'asked', head: second.head, events: 3 },
      ...{ size: readFileSync(second.path).length, history: 'same', lost: { events: 0, documents: 0 } },
    },
    {
      ...{ path: first.path, at: '2026-11-18T03:00:00.000Z', why: 'asked', head: first.head, events: 1 },
      ...{ size: readFileSync(first.path).length, history: 'same' },
      lost: { events: 2, documents: 4, fromAt: '2026-11-18T04:00:00.000Z', toAt: '2026-11-18T05:00:00.000Z' },
    },
  ]);
  expect(folders).toEqual([{ path: join(shop.folder, 'backups'), second: false, reachable: true }]);
});

test('what was set aside is listed too, with what the shop has done since they parted', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  const { path } = await shop.call('care.backup', {});
  const late = await recordSale(shop);
  clock.set('2026-11-18T06:00:00.000Z');
  const { lost } = await shop.call('care.restore', { id: randomUUID(), path });
  const { items } = await shop.call('care.backups', {});
  expect(items).toMatchObject([
    {
      ...{ path: lost.movedTo, at: '2026-11-18T06:00:00.000Z', why: 'set-aside', events: 2, history: 'other' },
      lost: { events: 1, documents: 0 },
    },
    { path, history: 'same', lost: { events: 1, documents: 0 } },
  ]);
  expect((await shop.call('care.backups', {})).items).toEqual(items);
  await shop.call('care.restore', { id: randomUUID(), path: items[0]?.path ?? '' });
  expect(await shop.call('sales.get', { saleId: late.saleId })).toEqual(late);
});

test('a backup of the days that a restore gave up says since when the shop has gone another way', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  const first = await shop.call('care.backup', {});
  await recordSale(shop);
  clock.set('2026-11-18T05:00:00.000Z');
  const given = await shop.call('care.backup', {});
  clock.set('2026-11-18T06:00:00.000Z');
  await shop.call('care.restore', { id: randomUUID(), path: first.path });
  const { items } = await shop.call('care.backups', {});
  expect(items.find(({ path }) => path === given.path)).toMatchObject({
    ...{ events: 2, history: 'other' },
    lost: { events: 1, documents: 0, fromAt: '2026-11-18T06:00:00.000Z', toAt: '2026-11-18T06:00:00.000Z' },
  });
});

test('backups of another shop are told from this one’s', async () => {
  await using other = testShop();
  await recordSale(other, { customer: { name: '王芳' } });
  const { path } = await other.call('care.backup', {});
  await using shop = testShop();
  await recordSale(shop);
  const folder = temporaryFolder();
  copyFileSync(path, join(folder, 'renamed.db'));
  const { items } = await shop.call('care.backups', { folder });
  expect(items).toMatchObject([{ path: join(folder, 'renamed.db'), why: 'asked', history: 'other', events: 1 }]);
  expect(items[0]).not.toHaveProperty('lost');
  const withManifest = await shop.call('care.backups', { folder: join(path, '..') });
  expect(withManifest.items).toMatchObject([{ path, history: 'other' }]);
});

test('copies from before a migration are listed by looking into them; what is not ours, or broken, is not', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    shopFile(folder),
    gunzipSync(readFileSync(new URL('../../fixtures/golden/version-1.db.gz', import.meta.url))),
  );
  await using shop = testShop({ folder });
  await shop.call('settings.get', {});
  const backups = join(folder, 'backups');
  writeFileSync(join(backups, 'letter.db'), 'Dear shop');
  writeFileSync(join(backups, 'shop-20261118T030000000Z-00000000.json'), '{"at":');
  const { items } = await shop.call('care.backups', {});
  expect(items).toMatchObject(
    knownVersion() > 1 ? [{ why: 'before-migration', history: 'same', lost: { events: 0 } }] : [],
  );
});

test('a shop that cannot be opened lists its backups all the same, and a fresh one lists a stick’s', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const { path, head } = await shop.call('care.backup', {});
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'backups'));
  for (const name of readdirSync(join(path, '..'))) copyFileSync(join(path, '..', name), join(folder, 'backups', name));
  writeFileSync(shopFile(folder), 'no shop at all'.repeat(1000));
  await using broken = testShop({ folder });
  const { items } = await broken.call('care.backups', {});
  expect(items).toMatchObject([{ head, events: 1, history: 'unknown' }]);
  await using fresh = testShop({ folder: temporaryFolder() });
  expect((await fresh.call('care.backups', { folder })).items).toMatchObject([{ head, history: 'other' }]);
});

test('a folder that is not there is refused; the second one is named even when its stick is out', async () => {
  const stick = temporaryFolder();
  await using shop = testShop({ settings: { secondBackupFolder: stick } });
  await recordSale(shop);
  const none = join(shop.folder, 'none');
  expect(await shop.refusal('care.backups', { folder: none })).toEqual({ code: 'no-such-file', data: { path: none } });
  await shop.call('care.backup', {});
  const both = await shop.call('care.backups', {});
  expect(both.items.map(({ path }) => path).sort()).toEqual(
    [join(shop.folder, 'backups'), stick]
      .map((place) => join(place, readdirSync(stick).find((name) => name.endsWith('.db')) ?? ''))
      .sort(),
  );
  renameSync(stick, `${stick}-out`);
  const { items, folders } = await shop.call('care.backups', {});
  expect(items).toHaveLength(1);
  expect(folders[1]).toEqual({ path: stick, second: true, reachable: false });
  expect(existsSync(stick)).toBe(false);
  rmSync(`${stick}-out`, { recursive: true });
});
