import type { Suggestion } from '../../../contract/api/inspection.ts';
import type { Input } from '../../../contract/api.ts';
import type { Disposition, Grade } from '../../../contract/values/words.ts';
import { Checks, type KeptChecks } from './bench-checks.svelte.ts';
import { canBeTwin, type KeptTwin, noTwin, TwinChoice } from './bench-twin.svelte.ts';

export type GradedLines = Input<'inspection.record'>['lines'];

/** Where a grade usually goes; the person may choose otherwise. */
const usualDisposition: Readonly<Record<Grade, Disposition>> = { A: 'resell', B: 'resell', C: 'scrap' };

/** Whether the goods leave with their whole value, so that there is nothing to write down. */
export function losesAll(disposition: Disposition | undefined): boolean {
  return disposition === 'scrap' || disposition === 'send-back';
}

export type KeptGrading = {
  readonly quantity?: number | undefined;
  readonly grade?: Grade | undefined;
  readonly disposition?: Disposition | undefined;
  readonly writeDownCents?: number | undefined;
  readonly note: string;
  readonly fault?: string | undefined;
  readonly twin?: KeptTwin | undefined;
  readonly checks?: KeptChecks | undefined;
};

/** Some units of a line that share grade and way. */
export class BenchGrading {
  quantity = $state<number>();
  grade = $state<Grade>();
  disposition = $state<Disposition>();
  writeDownCents = $state<number>();
  note = $state('');
  /** What is broken, for the repair ticket. */
  fault = $state('');
  readonly twin = new TwinChoice();
  readonly checks = new Checks();
  /** What the shop suggested for this grade, kept with the decision. */
  suggestion = $state.raw<Suggestion>();

  constructor(kept: KeptGrading) {
    this.restore(kept);
  }

  pickGrade(grade: Grade): void {
    if (grade !== this.grade) this.suggestion = undefined;
    this.grade = grade;
    this.pickDisposition(usualDisposition[grade]);
  }

  pickDisposition(disposition: Disposition): void {
    this.disposition = disposition;
    if (losesAll(disposition)) this.writeDownCents = undefined;
  }

  /** To send; nothing while it is not graded. */
  toLine(returnLineId: number): GradedLines {
    const { quantity, grade, disposition, writeDownCents, suggestion } = this;
    if (quantity === undefined || !grade || !disposition) return [];
    const [note, fault] = [this.note.trim(), this.fault.trim()];
    const checklist = this.checks.toAnswers();
    return [
      {
        returnLineId,
        quantity,
        grade,
        disposition,
        ...(note && { note }),
        ...(writeDownCents && { writeDownCents }),
        ...(checklist.length > 0 && { checklist }),
        ...(disposition === 'repair' && fault && { fault }),
        ...(canBeTwin(grade, disposition) && this.twin.toInput()),
        ...(suggestion && { suggestion }),
      },
    ];
  }

  keep(): KeptGrading {
    const { quantity, grade, disposition, writeDownCents, note, fault } = this;
    const [twin, checks] = [this.twin.keep(), this.checks.keep()];
    return { quantity, grade, disposition, writeDownCents, note, fault, twin, checks };
  }

  restore(kept: KeptGrading): void {
    this.quantity = kept.quantity;
    this.grade = kept.grade;
    this.disposition = kept.disposition;
    this.writeDownCents = kept.writeDownCents;
    this.note = kept.note;
    this.fault = kept.fault ?? '';
    this.twin.restore(kept.twin ?? noTwin);
    this.checks.restore(kept.checks ?? []);
  }
}
