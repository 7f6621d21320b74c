import type { Claim } from '../../../contract/api/claims.ts';
import type { PaidBy } from '../../../contract/values/words.ts';
import { show, t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import type { Trouble } from '../../state/shop.svelte.ts';

export const claimSteps = ['note', 'refuse', 'close', 'pay'] as const;
export type ClaimStepKind = (typeof claimSteps)[number];

/** What nobody has paid of the goods' cost: the loss, were the claim closed now. */
export function lossOf({ valueCents, paidCents }: Pick<Claim, 'valueCents' | 'paidCents'>): number {
  return Math.max(0, valueCents - paidCents);
}

/** Something that happens to a claim, as it is typed. */
export class ClaimStep {
  cents = $state<number>();
  paidBy = $state<PaidBy>('bank');
  reference = $state('');
  note = $state('');
  readonly kind: ClaimStepKind;
  #tried = $state(false);
  readonly #claimId: number;
  readonly #calls = {
    pay: new ActionCall('claims.pay'),
    refuse: new ActionCall('claims.refuse'),
    close: new ActionCall('claims.close'),
    note: new ActionCall('claims.note'),
  };

  constructor(kind: ClaimStepKind, { claimId, owedCents }: Pick<Claim, 'claimId' | 'owedCents'>) {
    this.kind = kind;
    this.#claimId = claimId;
    if (this.hasAmount && owedCents > 0) this.cents = owedCents;
  }

  get hasAmount(): boolean {
    return this.kind === 'pay' || this.kind === 'refuse';
  }

  get needsWords(): boolean {
    return this.kind === 'refuse' || this.kind === 'note';
  }

  get noAmount(): boolean {
    return this.#tried && this.#lacksAmount;
  }

  get noWords(): boolean {
    return this.#tried && this.#lacksWords;
  }

  get busy(): boolean {
    return this.#calls[this.kind].busy;
  }

  get trouble(): Trouble | undefined {
    return this.#calls[this.kind].trouble;
  }

  /** Whether it is done. */
  async take(): Promise<boolean> {
    this.#tried = true;
    if (this.#lacksAmount || this.#lacksWords) return false;
    const done = await this.#perform();
    if (done) notices.say({ tone: 'good', text: done });
    return done !== undefined;
  }

  get #lacksAmount(): boolean {
    return this.hasAmount && !this.cents;
  }

  get #lacksWords(): boolean {
    return this.needsWords && this.note.trim() === '';
  }

  /** Gives the sentence for what was done. */
  async #perform(): Promise<string | undefined> {
    const claimId = this.#claimId;
    const cents = this.cents ?? 0;
    const words = this.note.trim();
    const note = words ? { note: words } : {};
    const reference = this.reference.trim();
    switch (this.kind) {
      case 'pay': {
        const paid = { claimId, cents, paidBy: this.paidBy, ...(reference && { reference }), ...note };
        return (await this.#calls.pay.run(paid)) && t('claims.done-pay', { amount: show.money(cents) });
      }
      case 'refuse':
        return (await this.#calls.refuse.run({ claimId, cents, note: words })) && t('claims.done-refuse');
      case 'close':
        return (await this.#calls.close.run({ claimId, ...note })) && t('claims.done-close');
      case 'note':
        return (await this.#calls.note.run({ claimId, note: words })) && t('claims.done-note');
    }
  }
}
