import type { Quote } from '../../contract/api/refunds.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { SaleTenderRow, SaleWorkLine } from '../../db/queries/sales.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { afterCredit, type Credit, creditFor } from './amounts.ts';
import { tenderLimits } from './tenders.ts';

export type QuotedLine = { readonly line: WorkLine; readonly saleLine: SaleWorkLine; readonly credit: Credit };

export type Payable = {
  readonly lines: readonly QuotedLine[];
  readonly creditCents: number;
  readonly unpaidCents: number;
  readonly totalCents: number;
  readonly originals: readonly SaleTenderRow[];
};

/**
 * What is owed now: units inspected, not sent back, not credited yet, and what was credited before and voided. Goods without a
 * sale have no price that was really paid, so nothing is owed for them here.
 */
export function payableOf({ store }: Pick<ReadContext, 'store'>, row: Pick<ReturnHead, 'id' | 'saleId'>): Payable {
  const saleLines = new Map(
    (row.saleId === null ? [] : store.sales.workLines(row.saleId)).map((line) => [line.id, line]),
  );
  const lines: QuotedLine[] = [];
  for (const line of store.returns.workLines(row.id)) {
    const milli = line.inspectedMilli - line.sentBackMilli - line.creditedMilli;
    const saleLine = line.saleLineId === null ? undefined : saleLines.get(line.saleLineId);
    if (milli <= 0 || !saleLine) continue;
    const credit = creditFor(saleLine, milli);
    saleLines.set(saleLine.id, afterCredit(saleLine, credit));
    lines.push({ line, saleLine, credit });
  }
  const creditCents = lines.reduce((sum, { credit }) => sum + credit.cents, 0);
  const unpaid = store.refunds.unpaidCents(row.id);
  const originals = row.saleId === null ? [] : store.sales.tenders(row.saleId);
  return { lines, creditCents, unpaidCents: unpaid, totalCents: creditCents + unpaid, originals };
}

/** The policy of this version keeps no fee and gives back no delivery charge: both are nought in every quote. */
export const quoteRefund: ReadHandler<'refunds.quote'> = (
  context,
  { returnId },
): Quote | ReturnType<typeof noReturn> => {
  const row = context.store.returns.byId(returnId);
  if (!row) return noReturn(returnId);
  const payable = payableOf(context, row);
  return {
    lines: payable.lines.map(({ line, credit }) => ({
      returnLineId: line.id,
      quantity: fromMilli(credit.milli),
      goodsCents: credit.cents - credit.taxCents,
      taxCents: credit.taxCents,
      feeCents: 0,
    })),
    deliveryCents: 0,
    unpaidCents: payable.unpaidCents,
    totalCents: payable.totalCents,
    tenders: tenderLimits(payable.totalCents, payable.originals, context.settings.fallbackTenders),
  };
};

const noReturn = (returnId: number) => refuse('no-such-return', { return: String(returnId) });
