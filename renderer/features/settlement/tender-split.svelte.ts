import type { Tender } from '../../../contract/values/words.ts';

export type Limit = { readonly tender: Tender; readonly maxCents: number };
export type TenderRow = Limit & { readonly amountCents: number | undefined };
export type Payout = { tender: Tender; amountCents: number; reference?: string };
export type TypedTenders = readonly (readonly [Tender, number | null])[];

/**
 * An amount over several ways of paying. What nobody typed fills itself in the order given, each way up to its limit, so that the
 * proposal follows the rule and one typed amount is enough to split.
 */
export class TenderSplit {
  readonly #of: () => { readonly totalCents: number; readonly limits: readonly Limit[] };
  /** `null` is a field that somebody emptied. */
  #typed = $state.raw<ReadonlyMap<Tender, number | null>>(new Map());
  #references = $state.raw<ReadonlyMap<Tender, string>>(new Map());

  constructor(of: () => { readonly totalCents: number; readonly limits: readonly Limit[] }) {
    this.#of = of;
  }

  rows = $derived.by((): readonly TenderRow[] => {
    const { totalCents, limits } = this.#of();
    const typedCents = limits.reduce((sum, { tender }) => sum + (this.#typed.get(tender) ?? 0), 0);
    let restCents = Math.max(0, totalCents - typedCents);
    return limits.map((limit) => {
      const typed = this.#typed.get(limit.tender);
      if (typed !== undefined) return { ...limit, amountCents: typed ?? undefined };
      const amountCents = Math.min(restCents, limit.maxCents);
      restCents -= amountCents;
      return { ...limit, amountCents };
    });
  });

  sumCents = $derived(this.rows.reduce((sum, { amountCents = 0 }) => sum + amountCents, 0));
  /** What is still missing; below nought when it is too much. */
  missingCents = $derived(this.#missing());

  #missing(): number {
    return this.#of().totalCents - this.sumCents;
  }

  type(tender: Tender, cents: number | undefined): void {
    this.#typed = new Map([...this.#typed, [tender, cents ?? null]]);
  }

  referenceOf(tender: Tender): string {
    return this.#references.get(tender) ?? '';
  }

  refer(tender: Tender, reference: string): void {
    this.#references = new Map([...this.#references, [tender, reference]]);
  }

  /** Back to the proposal. */
  clear(): void {
    this.#typed = new Map();
    this.#references = new Map();
  }

  forget(tender: Tender): void {
    this.#typed = new Map([...this.#typed].filter(([other]) => other !== tender));
  }

  get payouts(): Payout[] {
    return this.rows.flatMap(({ tender, amountCents = 0 }) => {
      if (amountCents <= 0) return [];
      const reference = this.referenceOf(tender).trim();
      return [{ tender, amountCents, ...(reference && { reference }) }];
    });
  }

  get typed(): TypedTenders {
    return [...this.#typed];
  }

  restore(typed: TypedTenders): void {
    this.#typed = new Map(typed);
  }
}
