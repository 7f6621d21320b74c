import type { Output } from '../../../contract/api.ts';
import type { PaidOut } from '../../../db/queries/unusual.ts';

type Items = Output<'insight.unusual'>['items'];

/**
 * Several payouts of one person on one day for the same sale or customer, none of them above a limit, all together above it (PRACTICE §4).
 * `limitsOf` gives the limits that a payout kept below.
 */
export function splitOf(paid: readonly PaidOut[], limitsOf: (row: PaidOut) => readonly number[]): Items {
  const found = [...groups(paid, ({ saleId }) => saleId), ...groups(paid, ({ customerId }) => customerId)].flatMap(
    (rows) => {
      const sum = rows.reduce((total, { cents }) => total + cents, 0);
      const [newest] = rows;
      if (!newest || rows.length < 2) return [];
      const limit = limitsOf(newest).find((cents) => sum > cents && rows.every((row) => row.cents <= cents));
      return limit === undefined ? [] : [{ rows, sum, limit, newest }];
    },
  );
  // What was split over one sale is mostly of one customer as well: it is told once, with all that belongs to it.
  const told = found.filter(({ rows }, index) => !found.some((other, at) => isTold(rows, other.rows, at < index)));
  return told.map(({ rows, sum, limit, newest: { day, at, person, returnId, number } }) => ({
    kind: 'splitting',
    ...{ day, at, person, returnId, number },
    amountCents: sum,
    limitCents: limit,
    count: rows.length,
  }));
}

type Rows = readonly PaidOut[];

/** Whether others tell all of these: there are more of them, or they are the same and come first. */
function isTold(rows: Rows, others: Rows, isEarlier: boolean): boolean {
  const isLess = rows.length < others.length || (isEarlier && rows.length === others.length);
  return isLess && rows.every((row) => others.includes(row));
}

function groups(paid: Rows, keyOf: (row: PaidOut) => number | null): Rows[] {
  const byKey = Map.groupBy(
    paid.filter((row) => keyOf(row) !== null),
    (row) => `${row.person} ${row.day} ${keyOf(row)}`,
  );
  return [...byKey.values()];
}
