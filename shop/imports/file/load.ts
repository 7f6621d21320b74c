import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isNotThere } from '../../not-there.ts';
import { type Refused, refuse } from '../../refused.ts';
import { largestPacked, largestText } from './limits.ts';
import { signatureOf } from './signature.ts';

export type LoadedFile = {
  readonly path: string;
  /** The file's bytes; of a compressed text its own. */
  readonly bytes: readonly Buffer[];
  readonly length: number;
  /** Of the file as it lies there, packed or not. */
  readonly sha256: string;
};

const pieceLength = 64 * 1024;

class TooLarge extends Error {}

/** Reads a file once, gzip or plain (known by its first bytes), up to the limit. Refuses what is not there, too large or broken. */
export async function loadFile(
  path: string,
  signal: AbortSignal,
): Promise<LoadedFile | Refused<'no-such-file' | 'file-not-readable'>> {
  const hash = createHash('sha256');
  const bytes: Buffer[] = [];
  let length = 0;
  async function* hashed(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const piece of source) {
      hash.update(piece);
      yield piece;
    }
  }
  async function gather(source: AsyncIterable<Buffer>): Promise<void> {
    for await (const piece of source) {
      length += piece.length;
      bytes.push(piece);
      if (length > (signatureOf(bytes[0]) ? largestPacked : largestText)) throw new TooLarge();
    }
  }
  try {
    const isPacked = await isGzip(path);
    const source = createReadStream(path, { highWaterMark: pieceLength });
    if (isPacked) await pipeline(source, hashed, createGunzip({ chunkSize: pieceLength }), gather, { signal });
    else await pipeline(source, hashed, gather, { signal });
    return { path, bytes, length, sha256: hash.digest('hex') };
  } catch (error) {
    const refused = asRefusal(error, path);
    if (refused) return refused;
    throw error;
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function asRefusal(error: unknown, path: string): Refused<'no-such-file' | 'file-not-readable'> | undefined {
  if (error instanceof TooLarge) return refuse('file-not-readable', { path, why: 'too-large' });
  if (isNotThere(error)) return refuse('no-such-file', { path });
  const { code = '' } = error as NodeJS.ErrnoException;
  return code.startsWith('Z_') ? refuse('file-not-readable', { path, why: 'gzip' }) : undefined;
}
