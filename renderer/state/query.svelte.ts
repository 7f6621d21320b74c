import type { Input, Output, ProcedureName } from '../../contract/api.ts';
import { ask, shopLink, type Trouble } from './shop.svelte.ts';
import { standing } from './standing.svelte.ts';

/** Procedures whose "changed" tells nothing to a list: typing on one screen must not reload the others. */
const quiet: ReadonlySet<ProcedureName> = new Set(['drafts.save']);

/**
 * An answer of the shop that keeps itself fresh: asks when the screen opens, when its input changes and whenever the shop says that
 * something changed. The last answer stays on the screen while the next is awaited. Make it while a component is set up.
 */
export class Query<Name extends ProcedureName> {
  data = $state.raw<Output<Name>>();
  trouble = $state.raw<Trouble<Name>>();
  loading = $state(false);
  readonly #name: Name;
  readonly #input: () => Input<Name> | undefined;
  #asked = 0;
  #newest: Promise<void> = Promise.resolve();

  /** `input` gives nothing while there is nothing to ask. */
  constructor(name: Name, input: () => Input<Name> | undefined) {
    this.#name = name;
    this.#input = input;
    $effect(() => {
      const given = this.#input();
      // A shop that could not be opened and now can is asked anew.
      void standing.reopened;
      if (given !== undefined) void this.#ask(given);
    });
    $effect(() => this.#listen());
  }

  /** Asks again with the same input, and waits until the newest answer is there: a question asked meanwhile answers this one too. */
  async refresh(): Promise<void> {
    const given = this.#input();
    if (given === undefined) return;
    void this.#ask(given);
    await this.settled();
  }

  /** The answer to the newest question is there. */
  async settled(): Promise<void> {
    for (let asking = this.#newest; ; asking = this.#newest) {
      await asking;
      if (asking === this.#newest) return;
    }
  }

  #ask(input: Input<Name>): Promise<void> {
    this.#newest = this.#answer(input);
    return this.#newest;
  }

  async #answer(input: Input<Name>): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.loading = true;
    const answer = await ask(this.#name, input);
    if (asked !== this.#asked) return;
    this.loading = false;
    this.trouble = answer.trouble;
    if (answer.ok !== undefined) this.data = answer.ok;
  }

  /** Many changes in a row (an import) become one question. */
  #listen(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = shopLink().onEvent((event) => {
      if (event.type === 'gone' || (event.type === 'changed' && quiet.has(event.by))) return;
      clearTimeout(timer);
      timer = setTimeout(() => void this.refresh(), 60);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }
}
