import type { Ticket } from '../../../contract/api/repair.ts';
import type { Input } from '../../../contract/api.ts';
import type { Grade } from '../../../contract/values/words.ts';
import { canBeTwin, TwinChoice } from '../returns/bench-twin.svelte.ts';

export type RepairEnd = Input<'repair.finish'>['disposition'];
export const repairEnds = ['resell', 'scrap', 'supplier', 'send-back'] as const satisfies readonly RepairEnd[];
/** `1` to `4`, in the order of the ways. */
export const endKeys = repairEnds.map((_, index) => index + 1).join('');

type Of = Pick<Ticket, 'ticketId' | 'want' | 'mayGoHome'>;

/** The end of a repair: whether it helped, what the thing is now, and where it goes. The usual way is proposed; the person decides. */
export class Finish {
  mended = $state<boolean>();
  grade = $state<Grade>('B');
  disposition = $state<RepairEnd>('resell');
  writeDownCents = $state<number>();
  note = $state('');
  readonly twin = new TwinChoice();
  readonly #of: Of;
  #tried = $state(false);

  constructor(of: Of) {
    this.#of = of;
  }

  undecided = $derived.by(() => this.#tried && this.mended === undefined);
  /** Scrap and what goes home lose all of their value by themselves. */
  losesAll = $derived.by(() => this.disposition === 'scrap' || this.disposition === 'send-back');

  pickMended(mended: boolean): void {
    this.mended = mended;
    this.grade = mended ? 'B' : 'C';
    this.disposition = this.#goesHome ? 'send-back' : mended ? 'resell' : 'scrap';
  }

  pickGrade(grade: Grade): void {
    this.grade = grade;
  }

  pickWay(disposition: RepairEnd): void {
    if (disposition === 'send-back' && !this.#of.mayGoHome) return;
    this.disposition = disposition;
  }

  /** Whoever brought it to be repaired gets it back, mended or not. */
  get #goesHome(): boolean {
    return this.#of.want === 'repair' && this.#of.mayGoHome;
  }

  /** What to send; nothing before it is said whether the repair helped. */
  toInput(): Omit<Input<'repair.finish'>, 'id'> | undefined {
    this.#tried = true;
    const { mended, grade, disposition, writeDownCents } = this;
    if (mended === undefined) return undefined;
    const note = this.note.trim();
    return {
      ticketId: this.#of.ticketId,
      mended,
      grade,
      disposition,
      ...(writeDownCents && !this.losesAll && { writeDownCents }),
      ...(note && { note }),
      ...(canBeTwin(grade, disposition) && this.twin.toInput()),
    };
  }
}
