import type { Output, ParsedInput } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import { Refused } from '../refused.ts';
import { customerIdOf } from '../sales/customer.ts';
import { type Plan, type PlannedLine, planReturn } from './plan.ts';
import { firstStage } from './stages.ts';
import { dueAt, recordStep } from './steps.ts';

type Opening = Pick<ParsedInput<'returns.open'>, 'customer' | 'channel' | 'want'>;

/** Opens a return: claims the units, freezes the verdict, and approves at once what the policy accepts. */
export const openReturn: ActionHandler<'returns.open'> = (context, input) => {
  const plan = planReturn(context, input);
  return plan instanceof Refused ? plan : openPlanned(context, plan, input);
};

export function openPlanned(context: ActionContext, plan: Plan, opening: Opening): Output<'returns.open'> {
  const { facts } = context.store;
  const stage: Stage = plan.verdict.outcome === 'accept' ? 'approved' : 'requested';
  const number = nextNumber(context, 'R', plan.day);
  const returnId = facts.add('returns', {
    number,
    origin: 'desk',
    saleId: plan.sale?.id ?? null,
    customerId: customerIdOf(context, opening.customer) ?? plan.sale?.customerId ?? null,
    channel: opening.channel,
    want: opening.want,
    day: plan.day,
    openedAt: context.now,
    verdictOutcome: plan.verdict.outcome,
    verdictRules: JSON.stringify(plan.verdict.rules),
    stage: firstStage,
    dueAt: dueAt(context.settings, stage, context.now),
  });
  const lines = plan.lines.map((line) => addLine(context, returnId, line));
  recordStep(context, { returnId, from: firstStage, step: 'request', to: 'requested' });
  if (stage === 'approved')
    recordStep(context, { returnId, from: 'requested', step: 'approve', to: stage, person: 'policy' });
  return { returnId, number, stage, verdict: plan.verdict, lines };
}

function addLine(context: ActionContext, returnId: number, line: PlannedLine) {
  const { facts } = context.store;
  const returnLineId = facts.add('returnLines', {
    returnId,
    lineNo: line.line,
    productId: line.productId,
    reason: line.reason,
    note: line.note,
    requestedMilli: line.milli,
  });
  if (line.saleLine)
    facts.add('returnLinks', { returnLineId, saleLineId: line.saleLine.id, quantityMilli: line.milli });
  return { returnLineId, sku: line.sku, quantity: fromMilli(line.milli) };
}
