import { setImmediate as breathe } from 'node:timers/promises';
import type { ActionEvent, LongContext } from '../context.ts';
import { Refused } from '../refused.ts';
import type { AnyFileKind, Books, FileUnit, Problems } from './kinds/kind.ts';
import { createPauses } from './pause.ts';

/** Rows of one transaction: the counter waits for one chunk at most. The first ones bring most of the new items and people, and are smaller. */
const rowsPerChunk = 500;
const rowsOfFirst = 100;

export type Desk = {
  readonly context: LongContext;
  readonly kind: AnyFileKind;
  readonly books: Books<FileUnit>;
  readonly problems: Problems;
};

/** The units that are not in the shop yet. Those that cannot be stored join the refused rows. */
export async function pickNew(desk: Desk, units: readonly FileUnit[]): Promise<FileUnit[]> {
  const pause = createPauses();
  const fresh: FileUnit[] = [];
  for (const unit of units) {
    if (isNew(desk, unit)) fresh.push(unit);
    await pause();
  }
  return fresh;
}

/**
 * Stores new units, chunk by chunk, each chunk one event. What somebody else has stored meanwhile is looked at again. What refuses a
 * chunk ends the reading: the chunks before it stay, and are passed over when the file is read again.
 */
export async function storeUnits(
  desk: Desk,
  event: ActionEvent,
  units: readonly FileUnit[],
): Promise<Refused | undefined> {
  const { context, kind, books } = desk;
  const total = units.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  let part = 0;
  for (const chunk of chunksOf(kind, kind.inOrder?.(units) ?? units)) {
    // Nothing is awaited between this look and the transaction: nobody else can write in between.
    const fresh = chunk.filter((unit) => isNew(desk, unit));
    part = nextPart(context, event, part);
    const stored = context.runAction(
      { ...event, actionId: partId(event, part) },
      (action) => books.store(action, fresh) ?? { units: fresh.length },
    );
    if (stored instanceof Refused) return stored;
    done += chunk.reduce((sum, { rows }) => sum + rows.length, 0);
    context.onProgress({ phase: 'storing', done, total });
    await breathe();
  }
  return undefined;
}

function isNew({ context, books, problems }: Desk, unit: FileUnit): boolean {
  const standing = books.standing(context.store, unit);
  if (typeof standing === 'object') for (const row of unit.rows) problems.set(row, [{ row, ...standing }]);
  return standing === 'new';
}

/** A reading that was killed has used the first parts of its id; asked again, it goes on after them. */
function nextPart({ store }: LongContext, event: ActionEvent, last: number): number {
  let part = last + 1;
  while (store.desk.eventOfAction(partId(event, part))) part += 1;
  return part;
}

function partId({ actionId }: ActionEvent, part: number): string {
  return `${actionId}#${part}`;
}

function* chunksOf(kind: AnyFileKind, units: readonly FileUnit[]): Generator<FileUnit[]> {
  let chunk: FileUnit[] = [];
  let weight = 0;
  let enough = rowsOfFirst;
  for (const unit of units) {
    chunk.push(unit);
    weight += kind.weight(unit);
    if (weight < enough) continue;
    yield chunk;
    chunk = [];
    weight = 0;
    enough = Math.min(rowsPerChunk, enough + rowsOfFirst);
  }
  if (chunk.length > 0) yield chunk;
}
