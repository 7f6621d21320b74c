import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { ifThere } from '../not-there.ts';
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
  const bytes = ifThere(() => readFileSync(path));
  return bytes !== undefined && bytesHash(bytes) === sha256;
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
  const bytes = ifThere(() => readFileSync(join(photosFolder(folder), photoName(photo))));
  if (!bytes) return 'missing';
  return bytesHash(bytes) === photo.sha256 ? bytes : 'altered';
}
