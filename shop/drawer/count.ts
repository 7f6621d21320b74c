import type { ParsedInput } from '../../contract/api.ts';
import { asCents } from '../../contract/values/money.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { refuse } from '../refused.ts';
import { expectedAfter } from './expected.ts';
import { viewCount } from './view.ts';

type Coins = ParsedInput<'drawer.count'>['coins'];

/** Cash that is there beyond what should be, or is missing, is booked at once: from then on the drawer holds what was counted. */
export const countDrawer: ActionHandler<'drawer.count'> = (context, { coins, note }) => {
  const { store, today, now, person } = context;
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;
  const { seq } = store.desk.head();
  const { expectedCents } = expectedAfter(store.drawer, seq);
  const piles = pilesOf(coins);
  const countedCents = asCents(piles.reduce((sum, [cents, count]) => sum + cents * count, 0));
  const differenceCents = expectedCents === undefined ? 0 : countedCents - expectedCents;
  if (differenceCents !== 0 && !note) return refuse('note-for-difference', { differenceCents });
  const row = {
    number: nextNumber(context, 'D', today),
    day: today,
    coins: JSON.stringify(piles),
    countedCents,
    expectedCents: expectedCents ?? null,
    note: note || null,
    at: now,
    person,
  };
  store.facts.add('drawerCounts', row);
  postDifference(context, { document: row.number, differenceCents });
  return viewCount({ ...row, eventSeq: seq + 1 });
};

/** Largest first, each coin and note once, what was not there left out. */
function pilesOf(coins: Coins): [number, number][] {
  const counts = new Map<number, number>();
  for (const { cents, count } of coins) counts.set(cents, (counts.get(cents) ?? 0) + count);
  return [...counts].filter(([, count]) => count > 0).sort(([one], [other]) => other - one);
}

function postDifference(
  context: ActionContext,
  { document, differenceCents }: { readonly document: string; readonly differenceCents: number },
): void {
  const [over, short] = [Math.max(differenceCents, 0), Math.max(-differenceCents, 0)];
  postEntry(context, {
    kind: 'drawer-difference',
    document,
    day: context.today,
    lines: [
      { role: 'cash', debitCents: over },
      { role: 'cash-difference', creditCents: over },
      { role: 'cash-difference', debitCents: short },
      { role: 'cash', creditCents: short },
    ],
  });
}
