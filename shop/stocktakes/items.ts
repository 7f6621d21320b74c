import type { StocktakeItemRow, StocktakeRow } from '../../db/queries/stocktakes.ts';
import type { ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import { askedBy, parseScope } from './scope.ts';

type Finding = Pick<ReadContext, 'store'>;
export type CountedItem = StocktakeItemRow & { readonly countedMilli: number };

export function findStocktake({ store }: Finding, number: string): StocktakeRow | Refused<'no-such-stocktake'> {
  return store.stocktakes.byNumber(number) ?? refuse('no-such-stocktake', { number });
}

/** Refuses what is only done while a count goes on. */
export function refuseEnded({ number, open }: StocktakeRow): Refused<'stocktake-ended'> | undefined {
  return open === 1 ? undefined : refuse('stocktake-ended', { number });
}

/** The items that were counted, each as it was counted last; of an ended count those of its end. */
export function countedOf({ store }: Finding, { id, place, endSeq }: StocktakeRow): readonly CountedItem[] {
  return store.stocktakes.counted({ id, place, until: endSeq ?? Number.MAX_SAFE_INTEGER }) as CountedItem[];
}

/** The items that belong to an open count and that nobody has counted: those the book has there, and those that were named. */
export function uncountedOf(
  { store }: Finding,
  { place, scope }: StocktakeRow,
  counted: readonly CountedItem[],
): readonly StocktakeItemRow[] {
  const done = new Set(counted.map(({ productId }) => productId));
  const inScope = store.stocktakes.inScope({ ...askedBy(parseScope(scope)), place });
  return inScope.filter(({ productId }) => !done.has(productId));
}
