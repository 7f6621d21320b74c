import type { Output } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { OpenReturn } from '../../db/queries/work.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { customerView } from '../sales/customer.ts';
import { nextDayBegins } from './day-end.ts';
import { otherWork } from './others.ts';
import { toPayCents } from './to-pay.ts';

export type WorkItem = Output<'returns.worklist'>['items'][number];
type Next = WorkItem['next'];

/** What is to be done next in each stage that waits for somebody. */
const nextOf: Readonly<Record<string, Next>> = {
  requested: 'review',
  approved: 'receive',
  received: 'inspect',
  inspected: 'refund',
  settled: 'close',
};

/** What stands beside the steps is brought up so long before. */
const withinDays = 14;

/**
 * Goods without a sale have no price that was paid: one is found for them, or a person says what is given. What is to be mended is not
 * paid for until it is known whether it could be.
 */
function nextStep({ stage, saleId, channel, want, valued, inRepair }: OpenReturn): Next {
  const next = nextOf[stage] ?? 'close';
  if (next !== 'refund') return next;
  if (want === 'repair' && inRepair === 1) return 'repair';
  if (saleId !== null || valued === 1) return 'refund';
  return channel === 'counter' ? 'value' : 'match';
}

/** What waits at the desk, the most overdue first; nothing that waits is left out of the totals, however short the list. */
export const worklist: ReadHandler<'returns.worklist'> = (context, { limit = 200, person: whose }) => {
  const { store, now, today, settings } = context;
  const tomorrow = nextDayBegins(settings.timeZone, today);
  const totals = store.work.totals({ now, tomorrow, whose });
  const others = otherWork(context, { withinDays, whose });
  return {
    late: totals.late + others.filter(({ late }) => late).length,
    dueToday: totals.today + others.filter(({ late, dueAt }) => !late && dueAt < tomorrow).length,
    open: totals.open,
    toPayCents: toPayCents(context),
    people: store.work.people(now),
    items: openReturns(context, { limit, whose }),
    others,
  };
};

/** Open returns as the work list shows them. */
export function openReturns(
  { store, now }: ReadContext,
  asked: { readonly limit: number; readonly whose: string | null | undefined },
): WorkItem[] {
  return store.work.open(asked).map((row) => {
    const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
    return {
      returnId: row.returnId,
      number: row.number,
      stage: row.stage as WorkItem['stage'],
      next: nextStep(row),
      ...(customer && { customer }),
      goods: row.goods,
      quantity: fromMilli(row.quantityMilli),
      ...(row.dueAt !== null && { dueAt: row.dueAt }),
      late: row.dueAt !== null && row.dueAt < now,
      ...(row.assignee !== null && { assignee: row.assignee }),
    };
  });
}
