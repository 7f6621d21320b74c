import type { Verdict } from '../../contract/api/return-shape.ts';
import type { Customer } from '../../contract/api/sales.ts';
import type { Day } from '../../contract/values/days.ts';
import type { Channel, Want } from '../../contract/values/words.ts';
import type { SaleRow } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { judgeCase } from '../policy/verdict.ts';
import { Refused, refuse } from '../refused.ts';
import { type AskedLine, type LineRefusal, type PlannedLine, planLines } from './plan-lines.ts';

export type Asked = {
  readonly saleId?: number | undefined;
  readonly day?: Day | undefined;
  /** The day the customer signed for the goods; the sale's own when left out. */
  readonly signedOn?: Day | undefined;
  readonly channel?: Channel | undefined;
  readonly want?: Want | undefined;
  readonly customer?: Customer | string | undefined;
  readonly lines: readonly AskedLine[];
};

/** A return that may be opened: what it points to, and what the policy says. */
export type Plan = {
  readonly day: Day;
  readonly sale: SaleRow | undefined;
  readonly lines: readonly PlannedLine[];
  readonly verdict: Verdict;
  /** The policy that judged it; absent while the settings do. */
  readonly policyId: number | undefined;
};

export type PlanRefusal = LineRefusal | 'no-such-sale' | 'return-before-sale' | 'day-in-future' | 'month-closed';

/**
 * Finds what the lines point to and judges them; writes nothing. Refuses what can never be right: other sales' lines, more units
 * than were sold (DESIGN §6 rule 1), a day before the sale (rule 10) or in the future, unknown reasons.
 */
export function planReturn(context: ReadContext, asked: Asked): Plan | Refused<PlanRefusal> {
  const day = asked.day ?? context.today;
  if (day > context.today) return refuse('day-in-future', { day, today: context.today });
  if (asked.signedOn !== undefined && asked.signedOn > context.today)
    return refuse('day-in-future', { day: asked.signedOn, today: context.today });
  const closed = refuseClosedMonth(context, day);
  if (closed) return closed;
  const sale = saleOf(context, asked);
  if (sale instanceof Refused) return sale;
  if (sale && day < sale.day) return refuse('return-before-sale', { soldOn: sale.day, returnedOn: day });

  return planOn(context, { asked, sale, day });
}

type PlanOn = {
  readonly asked: Asked;
  readonly sale: SaleRow | undefined;
  readonly day: Day;
  /** Goods that came by themselves: nobody was asked why. */
  readonly unasked?: boolean;
};

/** The same for a day and a sale that are known to be right. */
export function planOn(
  context: ReadContext,
  { asked, sale, day, unasked = false }: PlanOn,
): Plan | Refused<LineRefusal> {
  const saleLines = sale ? context.store.sales.lines(sale.id) : [];
  const lines = planLines(context, { asked: asked.lines, saleLines, unasked });
  if (lines instanceof Refused) return lines;
  const { want, signedOn, customer } = asked;
  const { verdict, policyId } = judgeCase(context, { day, want, signedOn, customer, sale, saleLines, lines });
  return { day, sale, lines, verdict, policyId };
}

function saleOf(
  { store }: ReadContext,
  { saleId, lines }: Asked,
): SaleRow | undefined | Refused<'no-such-sale' | 'no-such-sale-line'> {
  if (saleId !== undefined) return store.sales.byId(saleId) ?? refuse('no-such-sale', { sale: String(saleId) });
  const index = lines.findIndex((line) => line.saleLineId !== undefined);
  const saleLineId = lines[index]?.saleLineId;
  if (saleLineId === undefined) return undefined;
  const found = store.sales.saleOfLine(saleLineId);
  if (found === undefined) return refuse('no-such-sale-line', { line: index + 1, saleLineId });
  return store.sales.byId(found);
}
