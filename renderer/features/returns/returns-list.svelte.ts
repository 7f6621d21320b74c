import type { Return } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import type { DocumentKind } from '../../../contract/host.ts';
import { type Stage, stages } from '../../../contract/values/words.ts';
import { Marks } from '../../state/marks.svelte.ts';

export type StageFilter = 'all' | Exclude<Stage, 'draft'>;

/** The filters with the letter that picks each, from anywhere on the list. */
export const stageKeys: Readonly<Record<StageFilter, string>> = {
  all: 'A',
  requested: 'V',
  approved: 'R',
  received: 'I',
  inspected: 'F',
  settled: 'D',
  closed: 'C',
  rejected: 'J',
  cancelled: 'X',
};
export const stageFilters: readonly StageFilter[] = [
  'all',
  ...stages.filter((stage): stage is Exclude<Stage, 'draft'> => stage !== 'draft'),
];

/** More would make the list slow to follow typing; older ones are found by day or text. */
export const listLimit = 50;
const restMs = 120;

/** What the list of returns shows and where it stands. It outlives the screen, so that coming back finds everything in its place. */
export class ReturnsList {
  stage = $state<StageFilter>('all');
  from = $state('');
  to = $state('');
  selected = $state<number>();
  scrollTop = 0;
  /** To be printed together. */
  readonly marks = new Marks<Return>(({ returnId }) => returnId);
  text = $state('');
  #asked = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What can be printed of all of those picked: a receipt is of what was refunded. */
  papers = $derived<readonly ['return-slip', ...DocumentKind[]]>(
    this.marks.rows.every(({ creditNotes }) => creditNotes.length > 0)
      ? ['return-slip', 'refund-receipt']
      : ['return-slip'],
  );

  input = $derived<Input<'returns.search'>>({
    limit: listLimit,
    ...(this.#asked && { text: this.#asked }),
    ...(this.stage !== 'all' && { stage: this.stage }),
    ...(this.from && { from: this.from }),
    ...(this.to && { to: this.to }),
  });
  narrowed = $derived(this.stage !== 'all' || Boolean(this.text.trim() || this.from || this.to));

  /** The shop is asked once typing rests. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#asked = text.trim();
    }, restMs);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.text = '';
    this.#asked = '';
    this.stage = 'all';
    this.from = '';
    this.to = '';
  }
}

export const returnsList = new ReturnsList();
