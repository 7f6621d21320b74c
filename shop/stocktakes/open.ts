import type { ActionHandler } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import { refuseUnknown } from './scope.ts';
import { viewStocktake } from './view.ts';

/** Begins a count. Several may go on at once, also of the same items. */
export const openStocktake: ActionHandler<'stocktakes.open'> = (context, { place, scope, blind, note }) => {
  const unknown = refuseUnknown(context, scope);
  if (unknown) return unknown;
  const { store, today, now, person } = context;
  const number = nextNumber(context, 'K', today);
  store.facts.add('stocktakes', {
    number,
    day: today,
    place,
    blind: blind ? 1 : 0,
    scope: JSON.stringify(scope),
    note: note || null,
    at: now,
    person,
  });
  return viewStocktake(context, number);
};
