import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const gigabyte = 2 ** 30;

/** A folder in memory where there is room for it: what is tried here does not need a disk. */
export function makeRoom(): string {
  return mkdtempSync(join(memoryOrDisk(), 'backshelf-faults-'));
}

function memoryOrDisk(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > gigabyte ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
