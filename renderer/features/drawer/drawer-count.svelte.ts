import type { DrawerCount } from '../../../contract/api/drawer.ts';
import type { Output } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { misfitAt, refusedWith, type Trouble } from '../../state/shop.svelte.ts';

export type CountContent = {
  readonly pieces: readonly (readonly [cents: number, count: number])[];
  readonly note: string;
};

export type Verdict = 'right' | 'over' | 'short';

export function verdictOf(differenceCents: number): Verdict {
  if (differenceCents === 0) return 'right';
  return differenceCents > 0 ? 'over' : 'short';
}

/** The drawer as it is counted: how many there are of each coin and note, and what is still to be explained. */
export class DrawerCountDesk {
  note = $state('');
  readonly #pieces = $state<Record<number, number | undefined>>({});
  readonly #now: () => Output<'drawer.now'> | undefined;
  readonly #call = new ActionCall('drawer.count');
  #tried = $state(false);

  /** `now` is what the shop says should lie there; it changes while somebody sells. */
  constructor(now: () => Output<'drawer.now'> | undefined) {
    this.#now = now;
  }

  readonly #counted = $derived(
    Object.entries(this.#pieces).filter((pile): pile is [string, number] => pile[1] !== undefined),
  );
  countedCents = $derived(this.#counted.reduce((sum, [cents, count]) => sum + Number(cents) * count, 0));
  /** Nothing before something was counted, and in the first count. */
  differenceCents = $derived.by(() => {
    const expectedCents = this.#now()?.expectedCents;
    if (expectedCents === undefined || this.isEmpty) return undefined;
    return this.countedCents - expectedCents;
  });
  needsNote = $derived(this.differenceCents !== undefined && this.differenceCents !== 0);

  get isEmpty(): boolean {
    return this.#counted.length === 0;
  }

  get busy(): boolean {
    return this.#call.busy;
  }

  /** What nobody can mend here; the note has its own place. */
  get trouble(): Trouble | undefined {
    const trouble = this.#call.trouble as Trouble | undefined;
    return refusedWith(trouble, 'note-for-difference') ? undefined : trouble;
  }

  get emptyError(): string | undefined {
    return this.#tried && this.isEmpty ? t('drawer.count-needed') : undefined;
  }

  get noteError(): string | undefined {
    if (this.#tried && this.#lacksNote) return t('drawer.difference-needs-note');
    return misfitAt(this.#call.trouble as Trouble | undefined, 'note');
  }

  pieces(cents: number): number | undefined {
    return this.#pieces[cents];
  }

  setPieces(cents: number, count: number | undefined): void {
    this.#pieces[cents] = count;
  }

  clear(): void {
    for (const cents of Object.keys(this.#pieces)) this.#pieces[Number(cents)] = undefined;
    this.note = '';
    this.#tried = false;
  }

  /** What is kept while it is counted; nothing before that. */
  get content(): CountContent | undefined {
    if (this.isEmpty && this.note === '') return undefined;
    return { pieces: this.#counted.map(([cents, count]) => [Number(cents), count]), note: this.note };
  }

  restore({ pieces, note }: CountContent): void {
    for (const [cents, count] of pieces) this.#pieces[cents] = count;
    this.note = note;
  }

  /** Gives the count once it is recorded. */
  async record(): Promise<DrawerCount | undefined> {
    this.#tried = true;
    if (this.isEmpty || this.#lacksNote) return undefined;
    const note = this.note.trim();
    const coins = this.#counted.map(([cents, count]) => ({ cents: Number(cents), count }));
    return this.#call.run({ coins, ...(note && { note }) });
  }

  /** Also where something was sold between the last look and this moment. */
  get #lacksNote(): boolean {
    const refused = refusedWith(this.#call.trouble as Trouble | undefined, 'note-for-difference');
    return (this.needsNote || refused !== undefined) && this.note.trim() === '';
  }
}
