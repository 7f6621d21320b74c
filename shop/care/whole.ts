import { CannotOpen } from '../../db/cannot-open.ts';
import { isDamage } from '../damaged.ts';

/** What is read of a file that we have just made or found whole: where it now looks damaged, the disk has failed. */
export function asWhole<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isDamage(error) || (error instanceof CannotOpen && misread.has(error.why)))
      throw new CannotOpen('io-error', path, (error as Error).message);
    throw error;
  }
}

const misread: ReadonlySet<CannotOpen['why']> = new Set(['damaged', 'foreign-file', 'altered', 'migration-failed']);
