import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { needsTinyDisk, setReadOnly, temporaryFolder, tinyDisk } from '../fixtures/folders.ts';
import { CannotOpen } from './cannot-open.ts';
import { applicationId, knownVersion } from './migrate.ts';
import { openReader, openShopFile, shopFile } from './open.ts';

/** Opens and closes a shop, and gives its folder. */
function founded(folder = temporaryFolder()): string {
  openShopFile(folder).close();
  return folder;
}

function whyNot(folder: string): string {
  try {
    openShopFile(folder).close();
    return 'opened';
  } catch (error) {
    if (error instanceof CannotOpen) return error.why;
    throw error;
  }
}

function pragmas(raw: Database.Database): Record<string, unknown> {
  const names = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'recursive_triggers',
    'trusted_schema',
    'cell_size_check',
    'mmap_size',
  ];
  const more = ['cache_size', 'temp_store', 'wal_autocheckpoint', 'query_only', 'application_id', 'user_version'];
  return Object.fromEntries([...names, ...more].map((name) => [name, raw.pragma(name, { simple: true })]));
}

const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  cache_size: -65536,
  temp_store: 2,
  wal_autocheckpoint: 64000,
  application_id: applicationId,
  user_version: knownVersion(),
};

describe('opening the shop', () => {
  test('every setting reads back on a fresh file, for the writer and the reader', () => {
    const file = openShopFile(temporaryFolder());
    expect(pragmas(file.writer.raw)).toEqual({ ...settings, query_only: 0 });
    expect(pragmas(file.reader.raw)).toEqual({ ...settings, query_only: 1 });
    file.close();
  });

  test('the settings hold after the first write, and when the file is opened again', () => {
    const folder = founded();
    const file = openShopFile(folder);
    file.writer.raw.exec(`INSERT INTO settings VALUES ('shopName', '"x"')`);
    expect(pragmas(file.writer.raw)).toEqual({ ...settings, query_only: 0 });
    file.close();
  });

  test('the reader cannot write', () => {
    const file = openShopFile(temporaryFolder());
    expect(() => file.reader.raw.exec('DELETE FROM settings')).toThrow(/readonly|read-only/);
    file.close();
  });

  test('a second program is told that the shop is in use, and the first goes on', () => {
    const folder = temporaryFolder();
    const file = openShopFile(folder);
    expect(whyNot(folder)).toBe('in-use');
    const other = `import { openShopFile } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)};
      try { openShopFile(${JSON.stringify(folder)}); console.log('opened'); } catch (error) { console.log(error.why); }`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', other], { encoding: 'utf8' }).trim()).toBe(
      'in-use',
    );
    file.writer.raw.exec(`INSERT INTO settings VALUES ('shopName', '"still here"')`);
    file.close();
    expect(whyNot(folder)).toBe('opened');
  });

  test('closing leaves one file and no write-ahead log', () => {
    const folder = founded();
    expect(() => readFileSync(`${shopFile(folder)}-wal`)).toThrow(/ENOENT/);
    const reader = openReader(folder);
    expect(reader.raw.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(0);
    reader.raw.close();
  });
});

describe('a file that is not this shop is refused and left as it was', () => {
  function refusedAsItWas(make: (path: string) => void): string {
    const folder = temporaryFolder();
    const path = shopFile(folder);
    make(path);
    const before = readFileSync(path);
    const why = whyNot(folder);
    expect(readFileSync(path).equals(before)).toBe(true);
    return why;
  }
  const database = (path: string, statements: string): void => {
    const raw = new Database(path);
    raw.exec(statements);
    raw.close();
  };

  test('a database of another program', () => {
    expect(refusedAsItWas((path) => database(path, 'CREATE TABLE notes (text); PRAGMA user_version = 1'))).toBe(
      'foreign-file',
    );
    expect(refusedAsItWas((path) => database(path, 'CREATE TABLE notes (text); PRAGMA application_id = 77'))).toBe(
      'foreign-file',
    );
  });

  test('a shop of a newer program', () => {
    const newer = (path: string): void => {
      copyFileSync(shopFile(founded()), path);
      database(path, `PRAGMA user_version = ${knownVersion() + 1}`);
    };
    expect(refusedAsItWas(newer)).toBe('newer-file');
  });

  test('no database at all', () => {
    expect(refusedAsItWas((path) => writeFileSync(path, 'This is a letter to my aunt. '.repeat(400)))).toBe(
      'foreign-file',
    );
    expect(refusedAsItWas((path) => writeFileSync(path, 'short'))).toBe('foreign-file');
  });

  test('a shop whose first pages were overwritten', () => {
    const damaged = (path: string): void => {
      const bytes = readFileSync(shopFile(founded()));
      bytes.fill(0xa5, 100, 4096);
      writeFileSync(path, bytes);
    };
    expect(refusedAsItWas(damaged)).toBe('damaged');
  });

  test('a folder in place of the file', () => {
    const folder = temporaryFolder();
    mkdirSync(shopFile(folder));
    expect(whyNot(folder)).toBe('no-access');
  });

  test('a file in place of the shop’s folder, or above it, or a folder that cannot be made', () => {
    const file = join(temporaryFolder(), 'letter.txt');
    writeFileSync(file, 'hello');
    expect([whyNot(file), whyNot(join(file, 'shop'))]).toEqual(['no-access', 'no-access']);
    if (process.platform === 'linux') expect(whyNot('/proc/backshelf')).toBe('no-access');
    expect(readFileSync(file, 'utf8')).toBe('hello');
  });
});

describe('a disk that takes nothing', () => {
  test('founding a shop on a full disk is refused, and works once there is room', ({ skip }) => {
    const disk = tinyDisk(600);
    if (!disk) return skip(needsTinyDisk);
    const ballast = join(disk, 'ballast');
    for (const kilobytes of [590, 560, 500, 400]) {
      writeFileSync(ballast, Buffer.alloc(kilobytes * 1024));
      expect(`${kilobytes}: ${whyNot(join(disk, 'shop'))}`).toBe(`${kilobytes}: disk-full`);
    }
    execFileSync('rm', [ballast]);
    execFileSync('mount', ['-o', 'remount,size=8m', disk]);
    expect(whyNot(join(disk, 'shop'))).toBe('opened');
  });

  test('a shop on a read-only disk is refused, and opens once it can be written', ({ skip }) => {
    const disk = tinyDisk(8000);
    if (!disk) return skip(needsTinyDisk);
    founded(disk);
    setReadOnly(disk, true);
    expect(whyNot(disk)).toBe('read-only');
    expect(whyNot(join(disk, 'other'))).toBe('read-only');
    setReadOnly(disk, false);
    expect(whyNot(disk)).toBe('opened');
  });

  test('a file that may not be changed is refused, and opens once it may', ({ skip }) => {
    const folder = founded(temporaryFolder(tmpdir()));
    const lock = (sign: '+' | '-'): void =>
      void execFileSync('chattr', [`${sign}i`, shopFile(folder)], { stdio: 'ignore' });
    try {
      lock('+');
    } catch {
      return skip('needs a file system with immutable files, and root');
    }
    const why = whyNot(folder);
    lock('-');
    expect([why, whyNot(folder)]).toEqual(['no-access', 'opened']);
  });

  test('what was half-way founded when the program died is a shop all the same', () => {
    const folder = temporaryFolder();
    const raw = new Database(shopFile(folder));
    raw.pragma('journal_mode = WAL');
    raw.close();
    expect(readFileSync(shopFile(folder)).length).toBeGreaterThan(0);
    expect(whyNot(folder)).toBe('opened');
  });
});
