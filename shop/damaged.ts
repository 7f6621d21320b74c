import { CannotOpen } from '../db/cannot-open.ts';
import { shopFile, sqliteCode } from '../db/open.ts';

/** What a worker met; its own error does not come over whole. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return error instanceof DamagedFile || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** The file was found damaged while it was open: nothing is read from it or written into it any more, and nothing is mended silently. */
export function damagedBy(error: unknown, folder: string): CannotOpen | undefined {
  return isDamage(error) ? new CannotOpen('damaged', shopFile(folder), (error as Error).message) : undefined;
}
