import type { Input, Output, ProcedureName, Progress } from '../../contract/api.ts';
import { ask, refusedWith, type Trouble } from './shop.svelte.ts';

const slowMs = 300;
const cancellableMs = 2000;

/** One long call with its progress. It shows after 300 ms and can be cancelled after two seconds (LOOK, manners). */
export class Job<Name extends ProcedureName> {
  running = $state(false);
  slow = $state(false);
  cancellable = $state(false);
  progress = $state.raw<Progress>();
  result = $state.raw<Output<Name>>();
  trouble = $state.raw<Trouble<Name>>();
  /** The person gave it up. */
  cancelled = $derived(refusedWith(this.trouble as Trouble | undefined, 'cancelled') !== undefined);
  readonly #name: Name;
  #controller: AbortController | undefined;

  constructor(name: Name) {
    this.#name = name;
  }

  /** Starts the call and gives its result; nothing when there was trouble, which then stands in `trouble`. */
  async run(input: Input<Name>): Promise<Output<Name> | undefined> {
    if (this.running) return undefined;
    this.#controller = new AbortController();
    this.running = true;
    this.progress = undefined;
    this.result = undefined;
    this.trouble = undefined;
    const showSlow = setTimeout(() => {
      this.slow = true;
    }, slowMs);
    const allowCancel = setTimeout(() => {
      this.cancellable = true;
    }, cancellableMs);
    const answer = await ask(this.#name, input, {
      signal: this.#controller.signal,
      onProgress: (progress) => {
        this.progress = progress;
      },
    });
    clearTimeout(showSlow);
    clearTimeout(allowCancel);
    this.running = false;
    this.slow = false;
    this.cancellable = false;
    this.result = answer.ok;
    this.trouble = answer.trouble;
    return answer.ok;
  }

  cancel(): void {
    this.#controller?.abort();
  }
}
