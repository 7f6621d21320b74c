import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { shopFile } from '../../db/open.ts';
import { counterInput, recordSale, saleInput } from '../../fixtures/builders.ts';
import { runPlain, tamper } from '../../fixtures/care.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { type TestShop, testClock, testNow, testShop } from '../../fixtures/shop.ts';

vi.setConfig({ testTimeout: 60_000 });

const idOf = (): string => randomUUID();

/** A copy of a file under another name, with no manifest beside it. */
function aloneAs(path: string, name = 'copy.db'): string {
  const to = join(temporaryFolder(), name);
  copyFileSync(path, to);
  return to;
}

async function soldAndBackedUp(shop: TestShop): Promise<{ saleId: number; path: string; head: string }> {
  const { saleId } = await recordSale(shop);
  const { path, head } = await shop.call('care.backup', {});
  return { saleId, path, head };
}

test('going back to a backup loses what came after it, says so, and puts the file aside', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { saleId, path, head } = await soldAndBackedUp(shop);
  clock.set('2026-11-18T04:00:00.000Z');
  const late = await recordSale(shop);
  clock.set('2026-11-18T05:00:00.000Z');
  await shop.call('returns.counter', counterInput(late));
  const before = await shop.call('care.health', {});
  clock.set('2026-11-18T06:00:00.000Z');
  const phases = new Set<string>();
  const input = { id: idOf(), path };
  const restored = await shop.call('care.restore', input, { onProgress: ({ phase }) => phases.add(phase) });
  expect(restored).toEqual({
    head,
    lost: {
      events: 2,
      documents: 4,
      fromAt: '2026-11-18T04:00:00.000Z',
      toAt: '2026-11-18T05:00:00.000Z',
      movedTo: join(shop.folder, 'backups', 'set-aside-20261118T060000000Z', 'shop.db'),
      range: { fromEvent: 2, fromHead: expect.stringMatching(/^[0-9a-f]{64}$/), toEvent: 3, toHead: before.head },
    },
  });
  expect([...phases]).toEqual(['copy', 'check', 'swap']);
  expect(await shop.call('sales.get', { saleId })).toMatchObject({ saleId });
  expect(await shop.call('care.outcome', { id: input.id })).toMatchObject({ happened: true, kind: 'care.restore' });
  expect(await shop.call('care.health', {})).toMatchObject({ events: 2, folder: shop.folder });
  expect((await shop.call('care.verify', {})).ok).toBe(true);
  expect(await shop.call('care.restore', input)).toEqual(restored);
  expect(existsSync(join(shop.folder, 'restoring'))).toBe(false);
});

test('what was set aside can be gone back to, and then the restore is what is lost', async () => {
  await using shop = testShop();
  const { path } = await soldAndBackedUp(shop);
  const late = await recordSale(shop);
  const { lost } = await shop.call('care.restore', { id: idOf(), path });
  const back = await shop.call('care.restore', { id: idOf(), path: lost.movedTo ?? '' });
  expect(back.lost).toMatchObject({ events: 1, documents: 0, range: { fromEvent: 2, toEvent: 2 } });
  expect(await shop.call('sales.get', { saleId: late.saleId })).toEqual(late);
  expect((await shop.call('care.verify', {})).ok).toBe(true);
});

test('the shop goes on while a backup is made ready, and the last sale before the swap is counted', async () => {
  await using shop = testShop();
  const { path } = await soldAndBackedUp(shop);
  const restoring = shop.call('care.restore', { id: idOf(), path });
  let sales = 0;
  for (; sales < 3; sales += 1) await recordSale(shop);
  const { lost } = await restoring;
  expect(lost.events).toBe(sales);
});

test('a damaged shop is put aside, and its backup takes its place', async () => {
  const folder = temporaryFolder();
  const first = testShop({ folder });
  const { saleId, path } = await soldAndBackedUp(first);
  await first.close();
  const file = openSync(shopFile(folder), 'r+');
  writeSync(file, Buffer.alloc(statSync(shopFile(folder)).size - 100, 0x5a), 0, undefined, 100);
  closeSync(file);
  await using shop = testShop({ folder });
  expect(await shop.refusal('settings.get', {})).toMatchObject({ code: 'shop-cannot-open', data: { why: 'damaged' } });
  const { lost } = await shop.call('care.restore', { id: idOf(), path });
  expect(lost).toMatchObject({ events: 0, documents: 0, unreadable: true, movedTo: expect.any(String) });
  expect(await shop.call('sales.get', { saleId })).toMatchObject({ saleId });
});

