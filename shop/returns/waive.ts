import type { Terms } from '../../contract/api/return-shape.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { approverOf } from '../staff/decider.ts';
import { loadForStep } from './load.ts';
import { takeStepByQuantities } from './steps.ts';
import { viewReturn } from './view.ts';

type Asked = {
  readonly returnId: number;
  readonly lines: readonly { readonly returnLineId: number; readonly quantity: number }[];
  readonly why: string;
  readonly person: string;
};

/** Refund without goods: the units need not come any more, and count as inspected when the return is refunded. */
export const waiveGoods: ActionHandler<'returns.waive'> = (context, { returnId, lines, why, override }) => {
  const found = loadForStep(context, returnId, 'waive');
  if (found instanceof Refused) return found;
  const closed = refuseClosedMonth(context, context.today);
  if (closed) return closed;
  if (!override && !mayKeep(context, returnId)) return refuse('goods-must-come', { number: found.number });
  const person = approverOf(context, returnId);
  if (person instanceof Refused) return person;
  const refused = recordWaivers(context, { returnId, lines, why, person });
  if (refused) return refused;
  takeStepByQuantities(context, found, { step: 'waive', note: override?.note ?? why, person });
  return viewReturn(context, returnId);
};

/** Whether the policy that judged the return lets the customer keep the goods. */
function mayKeep({ store }: ActionContext, returnId: number): boolean {
  const terms = store.returns.byId(returnId)?.verdictTerms ?? null;
  return terms !== null && (JSON.parse(terms) as Terms).withoutGoods;
}

function recordWaivers(
  { store, now }: ActionContext,
  { returnId, lines, why, person }: Asked,
): Refused<'no-such-return-line' | 'over-requested-quantity'> | undefined {
  const left = new Map(store.returns.workLines(returnId).map((line) => [line.id, line]));
  for (const [index, { returnLineId, quantity }] of lines.entries()) {
    const line = left.get(returnLineId);
    if (!line) return refuse('no-such-return-line', { line: index + 1, returnLineId });
    const milli = toMilli(quantity);
    if (line.receivedMilli + milli > line.expectedMilli)
      return refuse('over-requested-quantity', {
        line: index + 1,
        sku: line.sku,
        requested: fromMilli(line.expectedMilli),
        received: fromMilli(line.receivedMilli),
        asked: quantity,
      });
    left.set(returnLineId, { ...line, expectedMilli: line.expectedMilli - milli });
    store.facts.add('waivers', { returnLineId, quantityMilli: milli, why, at: now, person });
  }
  return undefined;
}
