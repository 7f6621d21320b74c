import type { RefusalData } from '../contract/refusals.ts';
import { sqliteCode } from '../db/open.ts';
import { type Refused, refuse } from './refused.ts';

const whys: readonly (readonly [string, RefusalData<'cannot-write'>['why']])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_IOERR', 'io-error'],
  ['EIO', 'io-error'],
];

/**
 * The disk would not take what was to be written: said to the person, not reported as a bug. Nothing happened as far as can be seen from
 * here; after an action the shop looks again with its file opened anew.
 */
export function cannotWrite(error: unknown, path: string): Refused<'cannot-write'> | undefined {
  const code = sqliteCode(error) || ((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  const known = whys.find(([prefix]) => code.startsWith(prefix));
  return known && refuse('cannot-write', { why: known[1], path, happened: 'no' });
}
