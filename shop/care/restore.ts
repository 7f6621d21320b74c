import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Output, ParsedInput } from '../../contract/api.ts';
import { lookInto } from '../../db/backup.ts';
import { whileLocked } from '../../db/lock.ts';
import { openShopFile, shopFile } from '../../db/open.ts';
import { historyReads } from '../../db/queries/history.ts';
import { createWriteStore } from '../../db/store.ts';
import { type Preparation, prepareSwap } from '../../db/swap.ts';
import { identify } from '../action.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { KeepingContext, KeepingHandler } from '../context.ts';
import { contextOf } from '../read-context.ts';
import { Refused, refuse } from '../refused.ts';
import { workApart } from './apart.ts';
import { refuseDoubtfulClock } from './clock.ts';
import { lossBetween } from './loss.ts';

type Restored = Output<'care.restore'>;
type Input = ParsedInput<'care.restore'>;

/**
 * Puts a backup in the place of the shop's file. It is copied, checked and brought to this version beside the shop, which goes on meanwhile;
 * what was recorded until the moment it is closed is counted as lost. The event of the restore is written into the copy, so the swap either
 * happened with it or did not happen.
 */
export const restore: KeepingHandler<'care.restore'> = async (context, input) => {
  const earlier = context.earlier();
  if (earlier !== undefined) return earlier as Restored;
  const refused = refuseNow(context, input);
  if (refused) return refused;
  const preparation = prepareSwap(context.folder);
  if (!preparation) return refuse('shop-busy', { with: 'care.restore' });
  try {
    context.onProgress({ phase: 'copy', done: 0, total: 1 });
    const { folder } = context;
    const prepared = await workApart(context, 'restore', { path: input.path, file: preparation.file, folder });
    if (prepared instanceof Refused) return prepared;
    if (context.signal.aborted) return refuse('cancelled', {});
    context.onProgress({ phase: 'swap', done: 0, total: 1 });
    return await putInPlace(context, { preparation, input });
  } finally {
    preparation.end();
  }
};

function refuseNow(
  { folder, shop, clock }: KeepingContext,
  { path }: Input,
): Refused<'no-such-file' | 'shop-busy' | 'clock-doubtful' | 'cannot-write'> | undefined {
  if (!isReadableFile(path)) return refuse('no-such-file', { path });
  if (shop?.busyWith) return refuse('shop-busy', { with: shop.busyWith });
  // The last day of a backup may well lie a month back; it is the shop as it stands that tells whether the clock can be believed.
  const doubtful = shop && refuseDoubtfulClock(contextOf({ clock, folder }, shop.store));
  return doubtful ?? refuseFullDisk(folder, path);
}

function isReadableFile(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The copy, and as much again for what SQLite writes while it is made ready. */
function refuseFullDisk(folder: string, path: string): Refused<'cannot-write'> | undefined {
  const { bavail, bsize } = statfsSync(folder);
  if (2 * statSync(path).size <= bavail * bsize) return undefined;
  return refuse('cannot-write', { why: 'disk-full', path: folder, happened: 'no' });
}

type Prepared = { readonly preparation: Preparation; readonly input: Input };

async function putInPlace(
  context: KeepingContext,
  prepared: Prepared,
): Promise<Restored | Refused<'cannot-write' | 'id-used'>> {
  const { folder } = context;
  let result: Restored | Refused<'id-used'> | undefined;
  try {
    const cannotOpen = await context.reopen(() => {
      result = whileLocked(folder, () => promiseRestore(context, prepared));
    });
    if (cannotOpen) throw cannotOpen;
    if (result === undefined) throw new Error('the shop was opened again without doing the restore');
    return result;
  } catch (error) {
    // The disk failed around the point of no return: which side of it is told by what was opened then.
    const came = context.earlier();
    if (came !== undefined) return came as Restored;
    const unwritten = cannotWrite(error, folder);
    if (!unwritten || !prepared.preparation.isPromised()) throw error;
    return refuse('cannot-write', { ...unwritten.data, happened: 'unknown' });
  }
}

/** Nobody has the shop open, and nobody may: what it holds beyond the backup is final. */
function promiseRestore(
  { folder, clock }: KeepingContext,
  { preparation, input }: Prepared,
): Restored | Refused<'id-used'> {
  const { file } = preparation;
  const head = lookInto(file, (raw) => historyReads(raw).head().hash);
  const place = preparation.placeFor(new Date(clock()).toISOString());
  const loss = existsSync(shopFile(folder))
    ? lossBetween({ from: shopFile(folder), to: file })
    : { events: 0, documents: 0 };
  const result: Restored = { head, lost: { ...loss, ...(place.movedTo !== undefined && { movedTo: place.movedTo }) } };
  const opened = openShopFile(dirname(file));
  try {
    const writer = createWriteStore(opened.writer);
    if (writer.desk.eventOfAction(input.id)) return refuse('id-used', { id: input.id });
    const { now, today } = contextOf({ clock, folder }, writer);
    const event = { ...identify('care.restore', input), kind: 'care.restore', at: now, day: today, person: 'owner' };
    writer.transaction(
      () => {
        writer.facts.begin();
        return writer.facts.seal({ ...event, result: JSON.stringify(result) });
      },
      () => true,
    );
  } finally {
    opened.close();
  }
  preparation.promise(place);
  return result;
}
