import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import type { Output, ParsedInput } from '../../contract/api.ts';
import { lookInto } from '../../db/backup.ts';
import { shopFile } from '../../db/open.ts';
import { refuseNetworkShare } from '../../db/place.ts';
import { historyReads } from '../../db/queries/history.ts';
import type { Preparation } from '../../db/swap.ts';
import { isThere } from '../../db/tidy.ts';
import type { KeepingContext, KeepingHandler } from '../context.ts';
import { contextOf } from '../read-context.ts';
import { type Refused, refuse } from '../refused.ts';
import { workApart } from './apart.ts';
import { refuseDoubtfulClock } from './clock.ts';
import { lossBetween } from './loss.ts';
import { replaceShop, tellInto } from './put-in-place.ts';
import { asWhole } from './whole.ts';

type Restored = Output<'care.restore'>;
type Input = ParsedInput<'care.restore'>;

/**
 * Puts a backup in the place of the shop's file. It is copied, checked and brought to this version beside the shop, which goes on meanwhile;
 * what was recorded until the moment it is closed is counted as lost. The event of the restore is written into the copy, so the swap either
 * happened with it or did not happen.
 */
export const restore: KeepingHandler<'care.restore'> = (context, input) =>
  replaceShop(context, {
    refuseNow: () => refuseNow(context, input),
    make: ({ file }) => {
      context.onProgress({ phase: 'copy', done: 0, total: 1 });
      return workApart(context, 'restore', { path: input.path, file, folder: context.folder });
    },
    promise: (preparation) => promiseRestore(context, { preparation, input }),
  });

function refuseNow(
  { folder, shop, clock }: KeepingContext,
  { path }: Input,
): Refused<'no-such-file' | 'shop-busy' | 'clock-doubtful' | 'cannot-write'> | undefined {
  if (!isReadableFile(path)) return refuse('no-such-file', { path });
  // Nothing is promised where it could not be opened.
  refuseNetworkShare(folder);
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

/** Nobody has the shop open, and nobody may: what it holds beyond the backup is final. */
function promiseRestore(
  context: KeepingContext,
  { preparation, input }: { readonly preparation: Preparation; readonly input: Input },
): Restored | Refused<'id-used'> {
  const { folder, clock } = context;
  const { file } = preparation;
  const head = asWhole(file, () => lookInto(file, (raw) => historyReads(raw).head().hash));
  const place = preparation.placeFor(new Date(clock()).toISOString());
  const loss = isThere(shopFile(folder))
    ? lossBetween({ from: shopFile(folder), to: file })
    : { events: 0, documents: 0 };
  const result: Restored = { head, lost: { ...loss, ...(place.movedTo !== undefined && { movedTo: place.movedTo }) } };
  const used = tellInto(file, context, { name: 'care.restore', input, result });
  if (used) return used;
  preparation.promise(place);
  return result;
}
