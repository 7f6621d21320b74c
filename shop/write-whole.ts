import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { tidy } from '../db/tidy.ts';

/** Writes a new file from its pieces, text in UTF-8, and through to the disk; gives its SHA-256. */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'wx');
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      hash.update(bytes);
      writeAll(file, bytes);
    }
    fsyncSync(file);
  } finally {
    tidy(() => closeSync(file));
  }
  return hash.digest('hex');
}

/** The system may take fewer bytes than it is given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
