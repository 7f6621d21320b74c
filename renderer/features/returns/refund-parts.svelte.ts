import type { Quote } from '../../../contract/api/refunds.ts';

type Line = Quote['lines'][number];
export type PartsContent = readonly (readonly [number, number | null])[];

/** How many units of each line are credited now: all that can be, unless somebody types fewer. */
export class RefundParts {
  readonly #quote: () => Pick<Quote, 'lines'>;
  /** `null` is a field that somebody emptied. */
  #typed = $state.raw<ReadonlyMap<number, number | null>>(new Map());

  constructor(quote: () => Pick<Quote, 'lines'>) {
    this.#quote = quote;
  }

  rows = $derived.by(() => this.#rows());

  #rows() {
    return this.#quote().lines.map(({ returnLineId, quantity: most }) => {
      const typed = this.#typed.get(returnLineId);
      return { returnLineId, most, quantity: typed === undefined ? most : (typed ?? undefined) };
    });
  }

  /** Every field holds a quantity that can be credited. */
  complete = $derived(this.rows.every(({ quantity, most }) => quantity !== undefined && quantity <= most));

  type(returnLineId: number, quantity: number | undefined): void {
    this.#typed = new Map([...this.#typed, [returnLineId, quantity ?? null]]);
  }

  clear(): void {
    this.#typed = new Map();
  }

  /** The lines to credit; nothing while it is all of them. */
  get lines(): { returnLineId: number; quantity: Line['quantity'] }[] | undefined {
    if (!this.complete || this.rows.every(({ quantity, most }) => quantity === most)) return undefined;
    return this.rows.flatMap(({ returnLineId, quantity = 0 }) => (quantity > 0 ? [{ returnLineId, quantity }] : []));
  }

  get content(): PartsContent | undefined {
    return this.#typed.size > 0 ? [...this.#typed] : undefined;
  }

  restore(content: PartsContent): void {
    this.#typed = new Map(content);
  }
}
