import type { Output, ParsedInput } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import { Refused } from '../refused.ts';
import { customerIdOf } from '../sales/customer.ts';
import { type Plan, planReturn } from './plan.ts';
import type { PlannedLine } from './plan-lines.ts';
import { firstStage } from './stages.ts';
import { dueAt, recordStep } from './steps.ts';

type Opening = Pick<
  ParsedInput<'returns.open'>,
  'customer' | 'channel' | 'want' | 'signedOn' | 'visit' | 'courier' | 'waybill' | 'freightCents'
> & {
  /** What the platform it was announced on calls it. */
  readonly reference?: string;
};

/** Opens a return: claims the units, freezes the verdict, and approves at once what the policy accepts. */
export const openReturn: ActionHandler<'returns.open'> = (context, input) => {
  const plan = planReturn(context, input);
  return plan instanceof Refused ? plan : openPlanned(context, plan, input);
};

export function openPlanned(context: ActionContext, plan: Plan, opening: Opening): Output<'returns.open'> {
  const stage: Stage = plan.verdict.outcome === 'accept' ? 'approved' : 'requested';
  const customerId = customerIdOf(context, opening.customer) ?? plan.sale?.customerId ?? null;
  const due = dueAt(context.settings, stage, context.now);
  const added = addReturn(context, plan, { ...opening, customerId, parentId: null, dueAt: due });
  const { returnId } = added;
  recordStep(context, { returnId, from: firstStage, step: 'request', to: 'requested' });
  if (stage === 'approved')
    recordStep(context, { returnId, from: 'requested', step: 'approve', to: stage, person: 'policy' });
  return { ...added, stage, verdict: plan.verdict };
}

type Header = Omit<Opening, 'customer'> & {
  readonly customerId: number | null;
  readonly parentId: number | null;
  readonly dueAt: string | null;
};

/** Writes a return with its lines, before its first step. */
export function addReturn(
  context: ActionContext,
  { day, sale, lines, verdict, policyId }: Plan,
  header: Header,
): Pick<Output<'returns.open'>, 'returnId' | 'number' | 'lines'> {
  const number = nextNumber(context, 'R', day);
  const returnId = context.store.facts.add('returns', {
    number,
    origin: 'desk',
    saleId: sale?.id ?? null,
    customerId: header.customerId,
    channel: header.channel,
    want: header.want,
    day,
    openedAt: context.now,
    verdictOutcome: verdict.outcome,
    verdictRules: JSON.stringify(verdict.rules),
    verdictTerms: JSON.stringify(verdict.terms),
    policyId: policyId ?? null,
    stage: firstStage,
    dueAt: header.dueAt,
    signedOn: header.signedOn ?? null,
    visit: header.visit ?? null,
    parentId: header.parentId,
    courier: header.courier || null,
    waybill: header.waybill || null,
    freightCents: header.freightCents ?? null,
    reference: header.reference ?? null,
  });
  return { returnId, number, lines: lines.map((line) => addLine(context, returnId, line)) };
}

function addLine(context: ActionContext, returnId: number, line: PlannedLine) {
  const { facts } = context.store;
  const { productId, reason, note, condition, serial, batch } = line;
  const returnLineId = facts.add('returnLines', {
    returnId,
    lineNo: line.line,
    productId,
    reason,
    note,
    requestedMilli: line.milli,
    condition,
    missing: line.missing.length > 0 ? JSON.stringify(line.missing) : null,
    serial,
    batch,
  });
  if (line.saleLine)
    facts.add('returnLinks', { returnLineId, saleLineId: line.saleLine.id, quantityMilli: line.milli });
  return { returnLineId, sku: line.sku, quantity: fromMilli(line.milli) };
}
