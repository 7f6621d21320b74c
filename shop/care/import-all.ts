import { statSync } from 'node:fs';
import type { Output, ParsedInput } from '../../contract/api.ts';
import { lookInto } from '../../db/backup.ts';
import { shopFile } from '../../db/open.ts';
import { historyReads } from '../../db/queries/history.ts';
import type { Preparation } from '../../db/swap.ts';
import { isThere } from '../../db/tidy.ts';
import type { KeepingContext, KeepingHandler } from '../context.ts';
import { ifThere } from '../not-there.ts';
import { contextOf } from '../read-context.ts';
import { type Refused, refuse } from '../refused.ts';
import { workApart } from './apart.ts';
import { refuseDoubtfulClock } from './clock.ts';
import { replaceShop, tellInto } from './put-in-place.ts';

type Input = ParsedInput<'care.importAll'>;
type Imported = Output<'care.importAll'>;

/**
 * Makes the shop anew from a full export, where nothing has been recorded yet. It is made and checked beside the empty shop, which is put
 * aside; that it was taken in is the last event of its history.
 */
export const importAll: KeepingHandler<'care.importAll'> = (context, input) =>
  replaceShop(context, {
    refuseNow: () => refuseNow(context, input),
    make: ({ file }) => workApart(context, 'importAll', { from: input.from, file, folder: context.folder }),
    promise: (preparation, loaded) => promiseImport(context, { preparation, input, loaded }),
  });

function refuseNow(
  { folder, shop, clock }: KeepingContext,
  { from }: Input,
): Refused<'no-such-file' | 'shop-busy' | 'shop-not-empty' | 'clock-doubtful'> | undefined {
  if (!ifThere(() => statSync(from).isDirectory())) return refuse('no-such-file', { path: from });
  if (shop?.busyWith) return refuse('shop-busy', { with: shop.busyWith });
  if (shop ? shop.store.desk.head().seq > 0 : isThere(shopFile(folder))) return refuse('shop-not-empty', {});
  return shop && refuseDoubtfulClock(contextOf({ clock, folder }, shop.store));
}

type Loaded = { readonly preparation: Preparation; readonly input: Input; readonly loaded: Imported };

/** Nobody has the shop open, and nobody may; but somebody may have begun to record while the export was read. */
function promiseImport(
  context: KeepingContext,
  { preparation, input, loaded }: Loaded,
): Imported | Refused<'shop-not-empty' | 'id-used'> {
  const former = shopFile(context.folder);
  if (isThere(former) && lookInto(former, (raw) => historyReads(raw).head().seq) > 0)
    return refuse('shop-not-empty', {});
  const used = tellInto(preparation.file, context, { name: 'care.importAll', input, result: loaded });
  if (used) return used;
  preparation.promise(preparation.placeFor(new Date(context.clock()).toISOString()));
  return loaded;
}