test('an altered shop is put aside while calls keep asking for it', async () => {
  const folder = temporaryFolder();
  const first = testShop({ folder });
  const { path } = await soldAndBackedUp(first);
  await recordSale(first);
  await first.close();
  runPlain(folder, 'DROP TRIGGER sales_kept');
  await using shop = testShop({ folder });
  expect(await shop.refusal('settings.get', {})).toMatchObject({ data: { why: 'altered' } });
  const restoring = shop.call('care.restore', { id: idOf(), path });
  await shop.ask('settings.get', {});
  expect((await restoring).lost).toMatchObject({ events: 1, documents: 1 });
  expect((await shop.call('care.verify', {})).ok).toBe(true);
});

test('a backup opens in a fresh installation, with or without its manifest', async () => {
  await using old = testShop();
  const { saleId, path, head } = await soldAndBackedUp(old);
  await using fresh = testShop({ folder: temporaryFolder() });
  const first = await fresh.call('care.restore', { id: idOf(), path: aloneAs(path) });
  expect(first).toMatchObject({ head, lost: { events: 0, documents: 0, movedTo: expect.any(String) } });
  expect(await fresh.call('sales.get', { saleId })).toMatchObject({ saleId });
  expect((await fresh.call('settings.get', {})).shopName).toBe('Test shop');
});

test('a shop of the first version is brought to this one on the way', async () => {
  const golden = join(temporaryFolder(), 'version-1.db');
  writeFileSync(golden, gunzipSync(readFileSync(new URL('../../fixtures/golden/version-1.db.gz', import.meta.url))));
  await using shop = testShop();
  await shop.call('care.restore', { id: idOf(), path: golden });
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  await recordSale(shop);
});

test('a backup that is not whole, or not ours, is refused, and the shop stays as it was', async () => {
  await using shop = testShop();
  const { path } = await soldAndBackedUp(shop);
  const notWhole = async (file: string, why: string): Promise<void> =>
    expect(await shop.refusal('care.restore', { id: idOf(), path: file })).toEqual({
      code: 'backup-not-whole',
      data: { path: file, why },
    });
  const half = aloneAs(path);
  truncateSync(half, Math.floor(statSync(half).size / 8192) * 4096);
  await notWhole(half, 'damaged');
  const letter = join(temporaryFolder(), 'letter.db');
  writeFileSync(letter, 'Dear shop, '.repeat(1000));
  await notWhole(letter, 'foreign-file');
  writeFileSync(letter, '');
  await notWhole(letter, 'foreign-file');
  const newer = aloneAs(path, 'shop.db');
  runPlain(join(newer, '..'), 'PRAGMA user_version = 99');
  await notWhole(newer, 'newer-file');
  const changed = aloneAs(path, 'shop.db');
  tamper(join(changed, '..'), `UPDATE sales SET number = 'S-2026-000009'`);
  await notWhole(changed, 'altered');
  const unguarded = aloneAs(path, 'shop.db');
  runPlain(join(unguarded, '..'), 'DROP TRIGGER sales_kept');
  await notWhole(unguarded, 'altered');
  const other = aloneAs(path, 'shop.db');
  copyFileSync(path.replace('.db', '.json'), other.replace('.db', '.json'));
  runPlain(join(other, '..'), 'PRAGMA user_version = 0');
  await notWhole(other, 'hash-differs');
  expect(await shop.call('care.health', {})).toMatchObject({ events: 1 });
  expect(existsSync(join(shop.folder, 'restoring'))).toBe(false);
});

