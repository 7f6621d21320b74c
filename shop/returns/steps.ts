import type { Settings } from '../../contract/api/settings.ts';
import type { Instant } from '../../contract/values/days.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
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
  readonly person?: string;
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

/** Records a step and moves the return to where it leads. */
export function takeStep(context: ActionContext, taken: StepTaken): void {
  recordStep(context, taken);
  const { returnId, to } = taken;
  context.store.caches.returns.setStage(returnId, { stage: to, dueAt: dueAt(context.settings, to, context.now) });
}

/** Records a step that leads where the quantities say. */
export function takeStepByQuantities(
  context: ActionContext,
  { id, stage }: ReturnHead,
  { step, note }: { step: Step; note?: string | undefined },
): void {
  const to = stageOfQuantities(context.store.returns.quantities(id), context.store.refunds.unpaidCents(id));
  takeStep(context, { returnId: id, from: stage as Stage, step, to, note });
}

/** Gives units of a line free, so that they can be returned again. */
export function releaseUnits(context: ActionContext, line: WorkLine, milli: number): void {
  if (line.saleLineId === null || milli === 0) return;
  context.store.caches.returns.release(line.id, milli);
  context.store.caches.sales.claim(line.saleLineId, -milli);
}
