import type { Quote } from '../../../contract/api/refunds.ts';
import type { PayoutInput } from '../../../contract/api/settlement-shape.ts';
import type { Tender } from '../../../contract/values/words.ts';
import type { Trouble } from '../../state/shop.svelte.ts';

export class PayoutRow {
  readonly tender: Tender;
  readonly maxCents: number;
  cents = $state<number>();
  reference = $state('');

  constructor(tender: Tender, maxCents: number, cents: number) {
    this.tender = tender;
    this.maxCents = maxCents;
    this.cents = cents === 0 ? undefined : cents;
  }
}

/** How a refund is paid out: filled in the way the quote says, original tenders first; the amounts must equal the total. */
export class Payouts {
  totalCents = $state(0);
  rows = $state<readonly PayoutRow[]>([]);
  /** The quote changed while somebody was at it. */
  changed = $state(false);
  #quoted = '';

  constructor(quote: Quote) {
    this.#fill(quote);
  }

  sumCents = $derived.by(() => this.rows.reduce((sum, { cents = 0 }) => sum + cents, 0));
  /** What is still to be entered; below zero when it is too much. */
  leftCents = $derived.by(() => this.totalCents - this.sumCents);
  exact = $derived.by(() => this.leftCents === 0);

  /** Another quote than the one filled in means other limits: fills in anew and says so. */
  follow(quote: Quote): void {
    if (JSON.stringify(quote) === this.#quoted) return;
    this.#fill(quote);
    this.changed = true;
  }

  toPayouts(): PayoutInput[] {
    return this.rows.flatMap(({ tender, cents = 0, reference }) => {
      if (cents === 0) return [];
      const trimmed = reference.trim();
      return [{ tender, amountCents: cents, ...(trimmed && { reference: trimmed }) }];
    });
  }

  /** The tender that the shop would not take that much back through. */
  tenderOf(trouble: Trouble<'refunds.record'> | undefined): Tender | undefined {
    if (trouble?.kind !== 'refused' || trouble.refusal.code !== 'over-tender') return undefined;
    return trouble.refusal.data.tender;
  }

  #fill(quote: Quote): void {
    this.#quoted = JSON.stringify(quote);
    this.totalCents = quote.totalCents;
    let leftCents = quote.totalCents;
    this.rows = quote.tenders.map(({ tender, maxCents }) => {
      const cents = Math.min(leftCents, maxCents);
      leftCents -= cents;
      return new PayoutRow(tender, maxCents, cents);
    });
  }
}
