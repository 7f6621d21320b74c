import { CannotOpen } from '../db/cannot-open.ts';
import { type AnyOutcome, asOutcome, type ParsedCall } from './answer.ts';
import { cannotWrite } from './cannot-write.ts';
import { listBackups } from './care/backups.ts';
import { importAll } from './care/import-all.ts';
import { restore } from './care/restore.ts';
import { Cancelled, type KeepingContext, type KeepingHandler, type NamesOfKind } from './context.ts';
import { Refused, refuse } from './refused.ts';

/** Care of the whole file, open or not. */
const keepingHandlers: { readonly [Name in NamesOfKind<'keeping'>]: KeepingHandler<Name> } = {
  'care.backups': listBackups,
  'care.restore': restore,
  'care.importAll': importAll,
};

type AnyHandler = (context: KeepingContext, input: unknown) => unknown;

export async function runKeeping({ name, input }: ParsedCall, context: KeepingContext): Promise<AnyOutcome> {
  try {
    const result = await (keepingHandlers[name as NamesOfKind<'keeping'>] as AnyHandler)(context, input);
    return result instanceof Refused ? asOutcome(result) : ({ ok: result } as AnyOutcome);
  } catch (error) {
    const expected = refusalOf(error, context);
    if (expected) return asOutcome(expected);
    throw error;
  }
}

/** A folder that may not be written to at all is met here first: while the shop is open it cannot be. */
const notWritable = ['EACCES', 'EPERM', 'SQLITE_CANTOPEN', 'SQLITE_PERM'];

function refusalOf(error: unknown, { folder }: KeepingContext): Refused | undefined {
  if (error instanceof Cancelled) return refuse('cancelled', {});
  if (error instanceof CannotOpen)
    return refuse('shop-cannot-open', { why: error.why, path: error.path, detail: error.message });
  const { code = '' } = error as { code?: string };
  if (notWritable.some((known) => code.startsWith(known)))
    return refuse('cannot-write', { why: 'read-only', path: folder, happened: 'no' });
  return cannotWrite(error, folder);
}
