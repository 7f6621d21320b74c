import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { tidy } from '../../db/tidy.ts';
import { writeAll } from '../write-whole.ts';

const chunkBytes = 1 << 20;

/** Called after each piece with the bytes done so far; may throw to give up. */
type OnPiece = (done: number) => void;

/** Copies a file and syncs the copy to the disk; gives the SHA-256 of what was read. For workers: nothing else is done meanwhile. */
export function copyFile({ from, to }: { readonly from: string; readonly to: string }, onPiece: OnPiece): string {
  const copy = openSync(to, 'wx');
  try {
    const digest = readThrough(from, onPiece, (piece) => {
      writeAll(copy, piece);
    });
    fsyncSync(copy);
    return digest;
  } finally {
    tidy(() => closeSync(copy));
  }
}

/** The SHA-256 of a file. */
export function readThrough(path: string, onPiece: OnPiece, take: (piece: Buffer) => void = () => undefined): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(chunkBytes);
    let done = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const piece = chunk.subarray(0, read);
      hash.update(piece);
      take(piece);
      done += read;
      onPiece(done);
    }
    return hash.digest('hex');
  } finally {
    tidy(() => closeSync(file));
  }
}
