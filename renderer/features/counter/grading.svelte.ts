import type { Disposition, Grade } from '../../../contract/values/words.ts';

/** Where goods of a grade usually go; the person decides. */
const usualWay: Readonly<Record<Grade, Disposition>> = { A: 'resell', B: 'resell', C: 'scrap' };

export type GradingContent = {
  readonly quantity?: number;
  readonly grade?: Grade;
  readonly disposition?: Disposition;
  readonly writeDownCents?: number;
  readonly note?: string;
};

/** How good some units are and where they go. */
export class Grading {
  /** Counts only when the line's units are split over several grades. */
  quantity = $state<number>();
  grade = $state<Grade>();
  disposition = $state<Disposition>();
  writeDownCents = $state<number>();
  note = $state('');

  constructor({ quantity, grade, disposition, writeDownCents, note = '' }: GradingContent = {}) {
    this.quantity = quantity;
    this.grade = grade;
    this.disposition = disposition;
    this.writeDownCents = writeDownCents;
    this.note = note;
  }

  pick(grade: Grade): void {
    if (this.grade !== grade) this.disposition = usualWay[grade];
    this.grade = grade;
  }

  /** Scrap loses all its worth anyway, and what is as new loses none. */
  get takesWriteDown(): boolean {
    return (this.grade === 'B' || this.grade === 'C') && this.disposition !== 'scrap';
  }

  get flawed(): boolean {
    return this.grade === 'B' || this.grade === 'C';
  }

  get content(): GradingContent {
    const { quantity, grade, disposition } = this;
    return {
      ...(quantity !== undefined && { quantity }),
      ...(grade && { grade }),
      ...(disposition && { disposition }),
      ...(this.takesWriteDown && this.writeDownCents !== undefined && { writeDownCents: this.writeDownCents }),
      ...(this.flawed && this.note.trim() && { note: this.note.trim() }),
    };
  }
}
