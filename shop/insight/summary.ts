import { daysBetween } from '../../contract/values/days.ts';
import { asCents } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { insightReads } from '../../db/queries/insight.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadHandler } from '../context.ts';
import { cycleOf } from './cycle.ts';

/**
 * A period in figures (PRACTICE §1). What was sold and what came back go by the day of the document; the return rate follows the
 * period's own sales, whenever they came back, so the two are not each other's share.
 */
export const summarise: LongReadHandler<'insight.summary'> = ({ connection, throwIfCancelled }, period) =>
  inSnapshot(connection, () => {
    const reads = insightReads(connection.orm);
    const sold = reads.sold(period);
    throwIfCancelled();
    const returned = reads.returned(period);
    const cycle = cycleOf(
      reads.paidCases(period).map(({ requestedOn: from, paidOn: to }) => daysBetween({ from, to })),
    );
    throwIfCancelled();
    return {
      salesCents: asCents(sold.paidCents),
      unitsSold: fromMilli(sold.quantityMilli),
      returnsCents: asCents(returned.cents),
      unitsReturned: fromMilli(returned.milli),
      returnRate: {
        byQuantity: rate(sold.returnedMilli, sold.quantityMilli),
        byValue: rate(sold.creditedCents, sold.paidCents),
      },
      cycle,
      byReason: reads
        .byReason(period)
        .map(({ milli, cents, ...row }) => ({ ...row, units: fromMilli(milli), valueCents: cents })),
      bySku: reads
        .bySku(period)
        .map(({ milli, cents, ...row }) => ({ ...row, units: fromMilli(milli), valueCents: cents })),
      loss: { ...reads.losses(period) },
    };
  });

/** Nothing sold, nothing returned: a rate of zero. */
function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
