import { amountAt, currencyDigits } from '../../contract/values/money.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { SaleWorkLine } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';

export type Cost = { readonly valueCents: number; readonly source: 'recorded' | 'average' | 'set' | 'unknown' };

type CostedSaleLine = Pick<SaleWorkLine, 'id' | 'quantityMilli' | 'costCents'>;

/**
 * The cost at which returned units come back (DESIGN §5): the sale line's recorded cost, else the item's average in stock, else the
 * cost somebody set; else unknown, at zero. Shares of a recorded cost are taken along the line, so that they add back to it.
 */
export function costOfReturned(
  { store, settings }: ReadContext,
  { productId, saleLine, milli }: { productId: number; saleLine: CostedSaleLine | undefined; milli: number },
): Cost {
  if (saleLine && saleLine.costCents !== null) {
    const before = Math.min(store.returns.receivedOfSaleLine(saleLine.id), saleLine.quantityMilli - milli);
    return { valueCents: recordedShare(saleLine.costCents, saleLine.quantityMilli, before, milli), source: 'recorded' };
  }
  const stock = store.ledgers.physical(productId);
  const knownMilli = stock.quantityMilli - stock.unknownMilli;
  if (knownMilli > 0) return { valueCents: shareOf(stock.valueCents, milli, knownMilli), source: 'average' };
  const costE4 = store.catalog.productById(productId)?.costE4 ?? null;
  if (costE4 === null) return { valueCents: 0, source: 'unknown' };
  return { valueCents: amountAt(costE4, milli, currencyDigits(settings.currency)), source: 'set' };
}

function recordedShare(costCents: number, ofMilli: number, beforeMilli: number, milli: number): number {
  return shareOf(costCents, beforeMilli + milli, ofMilli) - shareOf(costCents, beforeMilli, ofMilli);
}
