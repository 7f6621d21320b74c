import type { CounterLine } from './counter-line.svelte.ts';
import type { Place } from './places.ts';

/** What the column of things that come back needs to know of the return they belong to. */
export type LinesDesk = {
  readonly lines: readonly CounterLine[];
  activeKey: number | undefined;
  errorAt(place: Place): string | undefined;
  remove(line: CounterLine): void;
  changed(): void;
  /** A step of the quantity that cannot be done. */
  sayNoneLeft(line: CounterLine): void;
};
