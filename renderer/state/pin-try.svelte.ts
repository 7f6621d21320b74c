import type { Trouble } from './shop.svelte.ts';
import { refusedWith, troubleSentence } from './shop.svelte.ts';

type Answered = { readonly ok?: unknown; readonly trouble?: Trouble | undefined };

/** A PIN that somebody types in: what was wrong with the last one, and how long the next has to wait. */
export class PinTry {
  pin = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  /** Until the next may be tried; 0 when it may be now. */
  secondsLeft = $state(0);
  #counting: ReturnType<typeof setInterval> | undefined;

  /** What is said at the field; the seconds run down as they pass. */
  error = $derived.by(() => {
    if (this.secondsLeft > 0)
      return troubleSentence({
        kind: 'refused',
        refusal: { code: 'pin-wait', data: { seconds: this.secondsLeft } },
      });
    return this.trouble && troubleSentence(this.trouble);
  });

  /** Tries it. Whether it was right; a wrong one is taken out of the field. */
  async give(tryIt: (pin: string) => Promise<Answered>): Promise<boolean> {
    if (this.busy || this.secondsLeft > 0 || this.pin === '') return false;
    this.busy = true;
    const answer = await tryIt(this.pin);
    this.busy = false;
    this.pin = '';
    this.trouble = answer.trouble;
    const wait = refusedWith(answer.trouble, 'pin-wait');
    if (wait) this.#count(wait.seconds);
    return answer.ok !== undefined;
  }

  /** Another person, or nobody: nothing of the last try is said to them. */
  forget(): void {
    clearInterval(this.#counting);
    this.pin = '';
    this.trouble = undefined;
    this.secondsLeft = 0;
  }

  #count(seconds: number): void {
    clearInterval(this.#counting);
    this.trouble = undefined;
    this.secondsLeft = seconds;
    this.#counting = setInterval(() => {
      this.secondsLeft -= 1;
      if (this.secondsLeft <= 0) this.forget();
    }, 1000);
  }
}
