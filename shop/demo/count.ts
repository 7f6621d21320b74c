import { fromMilli } from '../../contract/values/quantity.ts';
import type { ActionContext } from '../context.ts';
import type { Refused } from '../refused.ts';
import { bookStocktake } from '../stocktakes/book.ts';
import { countStocktake } from '../stocktakes/count.ts';
import { openStocktake } from '../stocktakes/open.ts';

type Step = (context: ActionContext) => unknown | Refused;

/** A count of the whole shelf, one step after the other: all is there but one piece. Nothing where the shelf is empty. */
export function demoCount(): readonly Step[] {
  let number = '';
  return [
    (context) => {
      const opened = openStocktake(context, { id: '', place: 'shelf', scope: { all: true }, blind: false });
      if ('number' in opened) number = opened.number;
      return opened;
    },
    (context) => {
      const lines = onShelf(context).map(({ sku, bookMilli }, index) => ({
        sku,
        quantity: fromMilli(index === 0 ? bookMilli - Math.min(bookMilli, 1000) : bookMilli),
        mode: 'set' as const,
      }));
      return lines.length === 0 ? undefined : countStocktake(context, { id: '', number, lines });
    },
    (context) =>
      onShelf(context).length === 0
        ? undefined
        : bookStocktake(context, { id: '', number, uncounted: 'leave', reason: 'lost' }),
  ];
}

function onShelf({ store }: ActionContext) {
  return store.stocktakes.inScope({ place: 'shelf', category: null, supplierId: null, skus: null });
}
