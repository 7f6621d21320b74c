import type { Settings } from '../../contract/api/settings.ts';
import type { Instant } from '../../contract/values/days.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { ReturnHead } from '../../db/queries/returns.ts';
import type { ActionContext } from '../context.ts';
import { assertTransition, type Step, stageOfQuantities } from './stages.ts';

/** The setting that says how long a stage may wait; none where nothing is waited for. */
const waitsFor: Partial<Record<Stage, keyof Settings['dueHours']>> = {
  requested: 'review',
  approved: 'receive',
  received: 'inspect',
  inspected: 'refund',
};

export function dueAt(settings: Settings, stage: Stage, now: Instant): Instant | null {
  const hours = waitsFor[stage];
  return hours ? new Date(Date.parse(now) + settings.dueHours[hours] * 3_600_000).toISOString() : null;
}

export type StepTaken = {
  readonly returnId: number;
  readonly from: Stage;
  readonly step: Step;
  readonly to: Stage;
  readonly note?: string | undefined;
  readonly person?: string | undefined;
};

/** Records a step with who and when. */
export function recordStep(context: ActionContext, { returnId, from, step, to, note, person }: StepTaken): void {
  assertTransition({ from, step, to });
  context.store.facts.add('returnSteps', {
    returnId,
    step,
    fromStage: from,
    toStage: to,
    at: context.now,
    person: person ?? context.person,
    note: note || null,
  });
}

/** Records a step, which moves the return to where it leads, and says how long it may stand there. */
export function takeStep(context: ActionContext, taken: StepTaken): void {
  recordStep(context, taken);
  const { returnId, to } = taken;
  context.store.caches.returns.setDue(returnId, dueAt(context.settings, to, context.now));
}

/** Records a step that leads where the quantities say. */
export function takeStepByQuantities(
  context: ActionContext,
  { id, stage }: ReturnHead,
  { step, note, person }: Pick<StepTaken, 'step' | 'note' | 'person'>,
): void {
  const to = stageOfQuantities(context.store.returns.quantities(id), context.store.refunds.unpaidCents(id));
  takeStep(context, { returnId: id, from: stage as Stage, step, to, note, person });
}
