import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { checkCopy, copyShop } from '../../db/backup.ts';
import { verifyReads } from '../../db/queries/verify.ts';
import { cannotWrite } from '../cannot-write.ts';
import { sha256 } from '../canonical.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import { backupName, backupsFolder, type Manifest } from './manifest.ts';

/**
 * Writes a verified copy: under a temporary name, read again and checked, synced to the disk, and only then given its name. Whatever goes
 * wrong, and when the person gives up, nothing of it stays.
 */
export const backUp: LongReadHandler<'care.backup'> = (context, { to }) => {
  const folder = to ?? backupsFolder(context.folder);
  if (!madeFolder(folder)) return refuse('folder-not-writable', { path: folder });
  // One name per shop: what a crash left behind is replaced by the next backup.
  const temporary = join(folder, `backing-up-${sha256(resolve(context.folder)).slice(0, 8)}`);
  const copy = `${temporary}.db.tmp`;
  const manifest = `${temporary}.json.tmp`;
  const forget = (): void => {
    for (const path of [copy, `${copy}-journal`, manifest]) rmSync(path, { force: true });
  };
  try {
    forget();
    const written = writeCopy(context, copy);
    writeFileSync(manifest, `${JSON.stringify({ file: `${backupName(written)}.db`, ...written }, null, 2)}\n`, {
      flush: true,
    });
    const path = join(folder, `${backupName(written)}.db`);
    context.throwIfCancelled();
    renameSync(copy, path);
    renameSync(manifest, join(folder, `${backupName(written)}.json`));
    syncFolder(folder);
    return { path, sha256: written.sha256, head: written.head };
  } catch (error) {
    return refusalOf(error, folder);
  } finally {
    forget();
  }
};

/** Copies, checks and syncs; gives what the manifest says beside the file's name. */
function writeCopy(context: LongReadContext, copy: string): Omit<Manifest, 'file'> {
  const { connection, folder, now, onProgress } = context;
  onProgress({ phase: 'copy', done: 0, total: 3 });
  copyShop({ folder, to: copy });
  onProgress({ phase: 'check', done: 1, total: 3 });
  const { seq, hash } = checkCopy(copy);
  const original = verifyReads(connection.orm).hashOf(seq);
  if (original !== hash) throw new Error(`the copy ends with ${hash}, the shop had ${original} at event ${seq}`);
  onProgress({ phase: 'fingerprint', done: 2, total: 3 });
  const digest = digestAndSync(copy, context.throwIfCancelled);
  return { at: now, sha256: digest, size: statSync(copy).size, head: hash, events: seq };
}

/** The file must exist already, or its parent: a path with a mistake in it should not become a row of new folders. */
function madeFolder(folder: string): boolean {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return true;
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

const chunkBytes = 1 << 20;

function digestAndSync(path: string, throwIfCancelled: () => void): string {
  const file = openSync(path, 'r+');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(chunkBytes);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
      throwIfCancelled();
    }
    fsyncSync(file);
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}

/** Makes the new names survive a power cut. Windows keeps them by itself, and does not open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const notWritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM'];

function refusalOf(error: unknown, folder: string): Refused<'folder-not-writable' | 'cannot-write'> {
  const { code = '' } = error as { code?: string };
  if (notWritable.some((known) => code.startsWith(known))) return refuse('folder-not-writable', { path: folder });
  const unwritten = cannotWrite(error, folder);
  if (unwritten) return unwritten;
  throw error;
}
