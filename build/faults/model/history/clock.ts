import type { Random } from '../../random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The PC's clock: it goes on, jumps, and is set right again. Nobody but the books knows what day it really is. */
export class Clock {
  #trueMs: number;
  #wrongByMs = 0;

  constructor(startMs: number) {
    this.#trueMs = startMs;
  }

  get ms(): number {
    return this.#trueMs + this.#wrongByMs;
  }

  get now(): string {
    return new Date(this.ms).toISOString();
  }

  goOn(random: Random): void {
    this.#trueMs += random.percent(85) ? random.below(4 * hourMs) : random.below(30 * hourMs);
    if (this.#wrongByMs !== 0 && random.percent(8)) this.#wrongByMs = 0;
    if (!random.percent(2)) return;
    this.#wrongByMs = this.#someDays(random) * dayMs + random.below(dayMs);
  }

  /** Back, a little ahead, far ahead, or just about as far as a clock is believed. */
  #someDays(random: Random): number {
    if (random.percent(50)) return -random.below(50);
    if (random.percent(70)) return random.below(15);
    return random.percent(50) ? 30 + random.below(4) : 32 + random.below(400);
  }

  /** What it shows is true after all. */
  confirm(): void {
    this.#trueMs += this.#wrongByMs;
    this.#wrongByMs = 0;
  }
}
