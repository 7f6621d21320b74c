import { SvelteMap } from 'svelte/reactivity';
import type { Output } from '../../contract/api.ts';

/** What became of an action whose answer never came. */
export type Fate = 'saved' | 'not-saved';

type FatesParts = {
  /** The shop's `care.outcome`; nothing while the shop cannot say. */
  readonly ask: (id: string) => Promise<Pick<Output<'care.outcome'>, 'happened'> | undefined>;
  /** Told once the shop has said it. */
  readonly say: (fate: Fate) => void;
  readonly pauseMs: number;
};

/**
 * Actions of which nobody knows whether they happened: the shop went away in the middle, or its disk did. Each is asked for until the shop
 * can say, and whoever shows the trouble then shows the truth.
 */
export class Fates {
  readonly #known = new SvelteMap<string, Fate>();
  readonly #open = new Set<string>();
  readonly #parts: FatesParts;
  #asking = false;

  constructor(parts: FatesParts) {
    this.#parts = parts;
  }

  /** Nothing while it is not known. */
  of(id: string): Fate | undefined {
    return this.#known.get(id);
  }

  follow(id: string): void {
    this.#known.delete(id);
    this.#open.add(id);
    if (!this.#asking) void this.#askOn();
  }

  /** The shop has answered the action itself. */
  settle(id: string): void {
    this.#open.delete(id);
    this.#known.delete(id);
  }

  async #askOn(): Promise<void> {
    this.#asking = true;
    while (this.#open.size > 0) {
      for (const id of [...this.#open]) await this.#askFor(id);
      if (this.#open.size > 0) await new Promise((resolve) => setTimeout(resolve, this.#parts.pauseMs));
    }
    this.#asking = false;
  }

  async #askFor(id: string): Promise<void> {
    const outcome = await this.#parts.ask(id);
    // Meanwhile it may have been done again and answered.
    if (!outcome || !this.#open.delete(id)) return;
    const fate = outcome.happened ? 'saved' : 'not-saved';
    this.#known.set(id, fate);
    this.#parts.say(fate);
  }
}
