import { amountAt, asPriceE4, currencyDigits, parsePrice } from '../../contract/values/money.ts';
import { type Place, physicalPlaces } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { refuse } from '../refused.ts';
import { revalue } from './move.ts';

/**
 * Sets the cost nobody knew: every unknown unit in stock is given its value by a revaluation, and write-downs that were noted while the
 * cost was unknown are taken off at once. An item whose cost is known is not revalued here.
 */
export const setCost: ActionHandler<'stock.setCost'> = (context, { sku, unitCost }) => {
  const { store, settings, today } = context;
  const product = store.catalog.product(sku);
  if (!product) return refuse('no-such-product', { sku });
  if (product.costE4 !== null) return refuse('cost-already-known', { sku });
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;

  const costE4 = parsePrice(unitCost) ?? asPriceE4(Number.NaN);
  const worthOf = (milli: number): number => amountAt(costE4, milli, currencyDigits(settings.currency));
  const waiting = revalueWaiting(context, product.id, worthOf);
  const graded = revalueGraded(context, product.id, worthOf);
  const places = [waiting, ...graded].filter(({ knownMilli }) => knownMilli > 0);
  for (const place of places) revalue(context, { ...place, productId: product.id, document: sku, day: today });
  const revaluedCents = places.reduce((sum, { valueCents }) => sum + valueCents, 0);
  store.caches.catalog.setCost(product.id, costE4);
  postEntry(context, {
    kind: 'cost-set',
    document: sku,
    day: today,
    lines: [
      { role: 'goods', debitCents: revaluedCents },
      { role: 'cost-of-sales', creditCents: revaluedCents },
    ],
  });
  return { sku, revaluedCents };
};

type Revalued = { readonly place: Place; readonly knownMilli: number; readonly valueCents: number };
type WorthOf = (milli: number) => number;

/** Units in the returns area belong to lines, which carry their value until they are graded. */
function revalueWaiting({ store }: ActionContext, productId: number, worthOf: WorthOf): Revalued {
  let [knownMilli, valueCents] = [0, 0];
  for (const line of store.returns.linesOfUnknownCost(productId)) {
    const lineCents = worthOf(line.unknownMilli);
    store.facts.add('lineRevaluations', {
      returnLineId: line.id,
      knownMilli: line.unknownMilli,
      valueCents: lineCents,
    });
    knownMilli += line.unknownMilli;
    valueCents += lineCents;
  }
  return { place: 'returns', knownMilli, valueCents };
}

/** Units graded already are together in their places, less the write-downs that waited for the cost. */
function revalueGraded({ store }: ActionContext, productId: number, worthOf: WorthOf): Revalued[] {
  let writeDownsCents = store.returns.unpostedWriteDowns(productId);
  return physicalPlaces
    .filter((place) => place !== 'returns')
    .map((place) => {
      const { unknownMilli: knownMilli } = store.ledgers.balance(productId, place);
      const fullCents = worthOf(knownMilli);
      const takenCents = Math.min(writeDownsCents, fullCents);
      writeDownsCents -= takenCents;
      return { place, knownMilli, valueCents: fullCents - takenCents };
    });
}
