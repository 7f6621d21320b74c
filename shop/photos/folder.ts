import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { isNotThere } from '../not-there.ts';
import { writeAll } from '../write-whole.ts';

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

export type NamedPhoto = { readonly sha256: string; readonly type: string };

export function photosFolder(folder: string): string {
  return join(folder, 'photos');
}

/** A file’s name is its content’s fingerprint, so that the same picture lies there once. */
export function photoName({ sha256, type }: NamedPhoto): string {
  return `${sha256}.${endings[type] ?? 'bin'}`;
}

function bytesHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps a picture: under a temporary name, synced, and only then given its own, all before the event that names it. One whose event is
 * never written stays, harmless; a file that was altered is replaced by the picture that is brought again.
 */
export function keepPhoto(folder: string, bytes: Buffer, type: string): string {
  const sha256 = bytesHash(bytes);
  const photos = photosFolder(folder);
  const path = join(photos, photoName({ sha256, type }));
  if (isKept(path, sha256)) return sha256;
  mkdirSync(photos, { recursive: true });
  const temporary = `${path}.tmp`;
  remove(temporary);
  try {
    writeSynced(temporary, bytes);
    renameSync(temporary, path);
    syncFolder(photos);
    syncFolder(folder);
  } finally {
    tidy(() => remove(temporary));
  }
  return sha256;
}

function isKept(path: string, sha256: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined && bytesHash(readFileSync(path)) === sha256;
}

function writeSynced(path: string, bytes: Buffer): void {
  const file = openSync(path, 'wx');
  try {
    writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    tidy(() => closeSync(file));
  }
}

/** The bytes of a picture, or why they cannot be given: the file is gone, or is not what was kept. */
export function readPhoto(folder: string, photo: NamedPhoto): Buffer | 'missing' | 'altered' {
  const bytes = readIfThere(join(photosFolder(folder), photoName(photo)));
  if (!bytes) return 'missing';
  return bytesHash(bytes) === photo.sha256 ? bytes : 'altered';
}

/** How large a file is. Nothing where there is no such file, or none that may be read; what the disk says else is thrown. */
export function sizeIfThere(path: string): number | undefined {
  return ifThere(() => statSync(path).size);
}

/** Nothing as above. */
export function readIfThere(path: string): Buffer | undefined {
  return ifThere(() => readFileSync(path));
}

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}
