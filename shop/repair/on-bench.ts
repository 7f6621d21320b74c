import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { ActionContext, ReadContext } from '../context.ts';

/**
 * Units of each line that nothing is owed for yet, because the customer wants them mended and they are on the bench. Any other return is
 * paid for whatever the shop does with the goods.
 */
export function milliOnBench(
  { store }: Pick<ReadContext, 'store'>,
  { id, want }: Pick<ReturnHead, 'id' | 'want'>,
): ReadonlyMap<number, number> {
  if (want !== 'repair') return new Map();
  return new Map(store.repair.onTickets(id).map(({ returnLineId, milli }) => [returnLineId, milli]));
}

function unpaidMilli({ inspectedMilli, sentBackMilli, waivedMilli, creditedMilli }: WorkLine): number {
  return inspectedMilli - sentBackMilli + waivedMilli - creditedMilli;
}

/** A return whose goods are all on the bench waits for the bench: it is due when its first ticket is. */
export function waitForBench(context: ActionContext, found: ReturnHead): void {
  if (found.want !== 'repair') return;
  const { store } = context;
  if (store.returns.head(found.id)?.stage !== 'inspected') return;
  const dues = store.repair.onTickets(found.id).flatMap(({ dueAt }) => dueAt ?? []);
  const onBench = milliOnBench(context, found);
  const others = store.returns.workLines(found.id).some((line) => unpaidMilli(line) > (onBench.get(line.id) ?? 0));
  const first = dues.sort()[0];
  if (first !== undefined && !others) store.caches.returns.setDue(found.id, first);
}
