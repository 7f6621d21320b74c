import type { Output } from '../../contract/api.ts';
import { ask, shopLink } from './shop.svelte.ts';

export type Health = Output<'care.health'>;

/** Changes come in showers; this long after the last drop is soon enough for a light. */
const restMs = 80;
/** Backups by itself, the clock and the second folder change without an action. */
const calmMs = 20_000;
/** While the check of the start runs its end is waited for. */
const runningMs = 1500;

/** How the shop says it is, kept fresh as long as somebody watches: one source for the light, the warnings and the screen. */
class ShopHealth {
  current = $state.raw<Health>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watching = false;

  /** Gives the way to stop. */
  watch(): () => void {
    this.#watching = true;
    const stop = shopLink().onEvent((event) => {
      if (event.type === 'restarted' || (event.type === 'changed' && event.by !== 'drafts.save')) this.#askIn(restMs);
    });
    this.#askIn(0);
    return () => {
      stop();
      this.#watching = false;
      clearTimeout(this.#timer);
    };
  }

  async refresh(): Promise<void> {
    const answer = await ask('care.health', {});
    if (answer.ok) this.current = answer.ok;
    if (this.#watching) this.#askIn(this.current?.startCheck === 'running' ? runningMs : calmMs);
  }

  #askIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), ms);
  }
}

export const shopHealth = new ShopHealth();
