import type { DifferenceReason, Stocktake } from '../../../contract/api/stocktakes.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { refusedWith, type Trouble } from '../../state/shop.svelte.ts';
import type { CountLine } from './count-list.ts';

/** No reason of its own. */
export const asAbove = '';
export type ReasonChoice = DifferenceReason | typeof asAbove;

/** The reasons for the differences of a count, as they are chosen. */
export class BookCount {
  reason = $state<ReasonChoice>(asAbove);
  uncounted = $state<'leave' | 'none-there'>('leave');
  note = $state('');
  readonly call = new ActionCall('stocktakes.book');
  readonly differences: readonly CountLine[];
  readonly uncountedItems: number;
  readonly #stocktake: Stocktake;
  #own = $state.raw<ReadonlyMap<string, DifferenceReason>>(new Map());
  #tried = $state(false);

  constructor(stocktake: Stocktake) {
    this.#stocktake = stocktake;
    this.differences = stocktake.lines.filter(({ difference }) => difference !== undefined && difference !== 0);
    this.uncountedItems = stocktake.itemsInScope - stocktake.itemsCounted;
  }

  ownOf(sku: string): ReasonChoice {
    return this.#own.get(sku) ?? asAbove;
  }

  choose(sku: string, reason: ReasonChoice): void {
    const others = [...this.#own].filter(([other]) => other !== sku);
    this.#own = new Map(reason === asAbove ? others : [...others, [sku, reason]]);
  }

  /** What is missing needs a reason; what nobody may see yet is taken to be missing. */
  get #lacksReason(): boolean {
    if (this.reason !== asAbove) return false;
    if (this.#stocktake.blind || this.uncounted === 'none-there') return true;
    return this.differences.some(({ sku, difference = 0 }) => difference < 0 && !this.#own.has(sku));
  }

  get reasonMissing(): boolean {
    return (this.#tried && this.#lacksReason) || this.#refusedFor !== undefined;
  }

  get #refusedFor(): string | undefined {
    return refusedWith(this.call.trouble as Trouble | undefined, 'reason-needed')?.sku;
  }

  /** Whether it is done. */
  async book(): Promise<boolean> {
    this.#tried = true;
    if (this.#lacksReason) return false;
    const note = this.note.trim();
    const reasons = [...this.#own].map(([sku, reason]) => ({ sku, reason }));
    const done = await this.call.run({
      number: this.#stocktake.number,
      uncounted: this.uncounted,
      ...(this.reason !== asAbove && { reason: this.reason }),
      ...(reasons.length > 0 && { reasons }),
      ...(note && { note }),
    });
    return done !== undefined;
  }
}
