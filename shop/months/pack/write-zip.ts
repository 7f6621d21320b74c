import type { LongReadContext } from '../../context.ts';
import type { WrittenFile } from './control-sheet.ts';
import type { Drafts } from './folder.ts';
import { type ZipEntry, zipped } from './zip.ts';

/** Packs every file that was written so far into one beside them; its rows are the files in it. */
export function writeZip(
  drafts: Drafts,
  name: string,
  { onProgress, throwIfCancelled }: Pick<LongReadContext, 'onProgress' | 'throwIfCancelled'>,
): WrittenFile {
  const names = drafts.names();
  function* entries(): Generator<ZipEntry> {
    for (const [done, entry] of names.entries()) {
      onProgress({ phase: 'zip', done, total: names.length });
      yield { name: entry, pieces: givingUp(drafts.read(entry), throwIfCancelled), packed: entry.endsWith('.xlsx') };
    }
  }
  const { sha256 } = drafts.write(name, zipped(entries()));
  return { name, rows: names.length, sha256 };
}

function* givingUp(pieces: Iterable<Uint8Array>, throwIfCancelled: () => void): Generator<Uint8Array> {
  for (const piece of pieces) {
    throwIfCancelled();
    yield piece;
  }
}
