import type { ActionHandler } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import { Refused } from '../refused.ts';
import { knownScope } from './scope.ts';
import { viewStocktake } from './view.ts';

/** Begins a count. Several may go on at once, also of the same items. */
export const openStocktake: ActionHandler<'stocktakes.open'> = (context, { place, scope, blind, note }) => {
  const known = knownScope(context, scope);
  if (known instanceof Refused) return known;
  const { store, today, now, person } = context;
  const number = nextNumber(context, 'K', today);
  store.facts.add('stocktakes', {
    number,
    day: today,
    place,
    blind: blind ? 1 : 0,
    scope: JSON.stringify(known),
    note: note || null,
    at: now,
    person,
  });
  return viewStocktake(context, number);
};
