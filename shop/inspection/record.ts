import type { ActionContext, ActionHandler } from '../context.ts';
import { type EntryLine, postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { waitForBench } from '../repair/on-bench.ts';
import { loadForStep } from '../returns/load.ts';
import { takeStepByQuantities } from '../returns/steps.ts';
import { viewReturn } from '../returns/view.ts';
import { type GradedLine, gradeUnits } from './grade.ts';

type InspectRefusal =
  | 'no-such-return'
  | 'wrong-stage'
  | 'not-received'
  | 'no-such-return-line'
  | 'over-received-quantity'
  | 'over-value'
  | 'check-needs-note'
  | 'name-used'
  | 'month-closed';

/** Grades received units, moves them where they go and posts what they lose. */
export const recordInspection: ActionHandler<'inspection.record'> = (context, { returnId, lines }) =>
  inspectLines(context, returnId, lines) ?? viewReturn(context, returnId);

/** The same without the view at the end; gives the refusal, or nothing when it is done. */
export function inspectLines(
  context: ActionContext,
  returnId: number,
  graded: readonly GradedLine[],
): Refused<InspectRefusal> | undefined {
  const found = loadForStep(context, returnId, 'inspect');
  if (found instanceof Refused) return notReceivedYet(context, returnId) ?? found;
  const closed = refuseClosedMonth(context, context.today);
  if (closed) return closed;

  const lines = new Map(context.store.returns.workLines(returnId).map((line) => [line.id, line]));
  const entry: EntryLine[] = [];
  for (const [index, grading] of graded.entries()) {
    const line = lines.get(grading.returnLineId);
    if (!line) return refuse('no-such-return-line', { line: index + 1, returnLineId: grading.returnLineId });
    const done = gradeUnits(context, { found, line, grading, number: index + 1 });
    if (done instanceof Refused) return done;
    entry.push(...done.entry);
    lines.set(line.id, done.line);
  }
  postEntry(context, { kind: 'grading', document: found.number, day: context.today, lines: entry });
  takeStepByQuantities(context, found, { step: 'inspect' });
  waitForBench(context, found);
  return undefined;
}

function notReceivedYet(context: ActionContext, returnId: number): Refused<'not-received'> | undefined {
  const found = context.store.returns.head(returnId);
  if (!found || (found.stage !== 'requested' && found.stage !== 'approved')) return undefined;
  return refuse('not-received', { number: found.number });
}
