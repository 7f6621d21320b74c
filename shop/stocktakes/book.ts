import type { DifferenceReason } from '../../contract/api/stocktakes.ts';
import type { ParsedInput } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Place } from '../../contract/values/words.ts';
import type { StocktakeRow } from '../../db/queries/stocktakes.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { Refused, refuse } from '../refused.ts';
import { moveStock } from '../stock/move.ts';
import { differenceOf, reasonOf } from './difference.ts';
import { type CountedItem, countedOf, findStocktake, refuseEnded, uncountedOf } from './items.ts';
import { valueOfDifference } from './value.ts';
import { viewStocktake } from './view.ts';

type Asked = ParsedInput<'stocktakes.book'>;

/** Ends a count and books what differs, all of it or nothing: one document, one entry. */
export const bookStocktake: ActionHandler<'stocktakes.book'> = (context, input) => {
  const stocktake = findStocktake(context, input.number);
  if (stocktake instanceof Refused) return stocktake;
  const ended = refuseEnded(stocktake);
  if (ended) return ended;
  const items = itemsToBook(context, stocktake, input.uncounted);
  if (items.length === 0) return refuse('stocktake-not-counted', { number: stocktake.number });
  const different = items.filter((item) => differenceOf(item) !== 0);
  addEnd(context, stocktake, { counted: items.length, equal: items.length - different.length, note: input.note });
  const refused = bookDifferences(context, stocktake, { different, input });
  return refused ?? viewStocktake(context, stocktake.number);
};

/** What was counted, and where it was said so, what nobody found as none. */
function itemsToBook(context: ActionContext, stocktake: StocktakeRow, uncounted: Asked['uncounted']): CountedItem[] {
  const counted = countedOf(context, stocktake);
  if (uncounted === 'leave') return [...counted];
  const gone = uncountedOf(context, stocktake, counted).filter(({ bookMilli }) => bookMilli > 0);
  return [...counted, ...gone.map((item) => ({ ...item, countedMilli: 0 }))];
}

function addEnd(
  { store, today, now, person }: ActionContext,
  { id }: StocktakeRow,
  { counted, equal, note }: { readonly counted: number; readonly equal: number; readonly note: string | undefined },
): void {
  const figures = { itemsCounted: counted, itemsEqual: equal };
  const when = { day: today, at: now, person };
  store.facts.add('stocktakeEnds', { stocktakeId: id, outcome: 'booked', ...figures, ...when, note: note || null });
}

type BookRefusal = Refused<'reason-needed' | 'not-enough-stock' | 'goods-of-cases'>;

/** Goods that are missing are a loss; found ones make it smaller (DESIGN §5). */
function bookDifferences(
  context: ActionContext,
  stocktake: StocktakeRow,
  { different, input }: { readonly different: readonly CountedItem[]; readonly input: Asked },
): BookRefusal | undefined {
  const reasons = new Map(input.reasons?.map((line) => [line.sku, line]));
  let [missingCents, foundCents] = [0, 0];
  for (const item of different) {
    const said = reasons.get(item.sku);
    const reason = reasonOf({ differenceMilli: differenceOf(item), own: said?.reason, forAll: input.reason });
    if (reason === undefined) return refuse('reason-needed', { sku: item.sku });
    const valueCents = bookDifference(context, stocktake, { item, reason, note: said?.note });
    if (valueCents instanceof Refused) return valueCents;
    if (differenceOf(item) < 0) missingCents += valueCents;
    else foundCents += valueCents;
  }
  postEntry(context, {
    kind: 'stock-count',
    document: stocktake.number,
    day: context.today,
    lines: [
      { role: 'loss-on-goods', debitCents: missingCents },
      { role: 'goods', creditCents: missingCents },
      { role: 'goods', debitCents: foundCents },
      { role: 'loss-on-goods', creditCents: foundCents },
    ],
  });
  return undefined;
}

type Difference = {
  readonly item: CountedItem;
  readonly reason: DifferenceReason;
  readonly note: string | undefined;
};

/** Gives what the difference of one item is worth. */
function bookDifference(
  context: ActionContext,
  { id, number, place }: StocktakeRow,
  { item, reason, note }: Difference,
): number | Refused<'not-enough-stock' | 'goods-of-cases'> {
  const { store, today } = context;
  const { productId, sku, countedMilli, bookMilli } = item;
  if (place === 'returns' || place === 'repair') return refuse('goods-of-cases', { sku, place });
  const differenceMilli = differenceOf(item);
  const quantityMilli = Math.abs(differenceMilli);
  const worth = valueOfDifference(context, { productId, place, differenceMilli });
  if (!worth) {
    const have = fromMilli(store.ledgers.balance(productId, place).quantityMilli);
    return refuse('not-enough-stock', { sku, have, asked: fromMilli(quantityMilli) });
  }
  const { valueCents, unknownMilli } = worth;
  const goods = { productId, quantityMilli, unknownMilli, document: number, day: today };
  const here = place as Place;
  const way =
    differenceMilli < 0
      ? { from: here, to: 'difference' as const, fromValueCents: valueCents, toValueCents: 0 }
      : { from: 'difference' as const, to: here, fromValueCents: 0, toValueCents: valueCents };
  moveStock(context, { ...goods, ...way });
  const figures = { countedMilli, bookMilli, unknownMilli, valueCents };
  store.facts.add('stocktakeDifferences', { stocktakeId: id, productId, ...figures, reason, note: note || null });
  return valueCents;
}
