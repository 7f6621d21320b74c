import type { ActionHandler } from '../context.ts';
import { Refused } from '../refused.ts';
import { differenceOf } from './difference.ts';
import { countedOf, findStocktake, refuseEnded } from './items.ts';
import { viewStocktake } from './view.ts';

/** Ends a count without booking anything; what was counted stays on record. */
export const cancelStocktake: ActionHandler<'stocktakes.cancel'> = (context, { number, why }) => {
  const stocktake = findStocktake(context, number);
  if (stocktake instanceof Refused) return stocktake;
  const ended = refuseEnded(stocktake);
  if (ended) return ended;
  const { store, today, now, person } = context;
  const counted = countedOf(context, stocktake);
  store.facts.add('stocktakeEnds', {
    stocktakeId: stocktake.id,
    outcome: 'cancelled',
    itemsCounted: counted.length,
    itemsEqual: counted.filter((item) => differenceOf(item) === 0).length,
    day: today,
    note: why,
    at: now,
    person,
  });
  return viewStocktake(context, number);
};
