import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';

/** Why a file is not read: there is none, it is not a plain one, or it is larger than what it is taken for can be. */
export class Unreadable extends Error {
  readonly why: 'missing' | 'not-plain' | 'too-large' | 'disk';
  constructor(why: Unreadable['why'], path: string, cause?: unknown) {
    super(`${why}: ${path}`, { cause });
    this.why = why;
  }
}

/** A link may lead to another file between two looks, and opening a pipe would wait for ever. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const pieceBytes = 1024 * 1024;

async function openPlain(path: string, mostBytes: number): Promise<FileHandle> {
  try {
    // Where the system does not know the flag, only this look tells a link.
    if (!(await lstat(path)).isFile()) throw new Unreadable('not-plain', path);
    const file = await open(path, flags);
    const found = await file.stat();
    if (found.isFile() && found.size <= mostBytes) return file;
    await file.close();
    throw new Unreadable(found.isFile() ? 'too-large' : 'not-plain', path);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new Unreadable(code === 'ENOENT' ? 'missing' : code === 'ELOOP' ? 'not-plain' : 'disk', path, error);
  }
}

/** Hands the file over piece by piece. Throws once it is larger than `mostBytes`, however large it said it was. */
async function readPieces(
  path: string,
  mostBytes: number,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<void> {
  const file = await openPlain(path, mostBytes);
  const buffer = Buffer.allocUnsafe(pieceBytes);
  try {
    for (let total = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes).catch((error: unknown) => {
        throw new Unreadable('disk', path, error);
      });
      if (bytesRead === 0) return;
      total += bytesRead;
      if (total > mostBytes) throw new Unreadable('too-large', path);
      await take(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

export async function readPlain(path: string, mostBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await readPieces(path, mostBytes, (piece) => void pieces.push(Buffer.from(piece)));
  return Buffer.concat(pieces);
}

/** The SHA-256 of a file, in hexadecimal digits. */
export async function fingerprintOf(path: string, mostBytes: number): Promise<string> {
  const hash = createHash('sha256');
  await readPieces(path, mostBytes, (piece) => void hash.update(piece));
  return hash.digest('hex');
}

/** Copies a file to a new one, synced to the disk; gives the SHA-256 of what was read. Throws `Unreadable` for the source alone. */
export async function copyPlain(options: {
  readonly from: string;
  readonly to: string;
  readonly mode: number;
  readonly mostBytes: number;
}): Promise<string> {
  const hash = createHash('sha256');
  const copy = await open(options.to, 'wx', options.mode);
  try {
    await readPieces(options.from, options.mostBytes, async (piece) => {
      hash.update(piece);
      await copy.writeFile(piece);
    });
    await copy.sync();
  } finally {
    await copy.close();
  }
  return hash.digest('hex');
}
