import type { SaleLine } from '../../../contract/api/sales.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
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

export type LineContent = {
  readonly saleLineId?: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity?: number;
  readonly reason?: string;
  readonly note?: string;
  readonly gradings: readonly GradingContent[];
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

export type LineItem = { readonly sku: string; readonly name: string };

/** One item that comes back: how many, why, and in what state. */
export class CounterLine {
  /** Tells it from the others as long as the screen is open. */
  readonly key: number;
  readonly sku: string;
  readonly name: string;
  /** Its line on the receipt, kept fresh; nothing without a receipt. */
  sold = $state.raw<SaleLine>();
  quantity = $state<number>();
  reason = $state<string>();
  note = $state('');
  gradings = $state<Grading[]>([new Grading()]);

  constructor(key: number, { sku, name }: LineItem, sold?: SaleLine) {
    this.key = key;
    this.sku = sku;
    this.name = name;
    this.sold = sold;
    this.quantity = Math.min(1, this.left);
  }

  /** How many can come back at most. */
  get left(): number {
    return this.sold?.returnableQuantity ?? 1_000_000;
  }

  get quantityFits(): boolean {
    return this.quantity !== undefined && this.quantity > 0 && this.quantity <= this.left;
  }

  /** More or fewer; never beyond what is left and never to nothing. Tells whether it could be done. */
  count(step: number): boolean {
    const next = fromMilli(toMilli(this.quantity ?? 0) + toMilli(step));
    if (next <= 0 || next > this.left) return false;
    this.quantity = next;
    return true;
  }

  get isSplit(): boolean {
    return this.gradings.length > 1;
  }

  /** The units of a grading: all of the line unless it is split. */
  unitsOf(grading: Grading): number | undefined {
    return this.isSplit ? grading.quantity : this.quantity;
  }

  /** Units without a grade; below nought when more are graded than come back. */
  get ungraded(): number {
    if (!this.isSplit) return 0;
    const graded = this.gradings.reduce((sum, { quantity = 0 }) => sum + toMilli(quantity), 0);
    return fromMilli(toMilli(this.quantity ?? 0) - graded);
  }

  /** One more grade: it takes one unit (or what is left below one) of the first. */
  split(): void {
    const [first] = this.gradings;
    if (!first || this.quantity === undefined) return;
    if (!this.isSplit) first.quantity = this.quantity;
    const units = Math.min(1, first.quantity ?? 0);
    const rest = fromMilli(toMilli(first.quantity ?? 0) - toMilli(units));
    first.quantity = rest > 0 ? rest : undefined;
    this.gradings.push(new Grading({ quantity: units }));
  }

  /** A grade too many; its units go to the first of the others. */
  unsplit(at: number): void {
    const [taken] = this.gradings.splice(at, 1);
    const [first] = this.gradings;
    if (first && this.isSplit) first.quantity = fromMilli(toMilli(first.quantity ?? 0) + toMilli(taken?.quantity ?? 0));
    else if (first) first.quantity = undefined;
  }

  get content(): LineContent {
    const { sold, sku, name, quantity, reason } = this;
    return {
      ...(sold && { saleLineId: sold.saleLineId }),
      sku,
      name,
      ...(quantity !== undefined && { quantity }),
      ...(reason && { reason }),
      ...(this.note.trim() && { note: this.note }),
      gradings: this.gradings.map((grading) => grading.content),
    };
  }

  /** As it was left; a note or amount that no longer counts is not brought back. */
  restore({ quantity, reason, note = '', gradings }: LineContent): void {
    this.quantity = quantity;
    this.reason = reason;
    this.note = note;
    this.gradings = gradings.map((grading) => new Grading(grading));
  }
}
