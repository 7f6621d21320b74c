import type { Product } from '../../../contract/api/catalog.ts';
import type { SaleLine } from '../../../contract/api/sales.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import type { Condition } from '../../../contract/values/words.ts';
import { Grading, type GradingContent } from './grading.svelte.ts';

/** An item as far as the counter needs to know it. */
export type LineItem = {
  readonly sku: string;
  readonly name: string;
  readonly tracking?: Product['tracking'] | undefined;
  /** What a new one costs today. */
  readonly price?: Product['price'] | undefined;
  readonly accessories?: readonly string[] | undefined;
};

export type LineContent = LineItem & {
  readonly saleLineId?: number;
  readonly quantity?: number;
  readonly reason?: string;
  readonly note?: string;
  readonly condition?: Condition;
  readonly missing?: readonly string[];
  readonly unit?: string;
  readonly valueCents?: number;
  readonly gradings: readonly GradingContent[];
};

/** One item that comes back: how many, why, and in what state. */
export class CounterLine {
  /** Tells it from the others as long as the screen is open. */
  readonly key: number;
  readonly item: LineItem;
  /** Its line on the receipt, kept fresh; nothing without a receipt. */
  sold = $state.raw<SaleLine>();
  quantity = $state<number>();
  reason = $state<string>();
  note = $state('');
  /** How it looks; nobody has to say it. */
  condition = $state<Condition>();
  /** Accessories that did not come along. */
  missing = $state<readonly string[]>([]);
  /** The serial number or batch that stands on it. */
  unit = $state('');
  /** What is given for all its units without a receipt, with tax. */
  valueCents = $state<number>();
  gradings = $state<Grading[]>([new Grading()]);

  constructor(key: number, item: LineItem, sold?: SaleLine) {
    this.key = key;
    this.item = item;
    this.sold = sold;
    this.quantity = Math.min(1, this.left);
    const [batch, other] = sold?.batches ?? [];
    if (batch && !other) this.unit = batch.code;
  }

  get sku(): string {
    return this.item.sku;
  }

  get name(): string {
    return this.item.name || this.item.sku;
  }

  /** As the item is tracked now, or as it was when it was sold. */
  get tracking(): LineItem['tracking'] {
    const { tracking, serials = [], batches = [] } = this.sold ?? {};
    const atSale = serials.length > 0 ? 'serial' : batches.length > 0 ? 'batch' : undefined;
    return tracking ?? atSale ?? this.item.tracking;
  }

  get accessories(): readonly string[] {
    return this.sold?.accessories ?? this.item.accessories ?? [];
  }

  /** How many can come back at most; goods with serial numbers come one by one. */
  get left(): number {
    const left = this.sold?.returnableQuantity ?? 1_000_000;
    if (this.tracking === 'serial') return Math.min(1, left);
    const batch = this.sold?.batches?.find(({ code }) => code === this.unit.trim());
    return batch ? Math.min(batch.quantity, left) : left;
  }

  get quantityFits(): boolean {
    return this.quantity !== undefined && this.quantity > 0 && this.quantity <= this.left;
  }

  /** Whether the receipt names numbers, and this is none of them that may come back. */
  get unitIsForeign(): boolean {
    const unit = this.unit.trim();
    if (!unit) return false;
    const { serials = [], batches = [] } = this.sold ?? {};
    if (serials.length > 0) return !serials.some(({ serial, back }) => serial === unit && !back);
    return batches.length > 0 && !batches.some(({ code }) => code === unit);
  }

  toggleMissing(accessory: string): void {
    const without = this.missing.filter((name) => name !== accessory);
    this.missing = without.length < this.missing.length ? without : [...this.missing, accessory];
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
    const { sold, item, quantity, reason, condition, missing, unit, valueCents } = this;
    return {
      ...item,
      ...(sold && { saleLineId: sold.saleLineId }),
      ...(quantity !== undefined && { quantity }),
      ...(reason && { reason }),
      ...(this.note.trim() && { note: this.note }),
      ...(condition && { condition }),
      ...(missing.length > 0 && { missing }),
      ...(unit && { unit }),
      ...(valueCents !== undefined && { valueCents }),
      gradings: this.gradings.map((grading) => grading.content),
    };
  }

  /** As it was left; a note or amount that no longer counts is not brought back. */
  restore({
    quantity,
    reason,
    note = '',
    condition,
    missing = [],
    unit = '',
    valueCents,
    gradings,
  }: LineContent): void {
    Object.assign(this, { quantity, reason, note, condition, missing, unit, valueCents });
    this.gradings = gradings.map((grading) => new Grading(grading));
  }
}
