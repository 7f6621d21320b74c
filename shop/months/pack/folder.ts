import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../../db/sync.ts';
import { remove, tidy } from '../../../db/tidy.ts';
import { writeWhole } from '../../write-whole.ts';

export type WrittenBytes = { readonly sha256: string };
/** Where a pack is written before anybody can see it. */
export type Drafts = {
  /** Writes a file from its pieces, through to the disk. */
  write(name: string, pieces: Iterable<string | Uint8Array>): WrittenBytes;
  /** What was written, in the order it was. */
  names(): readonly string[];
  /** A file that was written, piece by piece: each is good until the next is asked for. */
  read(name: string): Iterable<Uint8Array>;
};

const bytesAtOnce = 1 << 16;

export type Place = {
  readonly folder: string;
  readonly draftName: string;
  /** Whether a file in the folder is an earlier one of the same kind: what is not written again goes. */
  readonly isOwn?: (name: string) => boolean;
};

/**
 * Writes files into a folder all together or not at all: each is finished under a folder of its own beside them, then they are moved
 * into place in the order they were written. A folder that is not there is made, and taken away again when the work fails.
 */
export function publishInto<T>({ folder, draftName, isOwn = () => false }: Place, work: (drafts: Drafts) => T): T {
  const made = mkdirSync(folder, { recursive: true });
  const draft = join(folder, draftName);
  try {
    // A power cut may have left one behind.
    remove(draft);
    mkdirSync(draft);
    const names: string[] = [];
    const result = work({
      write: (name, pieces) => {
        names.push(name);
        return { sha256: writeWhole(join(draft, name), pieces) };
      },
      names: () => [...names],
      read: (name) => piecesOf(join(draft, name)),
    });
    for (const name of names) renameSync(join(draft, name), join(folder, name));
    for (const name of readdirSync(folder)) if (isOwn(name) && !names.includes(name)) remove(join(folder, name));
    remove(draft);
    syncFolder(folder);
    return result;
  } catch (error) {
    tidy(() => remove(draft));
    if (made !== undefined) removeEmpty(folder, made);
    throw error;
  }
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(bytesAtOnce);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** Takes folders away from the innermost up to the first one that was made; one that somebody else has used stays. */
function removeEmpty(folder: string, made: string): void {
  for (let path = folder; path.length >= made.length; path = dirname(path)) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
  }
}
