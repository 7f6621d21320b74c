import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder, tinyDisk } from '../../fixtures/folders.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

test('a new shop has nothing to fear', async () => {
  await using shop = testShop();
  const { head, freeBytes, ...health } = await shop.call('care.health', {});
  expect(health).toEqual({
    ...{ ledgersAgree: true, changedSinceBackup: false, folder: shop.folder, events: 0, startCheck: 'not-asked' },
    clock: { state: 'right', clockDay: '2026-11-18', today: '2026-11-18' },
    spaceLow: expect.any(Boolean),
  });
  expect(freeBytes).toBeGreaterThan(0);
});

test('a clock that was set back is told, with the day that is used instead', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await recordSale(shop);
  clock.set('2026-11-10T03:00:00.000Z');
  expect((await shop.call('care.health', {})).clock).toEqual({
    state: 'behind',
    clockDay: '2026-11-10',
    today: '2026-11-18',
  });
  clock.set('2027-11-10T03:00:00.000Z');
  expect((await shop.call('care.health', {})).clock.state).toBe('doubtful');
});

test('the second folder is told with its newest backup of this shop; another shop’s there is not ours', async () => {
  const stick = temporaryFolder();
  await using other = testShop();
  await recordSale(other, { customer: { name: '王芳' } });
  await other.call('care.backup', { to: stick });
  await using shop = testShop({ settings: { secondBackupFolder: stick } });
  await recordSale(shop);
  expect((await shop.call('care.health', {})).second).toEqual({ folder: stick, reachable: true });
  await shop.call('care.backup', {});
  expect((await shop.call('care.health', {})).second).toEqual({
    ...{ folder: stick, reachable: true, lastBackupAt: '2026-11-18T03:00:00.000Z' },
  });
});

test('a second folder that is not there is told', async () => {
  const folder = join(temporaryFolder(), 'stick');
  await using shop = testShop({ settings: { secondBackupFolder: folder } });
  expect((await shop.call('care.health', {})).second).toEqual({ folder, reachable: false });
});

test('a disk with little room, and a folder that another program copies, are told', async ({ skip }) => {
  const synced = join(temporaryFolder(), 'Dropbox', 'shop');
  await using shop = testShop({ folder: synced });
  expect(await shop.call('care.health', {})).toMatchObject({ syncedBy: 'Dropbox' });
  const disk = tinyDisk(8000);
  if (!disk) return skip('needs a disk of its own');
  mkdirSync(join(disk, 'shop'));
  await using small = testShop({ folder: join(disk, 'shop') });
  expect(await small.call('care.health', {})).toMatchObject({ spaceLow: true });
});
