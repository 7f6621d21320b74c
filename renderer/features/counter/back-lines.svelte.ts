import type { Sale, SaleLine } from '../../../contract/api/sales.ts';
import { t } from '../../i18n/index.ts';
import { CounterLine, type LineContent, type LineItem } from './counter-line.svelte.ts';
import type { Place, Problem } from './places.ts';
import { lineProblems } from './problems.ts';

/** What comes back: its lines, and the one that stands open. */
export class BackLines {
  /** The receipt; nothing without one. */
  sale = $state.raw<Sale>();
  lines = $state<CounterLine[]>([]);
  /** The line that stands open. */
  activeKey = $state<number>();
  /** What the last scan or key could not do. */
  hint = $state.raw<Problem>();
  #keys = 0;

  active = $derived.by(() => this.lines.find(({ key }) => key === this.activeKey));

  /** The lines of one line of the receipt: several where its units have numbers. */
  linesOf({ saleLineId }: SaleLine): readonly CounterLine[] {
    return this.lines.filter(({ sold }) => sold?.saleLineId === saleLineId);
  }

  /** How many units of a line of the receipt come back. */
  unitsOf(sold: SaleLine): number {
    return this.linesOf(sold).reduce((sum, { quantity = 0 }) => sum + quantity, 0);
  }

  /** One more of a line of the receipt; with a number, the unit that bears it. Gives where to go on. */
  take(sold: SaleLine, unit = ''): Place {
    this.hint = undefined;
    const line = this.#lineFor(sold, unit);
    if (!line) {
      const name = sold.name || sold.sku;
      this.hint = { place: 'receipt', text: t('counter.none-left', { name }) };
      return 'receipt';
    }
    this.activeKey = line.key;
    return this.placeOn(line);
  }

  /** The line that takes one more unit, counted; one with a number of its own is opened, or waits for its number. */
  #lineFor(sold: SaleLine, unit: string): CounterLine | undefined {
    const lines = this.linesOf(sold);
    if (sold.tracking === 'serial') {
      const known = unit ? lines.find((line) => line.unit === unit) : undefined;
      const waiting = lines.find((line) => !line.unit);
      const line = known ?? waiting ?? (this.#hasLeft(sold) ? this.add(itemOf(sold), sold) : undefined);
      if (line && unit) line.unit = unit;
      return line;
    }
    const line = unit ? lines.find((one) => one.unit === unit || !one.unit) : lines[0];
    if (!line) {
      const added = this.#hasLeft(sold) ? this.add(itemOf(sold), sold) : undefined;
      if (added && unit) added.unit = unit;
      return added;
    }
    if (unit) line.unit = unit;
    if (!this.#hasLeft(sold) || !line.count(1)) this.sayNoneLeft(line);
    return line;
  }

  #hasLeft(sold: SaleLine): boolean {
    return this.unitsOf(sold) < sold.returnableQuantity;
  }

  /** Goods without a receipt: one more of an item, or its first. */
  takeItem(item: LineItem): Place {
    this.hint = undefined;
    const line = this.lines.find(({ sku, tracking }) => sku === item.sku && tracking !== 'serial');
    line?.count(1);
    const taken = line ?? this.add(item);
    this.activeKey = taken.key;
    return this.placeOn(taken);
  }

  sayNoneLeft({ key, left, tracking }: CounterLine): void {
    const text = tracking === 'serial' ? t('counter.one-each') : t('counter.only-left', { left });
    this.hint = { place: `line-${key}-quantity`, text };
  }

  /** What is first missing on a line, else its grade. */
  placeOn(line: CounterLine): Place {
    return lineProblems(line, { graded: true })[0]?.place ?? `line-${line.key}-grading-0-grade`;
  }

  add(item: LineItem, sold?: SaleLine): CounterLine {
    this.#keys += 1;
    const line = new CounterLine(this.#keys, item, sold);
    this.lines.push(line);
    this.activeKey = line.key;
    return line;
  }

  remove(line: CounterLine): void {
    this.lines = this.lines.filter(({ key }) => key !== line.key);
    if (this.activeKey === line.key) this.activeKey = this.lines.at(-1)?.key;
  }

  /** The receipt changed in the shop: what is left may be less than before. */
  refresh(sale: Sale): void {
    this.sale = sale;
    for (const line of this.lines)
      line.sold = sale.lines.find(({ saleLineId }) => saleLineId === line.sold?.saleLineId) ?? line.sold;
  }

  /** A line as a draft kept it; one whose line of the receipt is gone stays away. */
  protected bringBack(content: LineContent): void {
    const { saleLineId, sku, name, tracking, accessories, price } = content;
    const sold = this.sale?.lines.find((line) => line.saleLineId === saleLineId);
    if (saleLineId === undefined || sold) this.add({ sku, name, tracking, accessories, price }, sold).restore(content);
  }
}

function itemOf({ sku, name }: SaleLine): LineItem {
  return { sku, name: name || sku };
}
