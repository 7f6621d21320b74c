import type { HistoryEnd } from './run.ts';

/** The end of a history as it goes from one process to another, where maps do not. */
export type Ended = { readonly counts: readonly (readonly [string, number])[]; readonly difference?: string };

export function asMessage({ counts, difference }: HistoryEnd): Ended {
  return { counts: [...counts], ...(difference !== undefined && { difference }) };
}
