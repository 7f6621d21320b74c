import type { Output } from '../../contract/api.ts';
import { addDays, type Day, daysBetween } from '../../contract/values/days.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ReadContext, ReadHandler } from '../context.ts';

type Waiting = Output<'claims.waiting'>['items'][number];
type WaitingRow = ReturnType<ReadContext['store']['claims']['waiting']>[number];

/** Goods on the supplier shelf, those waiting longest first. */
export const waitingGoods: ReadHandler<'claims.waiting'> = (context, { supplierId }) => {
  const rows = context.store.claims.waiting();
  const wanted = supplierId === undefined ? rows : rows.filter((row) => row.supplierId === supplierId);
  return { items: wanted.map((row) => viewWaiting(context, row)).sort(byAge) };
};

function byAge(one: Waiting, other: Waiting): number {
  return other.days - one.days || (one.sku < other.sku ? -1 : 1);
}

function viewWaiting({ store, today }: ReadContext, row: WaitingRow): Waiting {
  const since = oldestOf(store.claims.arrivals(row.productId), row.quantityMilli) ?? today;
  const claimBy = row.claimDays === null ? undefined : addDays(since, row.claimDays);
  return {
    sku: row.sku,
    name: row.name,
    ...(row.supplierId !== null && { supplierId: row.supplierId, supplier: row.supplier ?? '' }),
    quantity: fromMilli(row.quantityMilli),
    valueCents: row.valueCents,
    unknownQuantity: fromMilli(row.unknownMilli),
    since,
    days: daysBetween({ from: since, to: today }),
    ...(claimBy !== undefined && { claimBy }),
    overdue: claimBy !== undefined && claimBy < today,
  };
}

/** What came first leaves first: of what is still here, the oldest came with the arrival that makes it up, counted from the newest. */
export function oldestOf(
  newestFirst: readonly { readonly day: Day; readonly quantityMilli: number }[],
  hereMilli: number,
): Day | undefined {
  let countedMilli = 0;
  for (const { day, quantityMilli } of newestFirst) {
    countedMilli += quantityMilli;
    if (countedMilli >= hereMilli) return day;
  }
  return newestFirst.at(-1)?.day;
}
