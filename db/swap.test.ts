import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { tryLock } from './lock.ts';
import { finishSwap, type Preparation, prepareSwap } from './swap.ts';

const at = '2026-11-18T03:00:00.000Z';

/** A file with one row that says whose it is; with a log of committed work when it is left as a kill leaves it. */
function makeFile(path: string, says: string, options: { withLog: boolean }): void {
  const raw = new Database(path);
  raw.exec('CREATE TABLE said (word TEXT)');
  if (!options.withLog) {
    raw.prepare('INSERT INTO said VALUES (?)').run(says);
    raw.close();
    return;
  }
  raw.pragma('journal_mode = WAL');
  raw.prepare('INSERT INTO said VALUES (?)').run(says);
  const left = ['', '-wal', '-shm'].map((end) => [`${path}${end}`, readFileSync(`${path}${end}`)] as const);
  raw.close();
  for (const [name, bytes] of left) writeFileSync(name, bytes);
}

function saidIn(path: string): unknown {
  const raw = new Database(path, { fileMustExist: true });
  try {
    return raw.prepare('SELECT word FROM said').pluck().get();
  } finally {
    raw.close();
  }
}

/** A folder whose shop was killed with work in its log, and a new file that is made but not promised. */
function preparedFolder(): { folder: string; preparation: Preparation } {
  const folder = temporaryFolder();
  makeFile(join(folder, 'shop.db'), 'old', { withLog: true });
  const preparation = prepareSwap(folder);
  if (!preparation) throw new Error('somebody else prepares');
  makeFile(preparation.file, 'new', { withLog: false });
  return { folder, preparation };
}

function promisedFolder(): { folder: string; movedTo: string } {
  const { folder, preparation } = preparedFolder();
  const place = preparation.placeFor(at);
  preparation.promise(place);
  preparation.end();
  return { folder, movedTo: place.movedTo ?? '' };
}

function expectSwapped(folder: string, movedTo: string): void {
  expect(existsSync(join(folder, 'restoring'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('shop.db'))).toEqual(['shop.db']);
  expect([saidIn(join(folder, 'shop.db')), saidIn(movedTo)]).toEqual(['new', 'old']);
}

test('a promised file is put in place, and the old one lies aside with its log', () => {
  const { folder, movedTo } = promisedFolder();
  finishSwap(folder);
  expect(movedTo).toBe(join(folder, 'backups', 'set-aside-20261118T030000000Z', 'shop.db'));
  expect(readdirSync(join(movedTo, '..')).sort()).toEqual(['shop.db', 'shop.db-shm', 'shop.db-wal']);
  expectSwapped(folder, movedTo);
});

const steps = [
  'folder made',
  'shop.db moved',
  'shop.db-wal moved',
  'shop.db-shm moved',
  'put in place',
  'promise taken away',
];

test.each(steps)('stopped after "%s", the next opening goes on', (stop) => {
  const { folder, movedTo } = promisedFolder();
  const met: string[] = [];
  const stopThere = (step: string): void => {
    met.push(step);
    if (step === stop) throw new Error('killed');
  };
  expect(() => finishSwap(folder, stopThere)).toThrow('killed');
  expect(met).toEqual(steps.slice(0, steps.indexOf(stop) + 1));
  finishSwap(folder);
  expectSwapped(folder, movedTo);
});

test('stopped again and again, it comes to its end', () => {
  const { folder, movedTo } = promisedFolder();
  const met = new Set<string>();
  const stopAtEachNew = (step: string): void => {
    if (met.has(step)) return;
    met.add(step);
    throw new Error('killed');
  };
  for (const step of steps) expect(() => finishSwap(folder, stopAtEachNew), step).toThrow('killed');
  finishSwap(folder, stopAtEachNew);
  expectSwapped(folder, movedTo);
});

test('what was prepared and not promised is removed, and the old shop stays', () => {
  const { folder, preparation } = preparedFolder();
  preparation.end();
  mkdirSync(join(folder, 'restoring'));
  writeFileSync(join(folder, 'restoring', 'shop.db'), 'half a fi');
  finishSwap(folder);
  expect(existsSync(join(folder, 'restoring'))).toBe(false);
  expect(saidIn(join(folder, 'shop.db'))).toBe('old');
});

test('what is being prepared is no leftover, and is prepared once at a time', () => {
  const { folder, preparation } = preparedFolder();
  expect(prepareSwap(folder)).toBeUndefined();
  finishSwap(folder);
  expect(existsSync(preparation.file)).toBe(true);
  preparation.end();
  expect(existsSync(preparation.file)).toBe(false);
  const again = prepareSwap(folder);
  expect(again).toBeDefined();
  again?.end();
});

test('a file that is still open, or was killed open, is not promised', () => {
  const { folder, preparation } = preparedFolder();
  writeFileSync(`${preparation.file}-wal`, 'something');
  expect(() => preparation.promise(preparation.placeFor(at))).toThrow('not closed');
  preparation.end();
  finishSwap(folder);
  expect(saidIn(join(folder, 'shop.db'))).toBe('old');
});

test('a folder without a shop gets one, and nothing is set aside', () => {
  const folder = temporaryFolder();
  const preparation = prepareSwap(folder);
  if (!preparation) throw new Error('somebody else prepares');
  makeFile(preparation.file, 'new', { withLog: false });
  const place = preparation.placeFor(at);
  expect(place).not.toHaveProperty('movedTo');
  preparation.promise(place);
  preparation.end();
  finishSwap(folder);
  expect(saidIn(join(folder, 'shop.db'))).toBe('new');
});

test('a second swap at the same moment has a folder of its own', () => {
  const { folder, movedTo } = promisedFolder();
  finishSwap(folder);
  const preparation = prepareSwap(folder);
  makeFile(preparation?.file ?? '', 'newest', { withLog: false });
  const second = preparation?.placeFor(at) ?? { aside: '' };
  preparation?.promise(second);
  preparation?.end();
  finishSwap(folder);
  expect(second.movedTo).toBe(join(folder, 'backups', 'set-aside-20261118T030000000Z-2', 'shop.db'));
  expect([saidIn(movedTo), saidIn(second.movedTo ?? ''), saidIn(join(folder, 'shop.db'))]).toEqual([
    'old',
    'new',
    'newest',
  ]);
});

test('a promise that cannot be read is kept all the same', () => {
  const { folder } = promisedFolder();
  writeFileSync(join(folder, 'restoring', 'ready.json'), '{"aside"');
  finishSwap(folder);
  const [aside = ''] = readdirSync(join(folder, 'backups'));
  expectSwapped(folder, join(folder, 'backups', aside, 'shop.db'));
});

test('a swap that could not be ended comes before the next one', () => {
  const { folder, movedTo } = promisedFolder();
  const lock = tryLock(join(folder, 'shop.lock'));
  expect(() => prepareSwap(folder)).toThrow('in-use');
  lock?.close();
  prepareSwap(folder)?.end();
  expectSwapped(folder, movedTo);
});
