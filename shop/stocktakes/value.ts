import type { ReadContext } from '../context.ts';
import { costOfReturned } from '../stock/cost.ts';
import { leavingOf } from '../stock/leaving.ts';

/**
 * What a difference is worth at cost: what is missing leaves with its share of the place; what was found comes at the item's average,
 * else at its set cost, else nobody knows what it cost. Nothing where more is missing than the place has.
 */
export function valueOfDifference(
  context: ReadContext,
  { productId, place, differenceMilli }: { productId: number; place: string; differenceMilli: number },
): { readonly valueCents: number; readonly unknownMilli: number } | undefined {
  if (differenceMilli > 0) {
    const cost = costOfReturned(context, { productId, saleLine: undefined, milli: differenceMilli });
    return { valueCents: cost.valueCents, unknownMilli: cost.source === 'unknown' ? differenceMilli : 0 };
  }
  const balance = context.store.ledgers.balance(productId, place);
  return balance.quantityMilli < -differenceMilli ? undefined : leavingOf(balance, -differenceMilli);
}
