import type { Output } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { dayIn } from '../clock.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { payableOf } from '../refunds/quote.ts';
import { customerView } from '../sales/customer.ts';

type Next = Output<'returns.worklist'>['items'][number]['next'];

/** What is to be done next in each stage that waits for somebody. */
const nextOf: Readonly<Record<string, Next>> = {
  requested: 'review',
  approved: 'receive',
  received: 'inspect',
  inspected: 'refund',
  settled: 'close',
};

/** Goods without a sale have no price that was paid: nothing can be refunded for them, so they are closed. */
function nextStep({ stage, saleId }: { stage: string; saleId: number | null }): Next {
  const next = nextOf[stage] ?? 'close';
  return next === 'refund' && saleId === null ? 'close' : next;
}

/** Every open return, the most overdue first; nothing that waits is left out of the totals, however short the list. */
export const worklist: ReadHandler<'returns.worklist'> = (context, { limit = 200 }) => {
  const rows = context.store.search.openReturns();
  const isLate = ({ dueAt }: { dueAt: string | null }): boolean => dueAt !== null && dueAt < context.now;
  const isToday = ({ dueAt }: { dueAt: string | null }): boolean =>
    dueAt !== null && dayIn(context.settings.timeZone, dueAt) === context.today;
  return {
    late: rows.filter(isLate).length,
    dueToday: rows.filter((row) => !isLate(row) && isToday(row)).length,
    open: rows.length,
    toPayCents: toPay(context, rows),
    items: rows.slice(0, limit).map((row) => {
      const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
      return {
        returnId: row.returnId,
        number: row.number,
        stage: row.stage as Output<'returns.worklist'>['items'][number]['stage'],
        next: nextStep(row),
        ...(customer && { customer }),
        goods: row.goods,
        quantity: fromMilli(row.quantityMilli),
        ...(row.dueAt !== null && { dueAt: row.dueAt }),
        late: isLate(row),
      };
    }),
  };
};

function toPay(
  context: ReadContext,
  rows: readonly { returnId: number; saleId: number | null; stage: string }[],
): number {
  return rows
    .filter(({ stage }) => stage === 'inspected' || stage === 'received')
    .reduce((sum, { returnId, saleId }) => sum + payableOf(context, { id: returnId, saleId }).totalCents, 0);
}
