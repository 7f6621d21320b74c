import { CannotOpen } from '../db/cannot-open.ts';
import { shopFile } from '../db/open.ts';
import { type AnyOutcome, asOutcome, type ParsedCall } from './answer.ts';
import { cannotWrite } from './cannot-write.ts';
import { listBackups } from './care/backups.ts';
import { importAll } from './care/import-all.ts';
import { restore } from './care/restore.ts';
import { Cancelled, type KeepingContext, type KeepingHandler, type NamesOfKind } from './context.ts';
import { isDamage } from './damaged.ts';
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

function refusalOf(error: unknown, { folder }: KeepingContext): Refused | undefined {
  if (error instanceof Cancelled) return refuse('cancelled', {});
  // Of files beside the shop's the disk may say the same; that of its own is the shop's state.
  if (error instanceof CannotOpen && (error.path === shopFile(folder) || !cannotWrite(error, folder)))
    return refuse('shop-cannot-open', { why: error.why, path: error.path, detail: error.message });
  // Files that were found damaged have been told of by now: what seems to be damaged here could not be read.
  if (isDamage(error)) return refuse('cannot-write', { why: 'io-error', path: folder, happened: 'no' });
  return cannotWrite(error, folder);
}
