import type { Tender } from '../../../contract/values/words.ts';
import { ask } from '../../state/shop.svelte.ts';
import { CreditCodes } from './credit-codes.svelte.ts';
import { TenderSplit, type TypedTenders } from './tender-split.svelte.ts';

export type PaidInContent = {
  readonly tenders: readonly Tender[];
  readonly typed: TypedTenders;
  readonly codes: readonly string[];
};

/** How a customer pays: the ways they chose, the first of which takes what the others leave; store credit by its codes. */
export class PaidIn {
  tenders = $state<Tender[]>(['cash']);
  readonly split: TenderSplit;
  readonly codes: CreditCodes;

  constructor(totalCents: () => number, askShop: typeof ask = ask) {
    this.codes = new CreditCodes(askShop);
    this.split = new TenderSplit(() => {
      const total = totalCents();
      return {
        totalCents: total,
        limits: this.#inOrder.map((tender) => ({ tender, maxCents: this.#most(tender, total) })),
      };
    });
  }

  /** What stands on a code is used first. */
  get #inOrder(): readonly Tender[] {
    return this.tenders.toSorted((one, other) => Number(other === 'store-credit') - Number(one === 'store-credit'));
  }

  #most(tender: Tender, totalCents: number): number {
    return tender === 'store-credit' ? Math.min(totalCents, this.codes.balanceCents ?? totalCents) : totalCents;
  }

  get takesCredit(): boolean {
    return this.tenders.includes('store-credit');
  }

  add(tender: Tender): void {
    this.tenders.push(tender);
  }

  remove(tender: Tender): void {
    this.tenders = this.tenders.filter((other) => other !== tender);
    this.split.forget(tender);
    if (tender === 'store-credit') this.codes.clear();
  }

  change(from: Tender, to: Tender): void {
    this.split.forget(from);
    this.tenders = this.tenders.map((tender) => (tender === from ? to : tender));
    if (from === 'store-credit') this.codes.clear();
  }

  /** Whether store credit is paid with and no code is named. */
  get codeMissing(): boolean {
    const cents = this.#creditCents;
    return cents > 0 && this.codes.share(cents).length === 0;
  }

  get #creditCents(): number {
    return this.split.payouts.find(({ tender }) => tender === 'store-credit')?.amountCents ?? 0;
  }

  toInput() {
    const storeCredits = this.codes.share(this.#creditCents);
    return {
      tenders: this.split.payouts.map(({ tender, amountCents }) => ({ tender, amountCents })),
      ...(storeCredits.length > 0 && { storeCredits }),
    };
  }

  clear(): void {
    this.tenders = ['cash'];
    this.split.clear();
    this.codes.clear();
  }

  get content(): PaidInContent {
    const codes = this.codes.rows.map(({ code }) => code).filter(Boolean);
    return { tenders: [...this.tenders], typed: this.split.typed, codes };
  }

  restore({ tenders, typed, codes = [] }: Omit<PaidInContent, 'codes'> & { readonly codes?: readonly string[] }): void {
    this.tenders = [...tenders];
    this.split.restore(typed);
    for (const code of codes) void this.codes.look(this.codes.add(code));
  }
}
