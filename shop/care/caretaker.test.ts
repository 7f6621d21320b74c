import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openReader } from '../../db/open.ts';
import { createReadStore } from '../../db/store.ts';
import { recordSale, saleInput } from '../../fixtures/builders.ts';
import { tamper } from '../../fixtures/care.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { type TestShop, testClock, testNow, testShop } from '../../fixtures/shop.ts';
import type { HealthNotes } from '../context.ts';
import { startShop } from '../start.ts';
import { type CaresForItself, type CaretakerOptions, startCaretaker } from './caretaker.ts';
import { backupName, manifestsIn } from './manifest.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Looks after a test shop beside it, when the test says so. */
function careFor({ folder }: TestShop, given: Partial<CaretakerOptions> = {}) {
  const notes: HealthNotes = { startCheck: 'not-asked', backupTrouble: undefined };
  const connection = openReader(folder);
  const caretaker = startCaretaker({
    ...{ folder, clock: () => testNow, log: () => undefined, reader: createReadStore(connection), notes },
    ...{ caresForItself: false, onChanged: () => undefined },
    ...given,
  });
  onTestFinished(async () => {
    await caretaker.stop({ last: false });
    connection.raw.close();
  });
  return { caretaker, notes };
}

const whysIn = (folder: string): string[] => manifestsIn(join(folder, 'backups')).map(({ why }) => why);

/** The real shop on a folder, opened and closed again after one sale. */
async function workedIn(folder: string, caresForItself: CaresForItself, clock = () => testNow): Promise<void> {
  const shop = startShop({ folder, caresForItself, clock });
  const doing = { signal: new AbortController().signal, onProgress: () => undefined };
  expect(await shop.answer({ name: 'sales.record', input: saleInput() }, doing)).toHaveProperty('ok');
  await shop.close();
}

test('a backup is made when something has changed and the last one is a quarter of an hour old', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { caretaker } = careFor(shop, { clock });
  await caretaker.look();
  expect(whysIn(shop.folder)).toEqual([]);
  await recordSale(shop);
  await caretaker.look();
  expect(whysIn(shop.folder)).toEqual(['by-itself']);
  await recordSale(shop);
  clock.set('2026-11-18T03:14:59.000Z');
  await caretaker.look();
  expect(whysIn(shop.folder)).toHaveLength(1);
  clock.set('2026-11-18T03:15:00.000Z');
  await caretaker.look();
  clock.set('2026-11-18T04:00:00.000Z');
  await caretaker.look();
  expect(whysIn(shop.folder)).toEqual(['by-itself', 'by-itself']);
  expect(await shop.call('care.health', {})).toMatchObject({
    changedSinceBackup: false,
    lastBackupAt: '2026-11-18T03:15:00.000Z',
  });
});

/** Ten months of backups of a shop: every hour of three days a month. */
function makeOlderBackups(folder: string): void {
  mkdirSync(folder);
  for (let n = 0; n < 300; n += 1) {
    const [month, day] = [String(Math.floor(n / 30) + 1).padStart(2, '0'), ['01', '02', '28'][Math.floor(n / 10) % 3]];
    const at = `2026-${month}-${day}T0${n % 10}:00:00.000Z`;
    const manifest = { at, sha256: '', size: 8, head: '0'.repeat(64), events: 1, why: 'by-itself' };
    const name = backupName(manifest);
    writeFileSync(join(folder, `${name}.db`), 'a backup');
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...manifest, file: `${name}.db` }));
  }
}

test('of three hundred older backups those that are needed stay, each with its manifest', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const backups = join(shop.folder, 'backups');
  makeOlderBackups(backups);
  const { caretaker } = careFor(shop, { clock });
  await recordSale(shop);
  await caretaker.look();
  const [kept, files] = [manifestsIn(backups), readdirSync(backups)];
  expect(files).toHaveLength(2 * kept.length);
  const perMonth = Map.groupBy(kept, ({ at }) => at.slice(0, 7));
  expect([...perMonth.keys()]).toHaveLength(11);
  // 47 more beside the new one: all of October and half of September; further back the last of the newest 30 days.
  expect(perMonth.get('2026-10')).toHaveLength(30);
  expect(perMonth.get('2026-01')?.map(({ at }) => at)).toEqual(
    ['28', '02'].map((day) => `2026-01-${day}T09:00:00.000Z`),
  );
});

test('when the check at the start finds something, no older backup makes room', async () => {
  await using shop = testShop();
  await recordSale(shop);
  tamper(shop.folder, `UPDATE sales SET number = 'S-2026-000009'`);
  makeOlderBackups(join(shop.folder, 'backups'));
  const { caretaker, notes } = careFor(shop);
  await caretaker.begin();
  expect(notes.startCheck).toBe('wrong');
  expect(whysIn(shop.folder)).toHaveLength(301);
});

