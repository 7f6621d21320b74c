import type { Output } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import type { Answer, Trouble } from '../../state/shop.svelte.ts';
import { refusedWith, troubleSentence } from '../../state/shop.svelte.ts';

export type Looked = Output<'care.fingerprint'>;
type AskFingerprint = (text: string) => Promise<Answer<'care.fingerprint'>>;

/** Papers carry their number as a code and the fingerprint as text: whoever scans the code has the number. */
const documentNumber = /^\s*[A-Z]{1,3}-?\d{4}-\d{3,}\s*$/i;

/** Looks up the fingerprint of a paper. */
export class FingerprintSearch {
  text = $state('');
  looked = $state.raw<Looked>();
  trouble = $state.raw<Trouble>();
  busy = $state(false);
  /** What was looked up last: the answer is about that, whatever was typed since. */
  asked = $state('');
  #isNumber = $state(false);
  readonly #ask: AskFingerprint;

  constructor(ask: AskFingerprint) {
    this.#ask = ask;
  }

  /** What is wrong with the field. */
  get error(): string | undefined {
    if (this.#isNumber) return t('care.fingerprint-number', { text: this.asked });
    return this.tooShort ? troubleSentence(this.tooShort) : undefined;
  }

  /** What is no fault of the field. */
  get otherTrouble(): Trouble | undefined {
    return this.tooShort ? undefined : this.trouble;
  }

  private get tooShort(): Trouble | undefined {
    return refusedWith(this.trouble, 'fingerprint-too-short') ? this.trouble : undefined;
  }

  scan(text: string): Promise<void> {
    this.text = text;
    return this.look();
  }

  async look(): Promise<void> {
    const text = this.text.trim();
    if (text === '' || this.busy) return;
    this.asked = text;
    this.looked = undefined;
    this.trouble = undefined;
    this.#isNumber = documentNumber.test(text);
    if (this.#isNumber) return;
    this.busy = true;
    const answer = await this.#ask(text);
    this.busy = false;
    this.looked = answer.ok;
    this.trouble = answer.trouble;
  }
}
