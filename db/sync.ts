import { closeSync, fsyncSync, openSync } from 'node:fs';
import { tidy } from './tidy.ts';

/** What a file system says that cannot sync a folder, as some of other systems' disks. */
const cannotSyncFolders = ['EINVAL', 'ENOTSUP', 'ENOSYS'];

/** Makes new and changed names survive a power cut. Windows keeps them by itself, and does not open folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    syncFile(folder, 'r');
  } catch (error) {
    if (!cannotSyncFolders.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Makes what was written into a file survive a power cut. */
export function syncFile(path: string, flags: 'r' | 'r+' = 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    tidy(() => closeSync(file));
  }
}