test('at the start the books are checked, and a backup of yesterday is followed by one of today', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  await shop.call('care.backup', {});
  await recordSale(shop);
  const heard: string[] = [];
  const { caretaker, notes } = careFor(shop, { clock, onChanged: (by) => heard.push(by) });
  await caretaker.begin();
  expect([notes.startCheck, whysIn(shop.folder)]).toEqual(['good', ['asked']]);
  clock.set('2026-11-19T03:00:00.000Z');
  await caretaker.begin();
  expect(whysIn(shop.folder)).toEqual(['by-itself', 'asked']);
  expect(new Set(heard)).toEqual(new Set(['care.health']));
});

test('a second folder gets every backup, misses those of the days when it is out, and goes on when it is back', async () => {
  const clock = testClock();
  const stick = temporaryFolder();
  await using shop = testShop({ clock, settings: { secondBackupFolder: stick } });
  const { caretaker } = careFor(shop, { clock });
  const backUpAt = async (at: string): Promise<void> => {
    clock.set(at);
    await recordSale(shop);
    await caretaker.look();
  };
  await backUpAt('2026-11-18T03:00:00.000Z');
  renameSync(stick, `${stick}-out`);
  await backUpAt('2026-11-18T04:00:00.000Z');
  expect(existsSync(stick)).toBe(false);
  renameSync(`${stick}-out`, stick);
  await backUpAt('2026-11-18T05:00:00.000Z');
  expect(whysIn(shop.folder)).toHaveLength(3);
  const copies = manifestsIn(stick);
  expect(copies.map(({ at }) => at)).toEqual(['2026-11-18T05:00:00.000Z', '2026-11-18T03:00:00.000Z']);
  expect(readdirSync(stick)).toHaveLength(4);
  const [newest] = copies;
  expect(readFileSync(join(stick, newest?.file ?? ''))).toEqual(
    readFileSync(join(shop.folder, 'backups', newest?.file ?? '')),
  );
});

test('a backup that fails is told to the light, and the next one that does not takes it back', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  writeFileSync(join(shop.folder, 'backups'), 'no folder');
  const { caretaker, notes } = careFor(shop, { clock });
  await caretaker.look();
  expect(notes.backupTrouble).toBe('folder-not-writable');
  rmSync(join(shop.folder, 'backups'));
  await caretaker.look();
  expect(notes.backupTrouble).toBe('folder-not-writable');
  clock.set('2026-11-18T04:00:00.000Z');
  await caretaker.look();
  expect(notes.backupTrouble).toBeUndefined();
});

test('a month is closed only with a backup before it', async () => {
  const clock = testClock(Date.parse('2026-11-18T03:00:00.000Z'));
  await using shop = testShop({ clock });
  await recordSale(shop);
  clock.set('2026-12-01T03:00:00.000Z');
  writeFileSync(join(shop.folder, 'backups'), 'no folder');
  const close = { id: randomUUID(), month: '2026-11' };
  expect(await shop.refusal('months.close', close)).toEqual({
    code: 'cannot-write',
    data: { why: 'read-only', path: join(shop.folder, 'backups'), happened: 'no' },
  });
  expect(await shop.call('care.outcome', { id: close.id })).toEqual({ happened: false });
  rmSync(join(shop.folder, 'backups'));
  await shop.call('months.close', close);
  expect(whysIn(shop.folder)).toEqual(['before-month-close']);
});

test('a window’s day ends with a backup when something changed', async () => {
  const folder = temporaryFolder();
  await workedIn(folder, true);
  expect(whysIn(folder)).toEqual(['on-close']);
  await startShop({ folder, caresForItself: true, clock: () => testNow }).close();
  expect(whysIn(folder)).toEqual(['on-close']);
});

test('commands leave a backup when the last one is a quarter of an hour old; a shop that is not to care for itself none', async () => {
  const folder = temporaryFolder();
  await workedIn(folder, 'on-close');
  await workedIn(folder, 'on-close', () => testNow + 60_000);
  expect(whysIn(folder)).toEqual(['on-close']);
  await workedIn(folder, 'on-close', () => testNow + 16 * 60_000);
  expect(whysIn(folder)).toEqual(['on-close', 'on-close']);
  await workedIn(folder, false, () => testNow + 60 * 60_000);
  expect(whysIn(folder)).toHaveLength(2);
});

test('a backup that cannot be made does not keep the program from closing', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'backups'), 'no folder');
  await workedIn(folder, true);
  await using shop = testShop({ folder });
  expect((await shop.call('care.health', {})).events).toBe(1);
});
