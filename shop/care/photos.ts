import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ReadStore } from '../../db/store.ts';
import { syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import type { ReadContext } from '../context.ts';
import { photoName, photosFolder, readPhoto } from '../photos/folder.ts';
import { copyFile } from './copy-file.ts';

type Looking = Pick<ReadContext, 'store' | 'folder'>;

/** The pictures whose file is gone, or is not what was kept, by the names of their files. */
export function missingPhotos({ store, folder }: Looking, tell: (share: number) => void): string[] {
  const files = store.photos.files();
  return files.flatMap((file, index) => {
    tell(index / files.length);
    return typeof readPhoto(folder, file) === 'string' ? [photoName(file)] : [];
  });
}

type Copying = {
  readonly store: Pick<ReadStore, 'photos'>;
  readonly folder: string;
  readonly throwIfCancelled: () => void;
};

/** Copies the pictures that another folder does not have yet. A name is a fingerprint, so one that is there is the right one. */
export function copyPhotos({ store, folder, throwIfCancelled }: Copying, to: string): void {
  const files = store.photos.files();
  if (files.length === 0) return;
  const [from, target] = [photosFolder(folder), photosFolder(to)];
  mkdirSync(target, { recursive: true });
  let copied = 0;
  for (const file of files) {
    throwIfCancelled();
    const name = photoName(file);
    if (existsSync(join(target, name)) || !existsSync(join(from, name))) continue;
    if (copyPhoto({ from: join(from, name), to: join(target, name), sha256: file.sha256 })) copied += 1;
  }
  if (copied > 0) syncFolder(target);
}

type Bringing = Omit<Copying, 'folder'> & { readonly beside: string; readonly to: string };

/**
 * The pictures that lie beside what is taken back, or one folder up, come along with it. One that cannot be read there stays away, and the
 * full check names it; a disk that takes no more says so.
 */
export function bringPhotos({ store, throwIfCancelled, beside, to }: Bringing): void {
  for (const folder of [dirname(beside), dirname(dirname(beside))])
    if (resolve(folder) !== resolve(to)) copyPhotos({ store, folder, throwIfCancelled }, to);
}

/** A picture that was altered is not copied: the name would not tell the truth. */
function copyPhoto({ from, to, sha256 }: { from: string; to: string; sha256: string }): boolean {
  const temporary = `${to}.tmp`;
  remove(temporary);
  try {
    if (copyFile({ from, to: temporary }, () => undefined) !== sha256) return false;
    renameSync(temporary, to);
    return true;
  } finally {
    tidy(() => remove(temporary));
  }
}
