import type { Channel, Want } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { customerIdOf } from '../sales/customer.ts';
import { addReturn } from './open.ts';
import { planOn } from './plan.ts';
import type { AskedLine, LineRefusal } from './plan-lines.ts';
import { type ReceiveRefusal, receiveLines } from './receive-lines.ts';
import { firstStage } from './stages.ts';
import { dueAt, recordStep } from './steps.ts';
import { viewReturn } from './view.ts';

export type Arrival = {
  readonly day: string;
  readonly channel: Channel;
  readonly want: Want;
  readonly customerId: number | null;
  readonly parentId: number | null;
  readonly courier?: string | undefined;
  readonly waybill?: string | undefined;
  readonly freightCents?: number | undefined;
  readonly lines: readonly AskedLine[];
};

/** A parcel without a known order: nobody is asked, the goods are here. Nothing is owed for them until a sale or a value is found. */
export const arriveReturn: ActionHandler<'returns.arrive'> = (context, input) => {
  const day = input.day ?? context.today;
  if (day > context.today) return refuse('day-in-future', { day, today: context.today });
  const closed = refuseClosedMonth(context, day) ?? refuseClosedMonth(context, context.today);
  if (closed) return closed;
  const { parentId = null } = input;
  if (parentId !== null && !context.store.returns.head(parentId))
    return refuse('no-such-return', { return: String(parentId) });
  const returnId = takeIn(context, {
    ...input,
    day,
    want: input.want ?? 'refund',
    customerId: customerIdOf(context, input.customer),
    parentId,
    lines: input.lines.map((line) => ({ ...line, reason: line.reason ?? 'other' })),
  });
  if (returnId instanceof Refused) return onlyOfArrival(returnId);
  return viewReturn(context, returnId);
};

/** Opens a return for goods that lie here already, and receives them. Gives its id. */
export function takeIn(context: ActionContext, arrival: Arrival): number | Refused<LineRefusal | ReceiveRefusal> {
  const plan = planOn(context, { asked: arrival, sale: undefined, day: arrival.day, unasked: true });
  if (plan instanceof Refused) return plan;
  const due = dueAt(context.settings, 'approved', context.now);
  const { returnId, lines } = addReturn(context, plan, { ...arrival, dueAt: due });
  recordStep(context, { returnId, from: firstStage, step: 'request', to: 'requested' });
  recordStep(context, { returnId, from: 'requested', step: 'arrive', to: 'approved' });
  return receiveLines(context, returnId, lines) ?? returnId;
}

type ArrivalRefusal =
  | 'serial-not-sold'
  | 'serial-back-already'
  | 'one-line-per-serial'
  | 'serial-needed'
  | 'no-such-product'
  | 'no-such-reason'
  | 'month-closed';
const ofArrival: readonly string[] = [
  'serial-not-sold',
  'serial-back-already',
  'one-line-per-serial',
  'serial-needed',
  'no-such-product',
  'no-such-reason',
  'month-closed',
] satisfies ArrivalRefusal[];

/** A return without a sale that was approved just now can be refused for nothing else; meeting it is a bug. */
export function onlyOfArrival(refused: Refused): Refused<ArrivalRefusal> {
  if (ofArrival.includes(refused.code)) return refused as unknown as Refused<ArrivalRefusal>;
  throw new Error(`an arrival was refused half-way: ${refused.code} ${JSON.stringify(refused.data)}`);
}
