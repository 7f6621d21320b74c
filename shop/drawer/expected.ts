import type { DrawerCountRow, DrawerReads, DrawerTotals } from '../../db/queries/drawer.ts';

export type Expected = {
  /** The count it starts from; nothing before the first. */
  readonly since: DrawerCountRow | undefined;
  readonly totals: DrawerTotals;
  readonly expectedCents: number | undefined;
};

const nothing: DrawerTotals = { inCents: 0, outCents: 0, count: 0 };

/** What should have lain in the drawer after an event: the last count, and all that came and went since. */
export function expectedAfter(drawer: DrawerReads, until: number): Expected {
  const since = drawer.countUntil(until);
  if (!since) return { since, totals: nothing, expectedCents: undefined };
  const totals = drawer.totals({ after: since.eventSeq, until });
  return { since, totals, expectedCents: since.countedCents + totals.inCents - totals.outCents };
}
