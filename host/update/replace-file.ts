import { constants } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installerBytesMost } from './limits.ts';
import { copyPlain } from './plain-file.ts';
import type { TakenUpdate } from './take-update.ts';

/** Whether another file can be put into the folder of this one. */
export async function canReplace(path: string): Promise<boolean> {
  return access(dirname(path), constants.W_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Puts the checked copy at a place by one rename: whoever starts the program meanwhile gets the old file or the new one, whole. Throws, and
 * leaves the old file, when that cannot be done or the copy is no longer what was signed.
 */
export async function putInPlace(taken: TakenUpdate, target: string): Promise<void> {
  const beside = join(dirname(target), `.${taken.file}.new`);
  await rm(beside, { force: true });
  try {
    const written = await copyPlain({ from: taken.path, to: beside, mode: 0o755, mostBytes: installerBytesMost });
    if (written !== taken.sha256) throw new Error(`The copy of ${taken.file} is not what was signed.`);
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}
