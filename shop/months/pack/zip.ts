import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type ZipEntry = {
  readonly name: string;
  readonly pieces: Iterable<string | Uint8Array>;
  /** Put in as it is: it is packed already. */
  readonly packed?: boolean;
};

/** The day that zip files begin with, at noon of wherever this runs: zip files hold a local time, and this gives the same everywhere. */
const fixedTime = (): Date => new Date(1980, 0, 1, 12);
const level = 6;
const noBytes = new Uint8Array(0);

/**
 * A zip file, packed while it is read. Nothing in it hangs on the clock, the system or the computer: fflate is JavaScript, while the zlib
 * of Node packs differently on other processors.
 */
export function* zipped(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for (const { name, pieces, packed } of entries) {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level });
    file.mtime = fixedTime();
    zip.add(file);
    for (const piece of pieces) {
      file.push(typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece.slice());
      yield* ready.splice(0);
    }
    file.push(noBytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
