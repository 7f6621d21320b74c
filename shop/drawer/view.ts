import type { DrawerCount, DrawerMoveKind } from '../../contract/api/drawer.ts';
import type { Output } from '../../contract/api.ts';
import type { DrawerCountRow, DrawerMoveRow } from '../../db/queries/drawer.ts';

type Move = Output<'drawer.move'>;

export function viewCount(row: DrawerCountRow): DrawerCount {
  const { number, day, at, person, countedCents, expectedCents, note } = row;
  const coins = JSON.parse(row.coins) as [number, number][];
  return {
    number,
    day,
    at,
    person,
    coins: coins.map(([cents, count]) => ({ cents, count })),
    countedCents,
    ...(expectedCents !== null && { expectedCents }),
    differenceCents: expectedCents === null ? 0 : countedCents - expectedCents,
    ...(note !== null && { note }),
  };
}

export function viewMove({ kind, cents, booked, note, ...row }: DrawerMoveRow): Move {
  return {
    ...row,
    kind: kind as DrawerMoveKind,
    amountCents: cents,
    booked: booked === 1,
    ...(note !== null && { note }),
  };
}
