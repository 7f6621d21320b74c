import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { MoveProgress } from '../../contract/move.ts';
import { syncFolder } from '../../db/sync.ts';
import { filesOf, tidy } from '../../db/tidy.ts';
import { copyFile, readThrough } from '../care/copy-file.ts';
import { bytesOf, filesBelow, type ShopFile } from './files.ts';
import { markName, type Places } from './fitness.ts';

/** The disk gave back something else than was written to it. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';
}

type Copying = Places & { readonly onProgress: (progress: MoveProgress) => void };

/**
 * Copies every file of a shop that nobody has open, syncs it and reads it again. Until `finish` a mark lies beside the copy, so that what a kill
 * leaves is known for what it is; the shop it was copied from is only read.
 */
export function copyShop({ from, to, onProgress }: Copying): void {
  const files = filesBelow(from);
  // Each byte is read twice: once to copy it, once to see that it arrived.
  const total = 2 * bytesOf(files);
  clear({ from, to });
  writeFileSync(join(to, markName), JSON.stringify({ from: resolve(from) }), { flush: true });
  syncFolder(to);
  let before = 0;
  for (const file of files) {
    const onPiece = (done: number): void => onProgress({ phase: 'copy', done: before + done, total });
    copyAndCompare({ from, to, file, onPiece });
    before += 2 * file.bytes;
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) syncFolder(join(to, folder));
}

type One = Places & { readonly file: ShopFile; readonly onPiece: (done: number) => void };

function copyAndCompare({ from, to, file, onPiece }: One): void {
  const [original, copy] = [join(from, file.path), join(to, file.path)];
  mkdirSync(dirname(copy), { recursive: true });
  const written = copyFile({ from: original, to: copy }, onPiece);
  const read = readThrough(copy, (done) => onPiece(file.bytes + done));
  if (written !== read) throw new CopyDiffers(file.path);
  const { atime, mtime } = statSync(original);
  utimesSync(copy, atime, mtime);
}

/** Takes away what a copy of this shop left there: only what has the name of something of the shop's. */
function clear({ from, to }: Places): void {
  const names = new Set(filesBelow(from).map(({ path }) => path.split(/[\\/]/)[0] ?? ''));
  for (const name of [...names, ...['shop.db', 'shop.lock', 'restoring.lock'].flatMap(filesOf)])
    rmSync(join(to, name), { recursive: true, force: true });
}

/** The copy is whole: from now on it is a shop like any other. */
export function finish({ to }: Pick<Places, 'to'>): void {
  rmSync(join(to, markName));
  syncFolder(to);
}

/** Nothing of a copy that failed stays. Never throws. */
export function giveUp(places: Places): void {
  tidy(
    () => clear(places),
    () => rmSync(join(places.to, markName), { force: true }),
  );
}
