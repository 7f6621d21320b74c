import { dirname } from 'node:path';
import type { ParsedInput } from '../../contract/api.ts';
import { whileLocked } from '../../db/lock.ts';
import { openShopFile, shopFile } from '../../db/open.ts';
import { createWriteStore } from '../../db/store.ts';
import { type Preparation, prepareSwap } from '../../db/swap.ts';
import { identify } from '../action.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { KeepingContext } from '../context.ts';
import { contextOf } from '../read-context.ts';
import { Refused, refuse } from '../refused.ts';
import { asWhole } from './whole.ts';

type Code = Parameters<typeof refuse>[0];

/** What is of a restore or an import alone; any of its steps may refuse, and nothing has happened then. */
type Replacing<Result, Made, Before extends Code, Making extends Code, Own extends Code> = {
  readonly refuseNow: () => Refused<Before> | undefined;
  /** Makes the preparation's file and checks it, while the shop goes on. */
  readonly make: (preparation: Preparation) => Promise<Made | Refused<Making>>;
  /** Writes the event into what was made and promises it, while nobody has the shop's file open. */
  readonly promise: (preparation: Preparation, made: Made) => Result | Refused<Own>;
};

/** Makes another file beside the shop's and puts it in its place. What the action answered before is answered again. */
export async function replaceShop<Result, Made, Before extends Code, Making extends Code, Own extends Code>(
  context: KeepingContext,
  { refuseNow, make, promise }: Replacing<Result, Made, Before, Making, Own>,
): Promise<Result | Refused<Before | Making | Own | 'shop-busy' | 'cancelled' | 'cannot-write'>> {
  const earlier = context.earlier();
  if (earlier !== undefined) return earlier as Result;
  const refused = refuseNow();
  if (refused) return refused;
  const preparation = prepareSwap(context.folder);
  if (!preparation) return refuse('shop-busy', { with: 'care.restore' });
  try {
    const made = await make(preparation);
    if (made instanceof Refused) return made;
    if (context.signal.aborted) return refuse('cancelled', {});
    context.onProgress({ phase: 'swap', done: 0, total: 1 });
    return await putInPlace(context, preparation, () => promise(preparation, made));
  } finally {
    preparation.end();
  }
}

/**
 * Closes the shop, lets `promise` do its part while nobody has the file open and nobody may, and opens what lies in its place then. Where the
 * disk fails in between, what was opened tells on which side of the point of no return that was.
 */
export async function putInPlace<Result, Own extends Code>(
  context: KeepingContext,
  preparation: Preparation,
  promise: () => Result | Refused<Own>,
): Promise<Result | Refused<Own | 'cannot-write'>> {
  let promised: Promised<Result | Refused<Own>> | undefined;
  const cannotOpen = await context.reopen(() => {
    promised = tried(() => whileLocked(context.folder, promise));
  });
  try {
    const came = cannotOpen ? undefined : asWhole(shopFile(context.folder), () => context.earlier());
    if (came !== undefined) return came as Result;
    if (cannotOpen) throw cannotOpen;
  } catch (error) {
    // It may be there, or the next opening puts it there.
    const unwritten = preparation.mayBePromised() && cannotWrite(error, context.folder);
    if (!unwritten) throw error;
    return refuse('cannot-write', { ...unwritten.data, happened: 'unknown' });
  }
  // The shop stands open, and without it: so it did not happen and will not.
  if (promised && 'failed' in promised) throw promised.failed;
  if (promised?.done instanceof Refused) return promised.done;
  throw new Error('the shop was opened again without putting the other file in its place');
}

type Promised<T> = { readonly done: T } | { readonly failed: unknown };

function tried<T>(work: () => T): Promised<T> {
  try {
    return { done: work() };
  } catch (failed) {
    return { failed };
  }
}

type Told = {
  readonly name: 'care.restore' | 'care.importAll';
  readonly input: ParsedInput<'care.restore' | 'care.importAll'>;
  readonly result: unknown;
};

/** Writes the event of what is being done as the last one into the file that is made ready; refused when its history has used the id. */
export function tellInto(
  file: string,
  { clock, folder, person }: Pick<KeepingContext, 'clock' | 'folder' | 'person'>,
  { name, input, result }: Told,
): Refused<'id-used'> | undefined {
  const opened = asWhole(file, () => openShopFile(dirname(file)));
  try {
    const writer = createWriteStore(opened.writer);
    if (writer.desk.eventOfAction(input.id)) return refuse('id-used', { id: input.id });
    const { now, today } = contextOf({ clock, folder }, writer);
    // Where the shop could not be opened nobody knows who is there.
    const by = person ?? (writer.staff.isManned() ? 'nobody' : 'owner');
    const event = { ...identify(name, input), kind: name, at: now, day: today, person: by, approver: null };
    writer.transaction(
      () => {
        writer.facts.begin();
        return writer.facts.seal({ ...event, result: JSON.stringify(result) });
      },
      () => true,
    );
    return undefined;
  } finally {
    opened.close();
  }
}
