import type { SaleMoney } from '../../db/queries/sale-news.ts';
import type { ReadStore } from '../../db/store.ts';
import type { ReadContext } from '../context.ts';
import { type Credit, type Creditable, creditFor } from './amounts.ts';

/** What of a sale can still be given back: what its platform or till has given back elsewhere is gone. Only then is there a limit beside the lines'. */
export function leftToGiveBack({ totalCents, refundedCents, creditedCents }: SaleMoney): number {
  return refundedCents === 0 ? Number.POSITIVE_INFINITY : Math.max(0, totalCents - refundedCents - creditedCents);
}

/** What of a sale can still be given back here, goods and delivery together. */
export function roomOf({ store }: Pick<ReadContext, 'store'>, saleId: number | null | undefined): number {
  if (saleId === null || saleId === undefined) return Number.POSITIVE_INFINITY;
  const left = leftToGiveBack(store.saleNews.money(saleId));
  if (left === Number.POSITIVE_INFINITY) return left;
  return Math.max(0, left - deliveryGiven(store, saleId));
}

/** What of the delivery charge went back with the returns of a sale. */
export function deliveryGiven(store: ReadStore, saleId: number): number {
  const given = store.settlements.extrasOfSale(saleId).filter(({ kind }) => kind === 'delivery');
  return given.reduce((sum, { cents }) => sum + cents, 0);
}

/** Credits one after another, never beyond the room there is for all of them. */
export function creditWithin(roomCents: number): (line: Creditable, milli: number) => Credit {
  let left = roomCents;
  return (line, milli) => {
    const credit = creditFor(line, milli);
    const cents = Math.min(credit.cents, left);
    left -= cents;
    return { milli, cents, taxCents: Math.min(credit.taxCents, cents) };
  };
}
