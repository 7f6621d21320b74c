import type { Return } from '../../contract/api/return-shape.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { payableOf } from '../refunds/payable.ts';
import { Refused, refuse } from '../refused.ts';
import { milliOnBench } from '../repair/on-bench.ts';
import { approverOf } from '../staff/decider.ts';
import { loadForStep } from './load.ts';
import type { Step } from './stages.ts';
import { takeStep } from './steps.ts';
import { recordValues } from './value.ts';
import { viewReturn } from './view.ts';

type Decision = {
  readonly returnId: number;
  readonly step: Step;
  readonly to: Stage;
  readonly note?: string | undefined;
  readonly person?: string | undefined;
};

/** One step without goods or money; where it ends the return, SQL gives the units free that will not come after all. */
function decide(
  context: ActionContext,
  { returnId, step, to, note, person }: Decision,
): Return | Refused<'no-such-return' | 'wrong-stage'> {
  const found = loadForStep(context, returnId, step);
  if (found instanceof Refused) return found;
  takeStep(context, { returnId, from: found.stage as Stage, step, to, note, person });
  return viewReturn(context, returnId);
}

/** Against the policy's no, and where a person says what is given, the note says why. */
export const approveReturn: ActionHandler<'returns.approve'> = (context, { returnId, note, values = [] }) => {
  const found = loadForStep(context, returnId, 'approve');
  if (found instanceof Refused) return found;
  const overrides = context.store.returns.byId(returnId)?.verdictOutcome === 'reject';
  if ((overrides || values.length > 0) && !note) return refuse('approval-needs-note', { number: found.number });
  const person = approverOf(context, returnId);
  if (person instanceof Refused) return person;
  const refused = values.length > 0 ? recordValues(context, returnId, { values, why: note ?? '', person }) : undefined;
  return refused ?? decide(context, { returnId, step: 'approve', to: 'approved', note, person });
};

export const rejectReturn: ActionHandler<'returns.reject'> = (context, { returnId, why }) =>
  decide(context, { returnId, step: 'reject', to: 'rejected', note: why });

export const cancelReturn: ActionHandler<'returns.cancel'> = (context, { returnId, why }) =>
  decide(context, { returnId, step: 'cancel', to: 'cancelled', note: why });

/** What is owed is paid first: a closed return cannot be refunded any more. */
export const closeReturn: ActionHandler<'returns.close'> = (context, { returnId, note }) => {
  const found = loadForStep(context, returnId, 'close');
  if (found instanceof Refused) return found;
  // Goods on the bench still wait for how they end.
  if (payableOf(context, found).totalCents > 0 || milliOnBench(context, found).size > 0)
    return refuse('wrong-stage', { stage: found.stage as Stage, step: 'close' });
  return decide(context, { returnId, step: 'close', to: 'closed', note });
};