test('what is no file, or a folder, is refused; so is a second restore while one is under way', async () => {
  await using shop = testShop();
  const { path } = await soldAndBackedUp(shop);
  for (const none of [join(shop.folder, 'none.db'), shop.folder])
    expect(await shop.refusal('care.restore', { id: idOf(), path: none })).toEqual({
      code: 'no-such-file',
      data: { path: none },
    });
  const [one, other] = await Promise.all([
    shop.ask('care.restore', { id: idOf(), path }),
    shop.ask('care.restore', { id: idOf(), path }),
  ]);
  expect([one, other]).toContainEqual({ refused: { code: 'shop-busy', data: { with: 'care.restore' } } });
  expect([one, other].filter((outcome) => 'ok' in outcome)).toHaveLength(1);
});

test('the shop’s own file is gone back to like any other', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const { lost } = await shop.call('care.restore', { id: idOf(), path: shopFile(shop.folder) });
  expect(lost).toMatchObject({ events: 0, documents: 0 });
  expect(await shop.call('care.health', {})).toMatchObject({ events: 2 });
});

test('given up while the backup is copied, the shop stays as it was', async () => {
  await using shop = testShop();
  const { path } = await soldAndBackedUp(shop);
  const controller = new AbortController();
  const outcome = await shop.ask(
    'care.restore',
    { id: idOf(), path },
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  expect(outcome).toEqual({ refused: { code: 'cancelled', data: {} } });
  expect(await shop.call('care.health', {})).toMatchObject({ events: 1 });
  expect(existsSync(join(shop.folder, 'restoring'))).toBe(false);
});

test('an old backup is restored today, and the clock is not doubted after it', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { path } = await soldAndBackedUp(shop);
  clock.set('2026-12-15T03:00:00.000Z');
  await recordSale(shop, { soldAt: '2026-12-15T02:00:00.000Z' });
  clock.set('2027-01-10T03:00:00.000Z');
  await shop.call('care.restore', { id: idOf(), path });
  expect((await shop.call('care.health', {})).clock).toEqual({
    state: 'right',
    clockDay: '2027-01-10',
    today: '2027-01-10',
  });
});

test('with a clock that cannot be believed nothing is restored until somebody says that it is right', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { path } = await soldAndBackedUp(shop);
  clock.set('2028-12-15T03:00:00.000Z');
  const input = { id: idOf(), path };
  expect(await shop.refusal('care.restore', input)).toMatchObject({ code: 'clock-doubtful' });
  await shop.call('care.confirmClock', { id: idOf() });
  expect((await shop.call('care.restore', input)).lost.events).toBe(1);
});

test('a backup of another shop replaces all of this one', async () => {
  await using one = testShop();
  await using other = testShop();
  const { path, head } = await soldAndBackedUp(other);
  await recordSale(one, { customer: { name: '王芳' } });
  await recordSale(one);
  const { lost } = await one.call('care.restore', { id: idOf(), path });
  expect(lost).toMatchObject({ events: 2, documents: 2, range: { fromEvent: 1, toEvent: 2 } });
  expect((await one.call('care.fingerprint', { text: head })).found).toHaveLength(1);
});

test('the same id for another backup is refused', async () => {
  await using shop = testShop();
  const { path } = await soldAndBackedUp(shop);
  const id = idOf();
  await shop.call('care.restore', { id, path });
  expect(await shop.refusal('care.restore', { id, path: aloneAs(path) })).toEqual({ code: 'id-used', data: { id } });
});

test('committed work in the log of a file that was killed comes along', async () => {
  await using source = testShop();
  const { saleId } = await recordSale(source);
  const folder = temporaryFolder();
  for (const end of ['', '-wal']) copyFileSync(`${shopFile(source.folder)}${end}`, `${shopFile(folder)}${end}`);
  mkdirSync(join(folder, 'stick'));
  for (const end of ['', '-wal']) renameSync(`${shopFile(folder)}${end}`, join(folder, 'stick', `old.db${end}`));
  await using shop = testShop({ clock: () => testNow });
  await shop.call('care.restore', { id: idOf(), path: join(folder, 'stick', 'old.db') });
  expect(await shop.call('sales.get', { saleId })).toMatchObject({ saleId });
  await shop.call('sales.record', saleInput());
});
