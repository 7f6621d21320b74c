import { dirname } from 'node:path';
import type { ParsedInput } from '../../contract/api.ts';
import { whileLocked } from '../../db/lock.ts';
import { openShopFile } from '../../db/open.ts';
import { createWriteStore } from '../../db/store.ts';
import type { Preparation } from '../../db/swap.ts';
import { identify } from '../action.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { KeepingContext } from '../context.ts';
import { contextOf } from '../read-context.ts';
import { type Refused, refuse } from '../refused.ts';

type Code = Parameters<typeof refuse>[0];

/**
 * Closes the shop, lets `promise` do its part while nobody has the file open and nobody may, and opens what lies in its place then. Where the
 * disk fails in between, what was opened tells on which side of the point of no return that was.
 */
export async function putInPlace<Result, Own extends Code>(
  context: KeepingContext,
  preparation: Preparation,
  promise: () => Result | Refused<Own>,
): Promise<Result | Refused<Own | 'cannot-write'>> {
  const { folder } = context;
  let result: Result | Refused<Own> | undefined;
  try {
    const cannotOpen = await context.reopen(() => {
      result = whileLocked(folder, promise);
    });
    if (cannotOpen) throw cannotOpen;
    if (result === undefined) throw new Error('the shop was opened again without putting the other file in its place');
    return result;
  } catch (error) {
    const came = context.earlier();
    if (came !== undefined) return came as Result;
    const unwritten = cannotWrite(error, folder);
    if (!unwritten || !preparation.isPromised()) throw error;
    return refuse('cannot-write', { ...unwritten.data, happened: 'unknown' });
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
  { clock, folder }: Pick<KeepingContext, 'clock' | 'folder'>,
  { name, input, result }: Told,
): Refused<'id-used'> | undefined {
  const opened = openShopFile(dirname(file));
  try {
    const writer = createWriteStore(opened.writer);
    if (writer.desk.eventOfAction(input.id)) return refuse('id-used', { id: input.id });
    const { now, today } = contextOf({ clock, folder }, writer);
    const event = { ...identify(name, input), kind: name, at: now, day: today, person: 'owner' };
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
