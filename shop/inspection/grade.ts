import type { ParsedInput } from '../../contract/api.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { ActionContext } from '../context.ts';
import type { EntryLine } from '../money/post.ts';
import { Refused, refuse } from '../refused.ts';
import { openTicket } from '../repair/open-ticket.ts';
import { gradingEntry } from './entries.ts';
import { losesAll, moveOnward } from './places.ts';
import { twinOf } from './twin.ts';

export type GradedLine = ParsedInput<'inspection.record'>['lines'][number];

export type ToGrade = {
  readonly found: ReturnHead;
  readonly line: WorkLine;
  readonly grading: GradedLine;
  readonly number: number;
};

type Graded = { readonly entry: readonly EntryLine[]; readonly line: WorkLine };
type GradeRefusal = 'over-received-quantity' | 'over-value' | 'check-needs-note' | 'name-used';

/** Grades some units of a line; gives the entry's lines and the line as it is afterwards. */
export function gradeUnits(context: ActionContext, asked: ToGrade): Graded | Refused<GradeRefusal> {
  const { line, grading, number } = asked;
  const milli = toMilli(grading.quantity);
  if (milli > line.receivedMilli - line.inspectedMilli)
    return refuse('over-received-quantity', {
      line: number,
      sku: line.sku,
      received: fromMilli(line.receivedMilli),
      inspected: fromMilli(line.inspectedMilli),
      asked: grading.quantity,
    });
  const unexplained = grading.checklist?.find(({ ok, note }) => !ok && !note);
  if (unexplained) return refuse('check-needs-note', { line: number, question: unexplained.question });
  const { valueCents, unknownMilli } = valueOfUnits(line, milli);
  const writeDownCents = grading.writeDownCents ?? 0;
  const leaves = losesAll(grading.disposition);
  if (!leaves && unknownMilli === 0 && writeDownCents > valueCents)
    return refuse('over-value', { line: number, valueCents, writeDownCents });
  const postedCents = leaves ? 0 : Math.min(writeDownCents, valueCents);
  const twinId = twinOfLine(context, asked);
  if (twinId instanceof Refused) return twinId;

  book(context, { ...asked, milli, valueCents, unknownMilli, postedCents, twinId });
  const { chart } = context.settings;
  return {
    entry: gradingEntry(chart, { disposition: grading.disposition, valueCents, writeDownCents: postedCents }),
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

/** Looked up only for goods that are sold again as opened: the plain case needs none of it. */
function twinOfLine(context: ActionContext, { line, grading }: ToGrade): number | undefined | Refused<'name-used'> {
  const { grade, disposition, twin = context.settings.makeTwins } = grading;
  if (!twin || grade === 'A' || disposition !== 'resell') return undefined;
  const { store } = context;
  const product = store.catalog.productById(line.productId);
  if (!product) throw new Error(`no product ${line.productId}`);
  return twinOf(context, { product, grade, twin, soldE4: store.inspection.line(line.id)?.unitPriceE4 ?? null });
}

type Booking = ToGrade & {
  readonly milli: number;
  readonly valueCents: number;
  readonly unknownMilli: number;
  readonly postedCents: number;
  readonly twinId: number | undefined;
};

function book(context: ActionContext, booking: Booking): void {
  const { found, line, grading, milli, valueCents, unknownMilli, postedCents, twinId } = booking;
  const inspectionId = context.store.facts.add('inspections', {
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
    checklist: grading.checklist?.length ? JSON.stringify(grading.checklist) : null,
    suggestion: grading.suggestion ? JSON.stringify(grading.suggestion) : null,
    twinId: twinId ?? null,
  });
  moveOnward(context, {
    from: 'returns',
    disposition: grading.disposition,
    productId: line.productId,
    twinId,
    milli,
    unknownMilli,
    valueCents,
    writeDownCents: postedCents,
    document: found.number,
  });
  if (grading.disposition === 'repair')
    openTicket(context, { inspectionId, returnLineId: line.id, milli, fault: grading.fault ?? grading.note });
}
