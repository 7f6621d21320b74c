import type { DrawerMoveKind } from '../../../contract/api/drawer.ts';
import type { Output } from '../../../contract/api.ts';
import type { Day } from '../../../contract/values/days.ts';

type Listed = Output<'drawer.list'>;

/** What happened to the drawer on a day. */
export type DrawerDay = {
  readonly day: Day;
  /** What was counted last on that day; nothing where it was not counted. */
  readonly countedCents?: number;
  /** Over and short of all counts of the day. */
  readonly differenceCents: number;
};

export function isOutward(kind: DrawerMoveKind): boolean {
  return kind === 'taken-out' || kind === 'to-bank';
}

/** The days on which the drawer was counted or cash was put in or taken out, the newest first. */
export function drawerDays({ counts, moves }: Listed): DrawerDay[] {
  const days = [...new Set([...counts, ...moves].map(({ day }) => day))].sort().reverse();
  return days.map((day) => {
    const counted = counts.filter((count) => count.day === day);
    return {
      day,
      ...(counted[0] && { countedCents: counted[0].countedCents }),
      differenceCents: counted.reduce((sum, { differenceCents }) => sum + differenceCents, 0),
    };
  });
}
