import type { Input, Output } from '../../../contract/api.ts';
import type { ask, Trouble } from '../../state/shop.svelte.ts';

/** The way to ask the shop; tests ask one of their own. */
export type Ask = typeof ask;

export type Judged = Output<'returns.judge'>;

/** What the policy says of what was typed so far, and the money that would go back. */
export class PolicySays {
  judged = $state.raw<Judged>();
  trouble = $state.raw<Trouble<'returns.judge'>>();
  readonly #ask: Ask;
  #asked = 0;
  #asking: Promise<void> = Promise.resolve();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks anew; an answer that a newer question has overtaken is dropped. Nothing to judge has no verdict. */
  about(input: Input<'returns.judge'> | undefined): Promise<void> {
    this.#asked += 1;
    this.#asking = this.#about(input, this.#asked);
    return this.#asking;
  }

  async #about(input: Input<'returns.judge'> | undefined, asked: number): Promise<void> {
    const answer = input && (await this.#ask('returns.judge', input));
    if (asked !== this.#asked) return;
    this.trouble = answer?.trouble;
    if (!answer) this.judged = undefined;
    else if (answer.ok) this.judged = answer.ok;
  }

  /** The answer to the last question is there. */
  settled(): Promise<void> {
    return this.#asking;
  }
}
