import { amountAt, asPriceE4, currencyDigits, parsePrice } from '../../contract/values/money.ts';
import { type Place, physicalPlaces } from '../../contract/values/words.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { refuse } from '../refused.ts';
import { revalue } from './move.ts';

/**
 * Sets the cost nobody knew: every unknown unit in stock is given its value by a revaluation, and write-downs that were noted while the
 * cost was unknown are taken off at once. An item and its opened twins were bought as the same, so their cost is set together. An item
 * whose cost is known is not revalued here.
 */
export const setCost: ActionHandler<'stock.setCost'> = (context, { sku, unitCost }) => {
  const { store, settings, today } = context;
  const product = productOfCode(context, sku);
  if (!product) return refuse('no-such-product', { sku });
  if (product.costE4 !== null) return refuse('cost-already-known', { sku });
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;

  const costE4 = parsePrice(unitCost) ?? asPriceE4(Number.NaN);
  const worthOf = (milli: number): number => amountAt(costE4, milli, currencyDigits(settings.currency));
  const family = familyOf(context, product).filter(({ costE4: known }) => known === null);
  let writeDownsCents = family.reduce((sum, { id }) => sum + store.returns.unpostedWriteDowns(id), 0);
  let revaluedCents = 0;
  for (const member of family) {
    const graded = revalueGraded(context, member.id, { worthOf, writeDownsCents });
    writeDownsCents = graded.leftCents;
    const places = [revalueWaiting(context, member.id, worthOf), ...graded.places];
    revaluedCents += postRevalued(context, member, places);
    store.caches.catalog.setCost(member.id, costE4);
  }
  return { sku, revaluedCents };
};

/** Writes the new value of an item's places under its code; gives what they have gained. */
function postRevalued(context: ActionContext, { id, sku }: ProductRow, places: readonly Revalued[]): number {
  const { today } = context;
  const gained = places.filter(({ knownMilli }) => knownMilli > 0);
  for (const place of gained) revalue(context, { ...place, productId: id, document: sku, day: today });
  const cents = gained.reduce((sum, { valueCents }) => sum + valueCents, 0);
  postEntry(context, {
    kind: 'cost-set',
    document: sku,
    day: today,
    lines: [
      { role: 'goods', debitCents: cents },
      { role: 'cost-of-sales', creditCents: cents },
    ],
  });
  return cents;
}

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
function revalueGraded(
  { store }: ActionContext,
  productId: number,
  { worthOf, writeDownsCents }: { readonly worthOf: WorthOf; readonly writeDownsCents: number },
): { readonly places: readonly Revalued[]; readonly leftCents: number } {
  let leftCents = writeDownsCents;
  const places = physicalPlaces
    .filter((place) => place !== 'returns')
    .map((place) => {
      const { unknownMilli: knownMilli } = store.ledgers.balance(productId, place);
      const fullCents = worthOf(knownMilli);
      const takenCents = Math.min(leftCents, fullCents);
      leftCents -= takenCents;
      return { place, knownMilli, valueCents: fullCents - takenCents };
    });
  return { places, leftCents };
}

/** An item, what it was bought as, and its opened twins. */
function familyOf({ store }: ActionContext, product: ProductRow): readonly ProductRow[] {
  const origin = product.twinOf === null ? product : (store.catalog.productById(product.twinOf) ?? product);
  return [origin, ...store.inspection.twins(origin.id)];
}
