import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BackupWhy } from '../../contract/api/care.ts';
import type { Output, ParsedInput } from '../../contract/api.ts';
import { checkCopy, copyShop } from '../../db/backup.ts';
import { knownVersion } from '../../db/migrate.ts';
import { syncFile, syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { cannotWrite } from '../cannot-write.ts';
import { sha256 } from '../canonical.ts';
import { type Refused, refuse } from '../refused.ts';
import { readThrough } from './copy-file.ts';
import { backupName, backupsFolder, type Manifest } from './manifest.ts';
import { type BackupContext, rotate } from './rotate.ts';
import { copyToSecond } from './second.ts';
import { asWhole } from './whole.ts';

/** Windows ask for backups; the shop itself also says why it makes one. */
export type BackupOrder = ParsedInput<'care.backup'> & {
  readonly why?: BackupWhy;
  /** Whether older ones that became superfluous are removed. */
  readonly makesRoom?: boolean;
};
type Result = Output<'care.backup'> | Refused<'folder-not-writable' | 'cannot-write'>;

/**
 * Writes a verified copy: under a temporary name, read again and checked, synced to the disk, and only then given its name. Whatever goes
 * wrong, and when the person gives up, nothing of it stays. One in the shop's own folder is copied to the second folder where there is one.
 */
export function backUp(context: BackupContext, { to, why = 'asked', makesRoom = false }: BackupOrder): Result {
  const folder = to ?? backupsFolder(context.folder);
  if (!madeFolder(folder)) return refuse('folder-not-writable', { path: folder });
  try {
    const manifest = writeBackup(context, { folder, why });
    if (to === undefined) {
      if (makesRoom) rotate(folder, context);
      copyToSecond(context, { manifest, makesRoom });
    }
    return { path: join(folder, manifest.file), sha256: manifest.sha256, head: manifest.head };
  } catch (error) {
    return refusalOf(error, folder);
  }
}

function writeBackup(context: BackupContext, { folder, why }: { folder: string; why: BackupWhy }): Manifest {
  // One name per shop: what a crash left behind is replaced by the next backup.
  const temporary = join(folder, `backing-up-${sha256(resolve(context.folder)).slice(0, 8)}`);
  const copy = `${temporary}.db.tmp`;
  const beside = `${temporary}.json.tmp`;
  const forgetting = [copy, `${copy}-journal`, beside].map((path) => () => remove(path));
  try {
    for (const forget of forgetting) forget();
    const manifest = { ...writeCopy(context, copy), why };
    writeFileSync(beside, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    context.throwIfCancelled();
    renameSync(copy, join(folder, manifest.file));
    renameSync(beside, join(folder, `${backupName(manifest)}.json`));
    syncFolder(folder);
    return manifest;
  } finally {
    tidy(...forgetting);
  }
}

/** Copies, checks and syncs; gives what the manifest says. */
function writeCopy(context: BackupContext, copy: string): Omit<Manifest, 'why'> {
  const { folder, clock, store, onProgress, throwIfCancelled } = context;
  onProgress({ phase: 'copy', done: 0, total: 3 });
  copyShop({ folder, to: copy });
  // Taken now, it is not older than anything in the copy.
  const at = new Date(clock()).toISOString();
  onProgress({ phase: 'check', done: 1, total: 3 });
  const { seq, hash } = asWhole(copy, () => checkCopy(copy));
  const original = store.history.hashOf(seq);
  if (original !== hash) throw new Error(`the copy ends with ${hash}, the shop had ${original} at event ${seq}`);
  onProgress({ phase: 'fingerprint', done: 2, total: 3 });
  const digest = readThrough(copy, throwIfCancelled);
  syncFile(copy);
  return {
    file: `${backupName({ at, head: hash })}.db`,
    at,
    sha256: digest,
    size: statSync(copy).size,
    head: hash,
    events: seq,
    version: knownVersion(),
    root: seq === 0 ? '' : store.history.root(),
  };
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

const notWritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM'];

function refusalOf(error: unknown, folder: string): Refused<'folder-not-writable' | 'cannot-write'> {
  const { code = '' } = error as { code?: string };
  if (notWritable.some((known) => code.startsWith(known))) return refuse('folder-not-writable', { path: folder });
  const unwritten = cannotWrite(error, folder);
  if (unwritten) return unwritten;
  throw error;
}
