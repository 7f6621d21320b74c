import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CannotOpen } from './cannot-open.ts';
import { CheckedDatabase } from './database.ts';

export type Lock = { close(): void };

/**
 * Keeps a second program out by an exclusive lock on a file of its own, which the system frees when we die. Nothing when somebody else
 * has it, be it another connection of this program.
 */
export function tryLock(path: string): Lock | undefined {
  const lock = new CheckedDatabase(path, { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) return undefined;
    // The file is empty: where it seems to be damaged, the disk has failed.
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
      throw new CannotOpen('io-error', path, (error as Error).message);
    throw error;
  }
}

/** The lock of the whole shop: whoever has it may open, move and replace its file. Throws CannotOpen when another program has it. */
export function takeLock(folder: string): Lock {
  const lock = tryLock(join(folder, 'shop.lock'));
  if (!lock) throw new CannotOpen('in-use', folder);
  return lock;
}

export function whileLocked<T>(folder: string, work: () => T): T {
  const lock = takeLock(folder);
  try {
    return work();
  } finally {
    lock.close();
  }
}
