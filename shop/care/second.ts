import { existsSync, renameSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { Cancelled } from '../context.ts';
import { copyFile, readThrough } from './copy-file.ts';
import { backupName, backupsFolder, type Manifest } from './manifest.ts';
import { copyPhotos } from './photos.ts';
import { type BackupContext, rotate } from './rotate.ts';

export function isReachable(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Copies a backup to the second folder, such as a stick: synced, read again and compared, and only then given its name. Where that is not
 * there, or fails, the backup in the shop's own folder stands all the same, and the light in the corner tells how old the second one is.
 */
export function copyToSecond(
  context: BackupContext,
  { manifest, makesRoom }: { readonly manifest: Manifest; readonly makesRoom: boolean },
): void {
  const second = context.settings.secondBackupFolder;
  if (second === '' || !isReachable(second) || existsSync(join(second, manifest.file))) return;
  const temporary = join(second, `copying-${manifest.head.slice(0, 8)}.tmp`);
  try {
    const { bavail, bsize } = statfsSync(second);
    if (manifest.size > bavail * bsize) return;
    writeCopy(context, { second, temporary, manifest });
    copyPhotos(context, second);
    if (makesRoom) rotate(second, context);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    // A stick that was pulled out in the middle.
  } finally {
    tidy(() => remove(temporary));
  }
}

type Copying = { readonly second: string; readonly temporary: string; readonly manifest: Manifest };

function writeCopy(context: BackupContext, { second, temporary, manifest }: Copying): void {
  const { onProgress, throwIfCancelled } = context;
  remove(temporary);
  const from = join(backupsFolder(context.folder), manifest.file);
  copyFile({ from, to: temporary }, (done) => {
    throwIfCancelled();
    onProgress({ phase: 'second-folder', done, total: manifest.size });
  });
  if (readThrough(temporary, throwIfCancelled) !== manifest.sha256) return;
  writeFileSync(join(second, `${backupName(manifest)}.json`), `${JSON.stringify(manifest, null, 2)}\n`, {
    flush: true,
  });
  renameSync(temporary, join(second, manifest.file));
  syncFolder(second);
}
