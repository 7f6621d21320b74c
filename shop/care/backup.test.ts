import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { shopFile } from '../../db/open.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { inThisThread } from '../../fixtures/care.ts';
import { needsTinyDisk, setReadOnly, temporaryFolder, tinyDisk } from '../../fixtures/folders.ts';
import { testNow, testShop } from '../../fixtures/shop.ts';
import { Cancelled } from '../context.ts';
import { backUp } from './backup.ts';
import { manifestBeside } from './manifest.ts';

vi.setConfig({ testTimeout: 60_000 });

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a backup is a whole shop of its own, with a manifest that fits it', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const { head, events } = await shop.call('care.health', {});
  const phases: string[] = [];
  const backup = await shop.call('care.backup', {}, { onProgress: ({ phase }) => phases.push(phase) });
  expect(phases).toEqual(['copy', 'check', 'fingerprint']);
  expect(backup).toEqual({ path: backup.path, sha256: sha256Of(backup.path), head });
  expect(readdirSync(join(shop.folder, 'backups'))).toHaveLength(2);
  const manifest = JSON.parse(readFileSync(backup.path.replace('.db', '.json'), 'utf8'));
  expect(manifest).toMatchObject({ sha256: backup.sha256, head, events, size: readFileSync(backup.path).length });

  const folder = temporaryFolder();
  copyFileSync(backup.path, shopFile(folder));
  await using copy = testShop({ folder });
  expect(await copy.call('sales.get', { saleId: sale.saleId })).toEqual(sale);
  expect((await copy.call('care.verify', {})).ok).toBe(true);
});

test('a backup is dated when it is made, however long it waited for its turn', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const clock = (): number => testNow + 60_000;
  const { path } = await inThisThread(shop.folder, (context) => backUp(context, {}), { clock });
  expect(manifestBeside(path)?.at).toBe('2026-11-18T03:01:00.000Z');
});

test('the counter goes on while a backup is written', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const backup = shop.call('care.backup', {});
  for (let n = 0; n < 3; n += 1) await shop.call('returns.counter', counterInput(sale));
  const { path } = await backup;
  expect(existsSync(path)).toBe(true);
  expect(readdirSync(join(shop.folder, 'backups')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('health says when the last backup was made and whether something changed since', async () => {
  await using shop = testShop();
  const agreed = { ledgersAgree: true, folder: shop.folder };
  expect(await shop.call('care.health', {})).toMatchObject({ ...agreed, changedSinceBackup: false, events: 0 });
  const sale = await recordSale(shop);
  expect(await shop.call('care.health', {})).toMatchObject({ ...agreed, changedSinceBackup: true, events: 1 });
  await shop.call('care.backup', {});
  const { lastBackupAt, ...health } = await shop.call('care.health', {});
  expect(health).toMatchObject({ ...agreed, changedSinceBackup: false, events: 1 });
  expect(lastBackupAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  await shop.call('returns.counter', counterInput(sale));
  expect(await shop.call('care.health', {})).toMatchObject({ ...agreed, lastBackupAt, changedSinceBackup: true });
});

test('a manifest that cannot be read is passed over', async () => {
  await using shop = testShop();
  mkdirSync(join(shop.folder, 'backups'));
  writeFileSync(join(shop.folder, 'backups', 'shop-20261118T030000000Z-00000000.json'), '{"at":');
  expect(await shop.call('care.health', {})).not.toHaveProperty('lastBackupAt');
});

test('a folder that cannot be written to is refused, and nothing is left behind', async ({ skip }) => {
  await using shop = testShop();
  const letter = join(shop.folder, 'letter.txt');
  writeFileSync(letter, 'hello');
  for (const to of [letter, join(letter, 'backups'), join(shop.folder, 'no', 'such', 'folder')])
    expect(await shop.refusal('care.backup', { to })).toEqual({ code: 'folder-not-writable', data: { path: to } });
  expect(existsSync(join(shop.folder, 'no'))).toBe(false);
  const disk = tinyDisk(4000);
  if (!disk) return skip(needsTinyDisk);
  setReadOnly(disk, true);
  expect(await shop.refusal('care.backup', { to: disk })).toEqual({
    code: 'folder-not-writable',
    data: { path: disk },
  });
});

test('a full disk is refused, and nothing is left behind', async ({ skip }) => {
  const disk = tinyDisk(200);
  if (!disk) return skip(needsTinyDisk);
  await using shop = testShop();
  const refusal = await shop.refusal('care.backup', { to: disk });
  expect(refusal).toEqual({ code: 'cannot-write', data: { why: 'disk-full', path: disk, happened: 'no' } });
  expect(readdirSync(disk)).toEqual([]);
});

test('a backup given up half-way leaves nothing behind, and neither does one that was killed', async () => {
  await using shop = testShop();
  const to = temporaryFolder();
  const giveUp = (): void => {
    expect(readdirSync(to).some((name) => name.endsWith('.tmp'))).toBe(true);
    throw new Cancelled();
  };
  await expect(
    inThisThread(shop.folder, (context) => backUp(context, { to }), { throwIfCancelled: giveUp }),
  ).rejects.toThrow(Cancelled);
  expect(readdirSync(to)).toEqual([]);

  const names: string[][] = [];
  const watch = (): void => void names.push(readdirSync(to));
  await inThisThread(shop.folder, (context) => backUp(context, { to }), { throwIfCancelled: watch });
  const [temporary = ''] = names.flat().filter((name) => name.endsWith('.tmp'));
  writeFileSync(join(to, temporary), 'what a killed program left');
  await inThisThread(shop.folder, (context) => backUp(context, { to }));
  expect(readdirSync(to).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
