import type { Ticket, WorkKind } from '../../../contract/api/repair.ts';
import type { Input } from '../../../contract/api.ts';
import type { PaidBy } from '../../../contract/values/words.ts';

export const workKinds = ['part', 'labour', 'outside', 'note'] as const satisfies readonly WorkKind[];
/** `1` to `4`, in the order of the kinds. */
export const workKeys = workKinds.map((_, index) => index + 1).join('');

export type KeptWork = {
  readonly kind: WorkKind;
  readonly what: string;
  readonly minutes?: number | undefined;
  readonly cents?: number | undefined;
  readonly paidBy: PaidBy;
};

/** One entry of work on a ticket, as it is typed. */
export class Work {
  kind = $state<WorkKind>('part');
  what = $state('');
  minutes = $state<number>();
  cents = $state<number>();
  paidBy = $state<PaidBy>('cash');
  #tried = $state(false);

  costs = $derived.by(() => this.kind !== 'note' && (this.cents ?? 0) > 0);
  missing = $derived.by(() => this.#tried && this.what.trim() === '');

  /** What to send; nothing while it is not said what was done. */
  toInput({ ticketId }: Pick<Ticket, 'ticketId'>): Omit<Input<'repair.work'>, 'id'> | undefined {
    this.#tried = true;
    if (this.missing) return undefined;
    return {
      ticketId,
      kind: this.kind,
      what: this.what.trim(),
      ...(this.minutes && { minutes: this.minutes }),
      ...(this.costs && this.cents && { cents: this.cents, paidBy: this.paidBy }),
    };
  }

  keep(): KeptWork {
    const { kind, what, minutes, cents, paidBy } = this;
    return { kind, what, minutes, cents, paidBy };
  }

  restore(kept: KeptWork): void {
    this.kind = kept.kind;
    this.what = kept.what;
    this.minutes = kept.minutes;
    this.cents = kept.cents;
    this.paidBy = kept.paidBy;
  }
}
