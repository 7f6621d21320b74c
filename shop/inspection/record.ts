import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Disposition, Place } from '../../contract/values/words.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { type EntryLine, postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { loadForStep } from '../returns/load.ts';
import { takeStepByQuantities } from '../returns/steps.ts';
import { viewReturn } from '../returns/view.ts';
import { moveStock } from '../stock/move.ts';
import { gradingEntry } from './entries.ts';

export type GradedLine = {
  readonly returnLineId: number;
  readonly quantity: number;
  readonly grade: string;
  readonly disposition: Disposition;
  readonly note?: string | undefined;
  readonly writeDownCents?: number | undefined;
};
type InspectRefusal =
  | 'no-such-return'
  | 'wrong-stage'
  | 'not-received'
  | 'no-such-return-line'
  | 'over-received-quantity'
  | 'over-value'
  | 'month-closed';

/** Where each disposition takes the goods. */
const placeOf: Record<Disposition, Place> = {
  resell: 'shelf',
  repair: 'repair',
  scrap: 'scrapped',
  supplier: 'supplier-shelf',
  'send-back': 'customer',
};

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
  return undefined;
}

function notReceivedYet(context: ActionContext, returnId: number): Refused<'not-received'> | undefined {
  const found = context.store.returns.head(returnId);
  if (!found || (found.stage !== 'requested' && found.stage !== 'approved')) return undefined;
  return refuse('not-received', { number: found.number });
}

type ToGrade = {
  readonly found: ReturnHead;
  readonly line: WorkLine;
  readonly grading: GradedLine;
  readonly number: number;
};

/** Grades some units of a line; gives the entry's lines and the line as it is afterwards. */
function gradeUnits(
  context: ActionContext,
  { found, line, grading, number }: ToGrade,
): { entry: readonly EntryLine[]; line: WorkLine } | Refused<'over-received-quantity' | 'over-value'> {
  const milli = toMilli(grading.quantity);
  const waitingMilli = line.receivedMilli - line.inspectedMilli;
  if (milli > waitingMilli)
    return refuse('over-received-quantity', {
      line: number,
      sku: line.sku,
      received: fromMilli(line.receivedMilli),
      inspected: fromMilli(line.inspectedMilli),
      asked: grading.quantity,
    });
  const { valueCents, unknownMilli } = valueOfUnits(line, milli);
  const writeDownCents = grading.writeDownCents ?? 0;
  const losesAll = grading.disposition === 'scrap' || grading.disposition === 'send-back';
  if (!losesAll && unknownMilli === 0 && writeDownCents > valueCents)
    return refuse('over-value', { line: number, valueCents, writeDownCents });
  const postedCents = losesAll ? 0 : Math.min(writeDownCents, valueCents);

  book(context, { found, line, grading, milli, valueCents, unknownMilli, postedCents });
  return {
    entry: gradingEntry(context.settings.chart, {
      disposition: grading.disposition,
      valueCents,
      writeDownCents: postedCents,
    }),
    line: {
      ...line,
      inspectedMilli: line.inspectedMilli + milli,
      inspectedValueCents: line.inspectedValueCents + valueCents,
      unknownMilli: line.unknownMilli - unknownMilli,
    },
  };
}

/** Units of unknown cost are graded first, at zero; the others take their share of the line's value, the last all that is left. */
function valueOfUnits(line: WorkLine, milli: number): { valueCents: number; unknownMilli: number } {
  const unknownMilli = Math.min(milli, line.unknownMilli);
  const knownLeft = line.receivedMilli - line.inspectedMilli - line.unknownMilli;
  const valueLeft = line.receivedValueCents - line.inspectedValueCents;
  const valueCents = knownLeft > 0 ? shareOf(valueLeft, milli - unknownMilli, knownLeft) : 0;
  return { valueCents, unknownMilli };
}

type Booking = Omit<ToGrade, 'number'> & {
  readonly milli: number;
  readonly valueCents: number;
  readonly unknownMilli: number;
  readonly postedCents: number;
};

function book(context: ActionContext, booking: Booking): void {
  const { found, line, grading, milli, valueCents, unknownMilli, postedCents } = booking;
  context.store.facts.add('inspections', {
    returnLineId: line.id,
    quantityMilli: milli,
    grade: grading.grade,
    disposition: grading.disposition,
    valueCents,
    writeDownCents: grading.writeDownCents ?? 0,
    postedWriteDownCents: postedCents,
    unknownMilli,
    note: grading.note || null,
    at: context.now,
    person: context.person,
  });
  const to = placeOf[grading.disposition];
  moveStock(context, {
    productId: line.productId,
    from: 'returns',
    to,
    quantityMilli: milli,
    unknownMilli,
    fromValueCents: valueCents,
    toValueCents: to === 'scrapped' || to === 'customer' ? 0 : valueCents - postedCents,
    document: found.number,
    day: context.today,
  });
}
