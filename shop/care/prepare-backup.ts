import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RefusalData } from '../../contract/refusals.ts';
import { type CopyHead, checkCopy, copyShop } from '../../db/backup.ts';
import { CannotOpen } from '../../db/cannot-open.ts';
import { openReader, openShopFile, shopFile } from '../../db/open.ts';
import { photoReads } from '../../db/queries/photos.ts';
import { verifyReads } from '../../db/queries/verify.ts';
import { removeDatabase } from '../../db/tidy.ts';
import { isDamage } from '../damaged.ts';
import { type Refused, refuse } from '../refused.ts';
import type { WorkerDoing } from '../worker-calls.ts';
import { checkChain } from './chain.ts';
import { copyFile } from './copy-file.ts';
import { manifestBeside } from './manifest.ts';
import { bringPhotos } from './photos.ts';

type NotWhole = RefusalData<'backup-not-whole'>['why'];

export type BackupToPrepare = {
  readonly path: string;
  /** Where it is made ready, in a folder of its own. */
  readonly file: string;
  /** The shop's folder. */
  readonly folder: string;
};

/**
 * Copies a backup, checks that the copy is a whole shop of ours from the first event to the last, and brings it to this program's version:
 * what is put in the shop's place has been opened before as it will be then. The backup itself is only read.
 */
export function prepareBackup(doing: WorkerDoing, backup: BackupToPrepare): CopyHead | Refused<'backup-not-whole'> {
  try {
    return copyAndCheck(doing, backup);
  } catch (error) {
    if (notWhole(error) === undefined) throw error;
  }
  // A disk that failed to read looks like damage to SQLite: only what a second copy shows as well is said of the backup.
  removeDatabase(backup.file);
  try {
    return copyAndCheck(doing, backup);
  } catch (error) {
    const why = notWhole(error);
    if (why === undefined) throw error;
    return refuse('backup-not-whole', { path: backup.path, why });
  }
}

function copyAndCheck(doing: WorkerDoing, { path, file, folder }: BackupToPrepare): CopyHead {
  const isOwn = sameFile(path, shopFile(folder));
  if (isOwn) copyShop({ folder, to: file });
  else copyBackup(doing, { path, file });
  doing.throwIfCancelled();
  doing.onProgress({ phase: 'check', done: 0, total: 1 });
  const head = checkCopy(file);
  openAndFollow(file, doing);
  bringPicturesAlong({ path, file, folder }, doing);
  return head;
}

/** A shop's file in use keeps its locks by not being opened twice in one program other than by SQLite itself. */
function sameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

/** The file and what a kill left beside it, which may hold committed work. */
function copyBackup(doing: WorkerDoing, { path, file }: { path: string; file: string }): void {
  const total = statSync(path).size;
  const onPiece = (done: number): void => {
    doing.throwIfCancelled();
    doing.onProgress({ phase: 'copy', done, total: Math.max(total, done) });
  };
  const expected = manifestBeside(path)?.sha256;
  const found = copyFile({ from: path, to: file }, onPiece);
  if (expected !== undefined && expected !== found) throw new HashDiffers();
  for (const end of ['-wal', '-journal'])
    if (existsSync(`${path}${end}`)) copyFile({ from: `${path}${end}`, to: `${file}${end}` }, doing.throwIfCancelled);
}

class HashDiffers extends Error {}

/** Opening migrates it and looks at its schema; then every event is computed again. */
function openAndFollow(file: string, { onProgress, throwIfCancelled }: WorkerDoing): void {
  const opened = openShopFile(dirname(file));
  try {
    const reads = verifyReads(opened.reader.orm);
    const total = reads.chainLength(1);
    const onRows = (rows: number): void => {
      throwIfCancelled();
      onProgress({ phase: 'prepare', done: Math.min(rows, total), total });
    };
    const [problem] = checkChain(reads, { onRows, limit: 1, from: 1 });
    if (problem) throw new CannotOpen('altered', file, `${problem.what} ${problem.problem}`);
  } finally {
    opened.close();
  }
}

/** What was prepared is read here alone: nobody else has it open yet. */
function bringPicturesAlong({ path, file, folder }: BackupToPrepare, { throwIfCancelled }: WorkerDoing): void {
  const connection = openReader(dirname(file));
  try {
    bringPhotos({ store: { photos: photoReads(connection.orm) }, throwIfCancelled, beside: path, to: folder });
  } finally {
    connection.raw.close();
  }
}

function notWhole(error: unknown): NotWhole | undefined {
  if (error instanceof HashDiffers) return 'hash-differs';
  if (isDamage(error)) return (error as { code?: string }).code === 'SQLITE_NOTADB' ? 'foreign-file' : 'damaged';
  if (!(error instanceof CannotOpen)) return undefined;
  const { why } = error;
  if (why === 'foreign-file' || why === 'newer-file' || why === 'altered' || why === 'damaged') return why;
  return why === 'migration-failed' ? 'damaged' : undefined;
}
