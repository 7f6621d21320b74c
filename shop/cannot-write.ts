import type { RefusalData } from '../contract/refusals.ts';
import { CannotOpen, type CannotOpenWhy } from '../db/cannot-open.ts';
import { sqliteCode } from '../db/open.ts';
import { type Refused, refuse } from './refused.ts';

type Why = RefusalData<'cannot-write'>['why'];

const whys: readonly (readonly [string, Why])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_IOERR', 'io-error'],
  ['EIO', 'io-error'],
];

/** What a file that was worked on beside the shop's could not be opened for; the rest is not about the disk. */
const whysOfOpening: Partial<Record<CannotOpenWhy, Why>> = {
  'disk-full': 'disk-full',
  'read-only': 'read-only',
  'no-access': 'read-only',
  'io-error': 'io-error',
};

/**
 * The disk would not take what was to be written: said to the person, not reported as a bug. Nothing happened as far as can be seen from
 * here; after an action the shop looks again with its file opened anew.
 */
export function cannotWrite(error: unknown, path: string): Refused<'cannot-write'> | undefined {
  const why = whyOf(error);
  return why && refuse('cannot-write', { why, path, happened: 'no' });
}

function whyOf(error: unknown): Why | undefined {
  if (error instanceof CannotOpen) return whysOfOpening[error.why];
  const code = sqliteCode(error) || ((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  return whys.find(([prefix]) => code.startsWith(prefix))?.[1];
}
