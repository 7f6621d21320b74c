import type { Return } from '../../../contract/api/return-shape.ts';
import { show, t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import { unitsToCome } from './next-steps.ts';

export type DecisionKind = 'approve' | 'reject' | 'cancel' | 'close' | 'void' | 'correct';
export type DecisionOf = {
  readonly kind: DecisionKind;
  readonly found: Return;
  readonly payout?: Return['payouts'][number] | undefined;
};

/** A step without goods or money: a yes or a no with the few words that go with it. */
export class Decision {
  text = $state('');
  readonly kind: DecisionKind;
  /** Whether words are needed: what is turned down, undone or done against the policy has its reason on record. */
  readonly needsWords: boolean;
  #tried = $state(false);
  readonly #live: () => DecisionOf;
  readonly #calls = {
    approve: new ActionCall('returns.approve'),
    reject: new ActionCall('returns.reject'),
    cancel: new ActionCall('returns.cancel'),
    close: new ActionCall('returns.close'),
    void: new ActionCall('refunds.void'),
    correct: new ActionCall('refunds.correct'),
  };

  /** `live` gives the return as it is now; what is decided stays as it was when the sheet was opened. */
  constructor(live: () => DecisionOf) {
    const { kind, found } = live();
    this.#live = live;
    this.kind = kind;
    const againstPolicy = kind === 'approve' && found.verdict.outcome === 'reject';
    this.needsWords = againstPolicy || (kind !== 'approve' && kind !== 'close');
  }

  get busy(): boolean {
    return this.#calls[this.kind].busy;
  }

  get trouble(): Trouble | undefined {
    return this.#calls[this.kind].trouble;
  }

  get error(): string | undefined {
    return this.#tried && this.#missing ? t('returns.why-needed') : undefined;
  }

  /** What it will mean, in sentences. */
  about(): readonly string[] {
    const { found, payout } = this.#live();
    switch (this.kind) {
      case 'approve':
        return [found.verdict.outcome === 'reject' ? t('returns.approve-against') : t('returns.approve-about')];
      case 'reject':
        return [t('returns.reject-about')];
      case 'cancel':
        return [t('returns.cancel-about')];
      case 'void':
        return [t('returns.void-about', { amount: show.money(payout?.amountCents ?? 0) })];
      case 'correct':
        return [t('returns.correct-about', { amount: show.money(payout?.amountCents ?? 0) })];
      case 'close': {
        const missing = unitsToCome(found);
        return [t('returns.close-about'), ...(missing > 0 ? [t('returns.close-missing', { count: missing })] : [])];
      }
    }
  }

  /** Whether it is done. */
  async take(): Promise<boolean> {
    this.#tried = true;
    if (this.#missing) return false;
    const done = await this.#perform();
    if (done) notices.say({ tone: 'good', text: done });
    return done !== undefined;
  }

  get #missing(): boolean {
    return this.needsWords && this.text.trim() === '';
  }

  /** Gives the sentence for what was done. */
  async #perform(): Promise<string | undefined> {
    const { returnId } = this.#live().found;
    const words = this.text.trim();
    const note = words ? { note: words } : {};
    switch (this.kind) {
      case 'approve':
        return (await this.#calls.approve.run({ returnId, ...note })) && t('returns.done-approve');
      case 'close':
        return (await this.#calls.close.run({ returnId, ...note })) && t('returns.done-close');
      case 'reject':
        return (await this.#calls.reject.run({ returnId, why: words })) && t('returns.done-reject');
      case 'cancel':
        return (await this.#calls.cancel.run({ returnId, why: words })) && t('returns.done-cancel');
      case 'void':
      case 'correct': {
        const payoutNumber = this.#live().payout?.number ?? '';
        const done = await this.#calls[this.kind].run({ payoutNumber, why: words });
        return done && t(`returns.done-${this.kind}`, { number: done.number });
      }
    }
  }
}
