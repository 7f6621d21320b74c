import { lstatSync, readdirSync, rmdirSync, type Stats, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Does each step, and goes on where one fails: what cannot be tidied up on a disk that fails is tidied up the next time, and must not hide
 * what went wrong first.
 */
export function tidy(...steps: readonly (() => void)[]): void {
  for (const step of steps) {
    try {
      step();
    } catch {
      // Whoever comes next finds it and tries again.
    }
  }
}

/** Removes a file, or a folder with all in it, if it is there. Node's own way does not tell which error of the disk it met. */
export function remove(path: string): void {
  const found = unlessMissing(() => lstatSync(path));
  if (!found) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path)) remove(join(path, name));
    rmdirSync(path);
  } else unlinkSync(path);
}

/** A database and what SQLite keeps beside it while it is in use, or after a kill. */
export function filesOf(database: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`);
}

/** Removes a database that nobody has open, if it is there, with what was left beside it. */
export function removeDatabase(path: string): void {
  for (const file of filesOf(path)) remove(file);
}

/** Whether something is there. Unlike Node's own way it throws where the disk does not say: "no" would be a guess. */
export function isThere(path: string): boolean {
  return unlessMissing(() => statSync(path)) !== undefined;
}

/** A file where a folder should be has nothing below it. */
function unlessMissing(look: () => Stats): Stats | undefined {
  try {
    return look();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
