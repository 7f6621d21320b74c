import type { RefusalData } from '../../contract/refusals.ts';

export type DoubtfulClock = RefusalData<'clock-doubtful'>;
/** Asked of itself, before anything was refused, the last day is not at hand. */
type Asked = Pick<DoubtfulClock, 'clockDay'> & Partial<DoubtfulClock>;

/** The question whether the PC's clock is right. Actions that were refused for it wait for the answer and are then done after all. */
export class ClockDoubt {
  /** What is asked about; nothing while nobody asks. */
  asked = $state.raw<Asked>();
  #waiting: ((isRight: boolean) => void)[] = [];

  /** Asks the person. Settles once somebody has said it; several actions hear the same answer. */
  ask(facts: Asked): Promise<boolean> {
    this.asked = facts;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  say(isRight: boolean): void {
    this.asked = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const hear of waiting) hear(isRight);
  }
}

export const clockDoubt = new ClockDoubt();
