import type { ReadContext } from '../context.ts';
import { afterCredit, creditFor } from '../refunds/amounts.ts';
import { creditWithin, roomOf } from '../refunds/room.ts';

/**
 * What is owed in all for goods that were looked at, and what was credited and not paid out. Fees and freight are settled with each
 * refund and are not in it.
 */
export function toPayCents({ store }: Pick<ReadContext, 'store'>): number {
  type Owed = ReturnType<typeof store.work.owedLines>[number];
  const saleLines = new Map<number, Owed>();
  const limited = new Map<number, typeof creditFor>();
  const creditOf = (saleId: number): typeof creditFor => {
    const known = limited.get(saleId) ?? creditWithin(roomOf({ store }, saleId));
    limited.set(saleId, known);
    return known;
  };
  let cents = store.work.unpaidCents();
  for (const line of store.work.owedLines()) {
    const known = (line.saleLineId === null ? undefined : saleLines.get(line.saleLineId)) ?? line;
    const credit = (line.limitedSaleId === null ? creditFor : creditOf(line.limitedSaleId))(known, line.milli);
    if (line.saleLineId !== null) saleLines.set(line.saleLineId, afterCredit(known, credit));
    cents += credit.cents;
  }
  return cents;
}
