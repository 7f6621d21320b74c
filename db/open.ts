import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { CannotOpen, type CannotOpenWhy } from './cannot-open.ts';
import { ShopDatabase } from './compiled-once.ts';
import { assertUnaltered } from './fingerprint.ts';
import { type Lock, takeLock } from './lock.ts';
import { emptyLog } from './log.ts';
import { applicationId, knownVersion, migrateFile } from './migrate.ts';
import { refuseNetworkShare } from './place.ts';
import { readPages } from './read-pages.ts';
import { finishSwap } from './swap.ts';

export type Orm = ReturnType<typeof drizzle>;
export type Connection = { readonly raw: Database.Database; readonly orm: Orm };
export type OpenFile = { readonly writer: Connection; readonly reader: Connection; close(): void };

const busyTimeoutMs = 5000;

export function shopFile(folder: string): string {
  return join(folder, 'shop.db');
}

/**
 * Opens (or founds) the shop in a folder: keeps other programs out, ends a swap of its file, checks that the file is ours, not newer than we are and
 * guarded as it should be, sets and reads back every setting of DESIGN §7, migrates. Throws CannotOpen and leaves everything as it was.
 */
export function openShopFile(folder: string): OpenFile {
  const path = shopFile(folder);
  try {
    makeFolder(resolve(folder));
    refuseNetworkShare(folder);
    assertWritable(folder, path);
    const lock = takeLock(folder);
    try {
      finishSwap(folder);
      const raw = new ShopDatabase(path, { timeout: busyTimeoutMs });
      try {
        assertOurs(raw, path);
        applySettings(raw, { write: true });
        assertUnaltered(raw, path);
        migrateFile({ raw, folder });
        assertUnaltered(raw, path);
        assertSettings(raw, { write: true });
        const writer = { raw, orm: drizzle(raw) };
        const reader = openReader(folder);
        return { writer, reader, close: () => closeAll({ writer, reader, lock }) };
      } catch (error) {
        raw.close();
        throw error;
      }
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    throw asCannotOpen(error, path);
  }
}

/** A connection that cannot write, for reads beside the writer. The file must have been opened by `openShopFile` before. */
export function openReader(folder: string): Connection {
  const raw = new ShopDatabase(shopFile(folder), { readonly: true, timeout: busyTimeoutMs });
  try {
    applySettings(raw, { write: false });
    assertSettings(raw, { write: false });
    return { raw, orm: drizzle(raw) };
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** A connection that only moves the log into the file (db/log.ts). The file must have been opened by `openShopFile` before. */
export function openForLog(folder: string): Connection {
  const raw = new ShopDatabase(shopFile(folder), { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    applySettings(raw, { write: true });
    assertSettings(raw, { write: true });
    return { raw, orm: drizzle(raw) };
  } catch (error) {
    raw.close();
    throw error;
  }
}

function closeAll({ writer, reader, lock }: { writer: Connection; reader: Connection; lock: Lock }): void {
  try {
    reader.raw.close();
    if (writer.raw.inTransaction) writer.raw.exec('ROLLBACK');
    emptyLog(writer.raw);
    writer.raw.close();
  } finally {
    lock.close();
  }
}

/** Whether every page of the file can be read and fits the others: what a disk that failed once is told from a damaged file by. */
export function isWhole({ raw }: Connection): boolean {
  try {
    return readPages(raw, 'quick_check')[0] === 'ok';
  } catch {
    return false;
  }
}

/** Level by level: where a folder can never be made, as in /proc, Node's own recursive way tries for ever. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

/** SQLite would open what it may not write, and say so much later. */
function assertWritable(folder: string, path: string): void {
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
}

/** A file without any table is new, or what remains when founding it was cut short. */
function assertOurs(raw: Database.Database, path: string): void {
  if (raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) return;
  if (raw.pragma('application_id', { simple: true }) !== applicationId) throw new CannotOpen('foreign-file', path);
  const version = Number(raw.pragma('user_version', { simple: true }));
  if (version > knownVersion()) throw new CannotOpen('newer-file', path, `version ${version}`);
}

type Setting = { readonly name: string; readonly set: string; readonly value: string | number };

/**
 * WAL with FULL: money pays the sync. The log is moved into the file beside the work (shop/log-keeper.ts), and within a commit only once 250 MB
 * lie in it; recursive triggers, or REPLACE slips past them.
 */
const settings: readonly Setting[] = [
  { name: 'synchronous', set: 'FULL', value: 2 },
  { name: 'foreign_keys', set: 'ON', value: 1 },
  { name: 'recursive_triggers', set: 'ON', value: 1 },
  { name: 'trusted_schema', set: 'OFF', value: 0 },
  { name: 'cell_size_check', set: 'ON', value: 1 },
  { name: 'mmap_size', set: '0', value: 0 },
  { name: 'cache_size', set: '-65536', value: -65536 },
  { name: 'temp_store', set: 'MEMORY', value: 2 },
  { name: 'wal_autocheckpoint', set: '64000', value: 64000 },
];

function applySettings(raw: Database.Database, { write }: { write: boolean }): void {
  if (write) raw.pragma('journal_mode = WAL');
  else raw.pragma('query_only = ON');
  for (const { name, set } of settings) raw.pragma(`${name} = ${set}`);
}

function assertSettings(raw: Database.Database, { write }: { write: boolean }): void {
  const expected: Setting[] = [...settings, { name: 'journal_mode', set: 'WAL', value: 'wal' }];
  if (write)
    expected.push(
      { name: 'application_id', set: '', value: applicationId },
      { name: 'user_version', set: '', value: knownVersion() },
    );
  else expected.push({ name: 'query_only', set: 'ON', value: 1 });
  for (const { name, value } of expected) {
    const found = raw.pragma(name, { simple: true });
    // A build without memory mapping answers mmap_size with nothing, which is as good as 0.
    if (found !== value && !(name === 'mmap_size' && found === undefined))
      throw new Error(`setting ${name} is ${found}, not ${value}`);
  }
}

export function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

const bySystemCode: Readonly<Record<string, CannotOpenWhy>> = {
  EROFS: 'read-only',
  EACCES: 'no-access',
  EPERM: 'no-access',
  ENOTDIR: 'no-access',
  ENOENT: 'no-access',
  EEXIST: 'no-access',
  ENOSPC: 'disk-full',
  EIO: 'io-error',
};
const bySqliteCode: readonly (readonly [string, CannotOpenWhy])[] = [
  ['SQLITE_NOTADB', 'foreign-file'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'no-access'],
  ['SQLITE_PERM', 'no-access'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_IOERR', 'io-error'],
];

/** What the disk or the file said, as the reason why the shop cannot be opened; any other error as it is. */
export function asCannotOpen(error: unknown, path: string): unknown {
  if (error instanceof CannotOpen) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const code = sqliteCode(error);
  const known = bySqliteCode.find(([prefix]) => code.startsWith(prefix));
  if (known) return new CannotOpen(known[1], path, detail);
  const system = bySystemCode[(error as NodeJS.ErrnoException).code ?? ''];
  return system ? new CannotOpen(system, path, detail) : error;
}
