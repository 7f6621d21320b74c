import type { Progress } from '../../../contract/api.ts';

/** Too short a while says nothing of the speed. */
const settledMs = 500;

export type Speed = { readonly rowsPerSecond: number; readonly secondsLeft?: number };

/** How fast a long piece of work goes, phase by phase. Times are milliseconds of any steady clock. */
export class Pace {
  #phase: string | undefined;
  #startedAt = 0;
  #doneAtStart = 0;

  /** Takes the next word of the work; gives its speed once there is one to tell, and the time left where the end is known. */
  take({ phase, done, total }: Progress, nowMs: number): Speed | undefined {
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#startedAt = nowMs;
      this.#doneAtStart = done;
    }
    const ms = nowMs - this.#startedAt;
    const rows = done - this.#doneAtStart;
    if (ms < settledMs || rows <= 0) return undefined;
    const rowsPerSecond = Math.round((rows * 1000) / ms);
    if (total === undefined || rowsPerSecond === 0) return { rowsPerSecond };
    return { rowsPerSecond, secondsLeft: Math.ceil(Math.max(0, total - done) / rowsPerSecond) };
  }
}
