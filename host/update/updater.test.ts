import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { releaseFolder, releaseKey } from '../../fixtures/releases.ts';
import { type UpdaterParts, updaterOf } from './updater.ts';

const owner = releaseKey();
const name = 'Backshelf-0.2.0-x86_64.AppImage';

/** An updater on a real release, which notes in which order the host's parts are used. */
function updating(parts: Partial<UpdaterParts> = {}): { did: string[]; updater: ReturnType<typeof updaterOf> } {
  const did: string[] = [];
  const note = (what: string) => async (): Promise<void> => void did.push(what);
  const release = releaseFolder({ files: { [name]: 'the new program' }, keys: [owner] });
  const running = { version: '0.1.0', installedAs: 'linux-appimage', archs: ['x64'] } as const;
  const folder = join(temporaryFolder(), 'updates');
  const updater = updaterOf({
    taking: () => ({ running, keys: [owner.publicText], folder }),
    pick: async (from) => (from === 'file' ? join(release, name) : release),
    obstacle: async () => undefined,
    backUp: async () => did.push('back up') > 0,
    closeShop: note('close the shop'),
    reopenShop: note('reopen the shop'),
    start: note('start'),
    quit: () => void did.push('quit'),
    ...parts,
  });
  return { did, updater };
}

test('an update backs up first, closes the shop, starts the copy and ends the program', async () => {
  const { did, updater } = updating();
  expect(await updater.chooseUpdate('folder')).toEqual({ found: { file: name, version: '0.2.0' } });
  expect(did).toEqual([]);
  expect(await updater.startUpdate()).toBeUndefined();
  expect(did).toEqual(['back up', 'close the shop', 'start', 'quit']);
});

test('without a backup, or where the program cannot be replaced, nothing is closed', async () => {
  const noBackup = updating({ backUp: async () => false });
  await noBackup.updater.chooseUpdate('file');
  expect(await noBackup.updater.startUpdate()).toEqual({ code: 'backup-failed', file: name, version: '0.2.0' });
  const noPlace = updating({ obstacle: async () => 'place-not-writable' });
  await noPlace.updater.chooseUpdate('file');
  expect(await noPlace.updater.startUpdate()).toMatchObject({ code: 'place-not-writable' });
  expect([noBackup.did, noPlace.did]).toEqual([[], []]);
});

test('what the system does not start leaves the shop open as it was', async () => {
  const { did, updater } = updating({ start: () => Promise.reject(new Error('blocked')) });
  await updater.chooseUpdate('file');
  expect(await updater.startUpdate()).toMatchObject({ code: 'cannot-start' });
  expect(did).toEqual(['back up', 'close the shop', 'reopen the shop']);
});

test('a copy that is changed while the backup is made is not started', async () => {
  const running = { version: '0.1.0', installedAs: 'linux-appimage', archs: ['x64'] } as const;
  const folder = join(temporaryFolder(), 'updates');
  const { did, updater } = updating({
    taking: () => ({ running, keys: [owner.publicText], folder }),
    backUp: async () => {
      for (const copy of readdirSync(folder)) writeFileSync(join(folder, copy, name), 'swapped');
      return true;
    },
  });
  await updater.chooseUpdate('file');
  expect(await updater.startUpdate()).toMatchObject({ code: 'content-wrong' });
  expect(did).toEqual(['close the shop', 'reopen the shop']);
});

test('nothing is started that was not chosen; what is refused takes the place of what was found before', async () => {
  const never = updating();
  await expect(never.updater.startUpdate()).rejects.toThrow('before one was chosen');
  let path = '';
  const { updater } = updating({ pick: async (from) => (from === 'file' ? path : undefined) });
  path = join(releaseFolder({ files: { [name]: 'new' }, keys: [owner] }), name);
  expect(await updater.chooseUpdate('file')).toHaveProperty('found');
  expect(await updater.chooseUpdate('folder')).toBeUndefined();
  path = join(temporaryFolder(), name);
  expect(await updater.chooseUpdate('file')).toEqual({ refused: { code: 'sums-missing' } });
  await expect(updater.startUpdate()).rejects.toThrow('before one was chosen');
});

test('a program that is not installed takes no update, and asks for none', async () => {
  const { did, updater } = updating({ taking: () => undefined, pick: () => Promise.reject(new Error('asked')) });
  expect(await updater.chooseUpdate('file')).toEqual({ refused: { code: 'not-installed' } });
  expect(did).toEqual([]);
});

test('a second press while one is at work does nothing', async () => {
  const { did, updater } = updating();
  await updater.chooseUpdate('file');
  const both = await Promise.all([updater.startUpdate(), updater.startUpdate()]);
  expect([both, did.filter((what) => what === 'start')]).toEqual([[undefined, undefined], ['start']]);
});
