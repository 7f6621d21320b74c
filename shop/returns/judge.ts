import type { ReadHandler } from '../context.ts';
import { afterCredit, creditFor } from '../refunds/amounts.ts';
import { tenderLimits } from '../refunds/tenders.ts';
import { Refused } from '../refused.ts';
import { planReturn } from './plan.ts';

/** The verdict and the money of a return that is being typed, as if it were taken in and credited now. */
export const judgeReturn: ReadHandler<'returns.judge'> = (context, input) => {
  const plan = planReturn(context, input);
  if (plan instanceof Refused) return plan;
  const after = new Map(plan.lines.flatMap(({ saleLine }) => (saleLine ? [[saleLine.id, saleLine] as const] : [])));
  const lines = plan.lines.map(({ saleLine, milli }) => {
    const line = saleLine && after.get(saleLine.id);
    if (!line) return { goodsCents: 0, taxCents: 0 };
    const credit = creditFor(line, Math.min(milli, line.quantityMilli - line.creditedMilli));
    after.set(line.id, afterCredit(line, credit));
    return { saleLineId: line.id, goodsCents: credit.cents - credit.taxCents, taxCents: credit.taxCents };
  });
  const totalCents = lines.reduce((sum, line) => sum + line.goodsCents + line.taxCents, 0);
  const originals = plan.sale ? context.store.sales.tenders(plan.sale.id) : [];
  return {
    verdict: plan.verdict,
    lines,
    totalCents,
    tenders: tenderLimits(totalCents, originals, context.settings.fallbackTenders),
  };
};
