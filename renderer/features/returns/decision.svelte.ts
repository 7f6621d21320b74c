import type { Return } from '../../../contract/api/return-shape.ts';
import { show, t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import { ValueRow, valuesOf } from './decision-values.svelte.ts';
import { linesToValue, unitsToCome } from './next-steps.ts';

export type DecisionKind = 'approve' | 'value' | 'reject' | 'cancel' | 'close' | 'void' | 'correct';
export type DecisionOf = {
  readonly kind: DecisionKind;
  readonly found: Return;
  readonly payout?: Return['payouts'][number] | undefined;
};

/** A step without goods or money: a yes or a no with the few words that go with it. */
export class Decision {
  text = $state('');
  readonly kind: DecisionKind;
  /** What is given for goods without a receipt: may be said with the approval, and is said afterwards. */
  readonly values: readonly ValueRow[];
  readonly #againstPolicy: boolean;
  #tried = $state(false);
  readonly #live: () => DecisionOf;
  readonly #calls = {
    approve: new ActionCall('returns.approve'),
    value: new ActionCall('returns.value'),
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
    this.#againstPolicy = kind === 'approve' && found.verdict.outcome === 'reject';
    const valued = kind === 'approve' || kind === 'value' ? linesToValue(found) : [];
    this.values = valued.map((line) => new ValueRow(line));
  }

  /** Whether words are needed: what is turned down, undone, given freely or done against the policy has its reason on record. */
  get needsWords(): boolean {
    if (this.kind === 'close') return false;
    return this.kind !== 'approve' || this.#againstPolicy || valuesOf(this.values).length > 0;
  }

  /** Which field of the shop the words go to. */
  get field(): 'why' | 'note' {
    return this.kind === 'approve' || this.kind === 'close' ? 'note' : 'why';
  }

  get valuesError(): string | undefined {
    const missing = this.#tried && this.kind === 'value' && valuesOf(this.values).length === 0;
    return missing ? t('returns.value-needed') : undefined;
  }

  get busy(): boolean {
    return this.#calls[this.kind].busy;
  }

  get trouble(): Trouble | undefined {
    return this.#calls[this.kind].trouble;
  }

  get error(): string | undefined {
    return this.#tried && this.#wordsMissing ? t('returns.why-needed') : undefined;
  }

  /** What it will mean, in sentences. */
  about(): readonly string[] {
    const { found, payout } = this.#live();
    switch (this.kind) {
      case 'approve':
        return [
          this.#againstPolicy ? t('returns.approve-against') : t('returns.approve-about'),
          ...(this.values.length > 0 ? [t('returns.approve-value')] : []),
        ];
      case 'value':
        return [t('returns.value-about')];
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
    if (this.#wordsMissing || this.valuesError) return false;
    const done = await this.#perform();
    if (done) notices.say({ tone: 'good', text: done });
    return done !== undefined;
  }

  get #wordsMissing(): boolean {
    return this.needsWords && this.text.trim() === '';
  }

  /** Gives the sentence for what was done. */
  async #perform(): Promise<string | undefined> {
    const { returnId } = this.#live().found;
    const words = this.text.trim();
    const note = words ? { note: words } : {};
    const values = valuesOf(this.values);
    switch (this.kind) {
      case 'approve':
        return (
          (await this.#calls.approve.run({ returnId, ...note, ...(values.length > 0 && { values }) })) &&
          t('returns.done-approve')
        );
      case 'value':
        return (await this.#calls.value.run({ returnId, why: words, values })) && t('returns.done-value');
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
