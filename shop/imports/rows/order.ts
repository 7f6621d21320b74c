import type { SalesHabits, StatusMeaning } from '../profiles/habits.ts';
import type { Moment } from './dates.ts';
import type { readersOf } from './readers.ts';
import type { Taker } from './taker.ts';

/** What a row says of its order. */
export type OrderPart = { readonly moment: Moment | undefined; readonly meaning: StatusMeaning };

/** When an order was made and what its status means. Both may stand on its first row only (FORMATS §1 rule 5): the next rows go on with them. */
export function orderReader(
  taker: Taker,
  { readers, meaningOf }: { readers: ReturnType<typeof readersOf>; meaningOf: SalesHabits['meaningOf'] | undefined },
): (number: string, status: string) => OrderPart {
  const isMomentSaid = taker.isSaid('soldAt');
  const isEmpty = taker.field('soldAt', (raw) => ({ value: raw.trim() === '' }), true);
  const moment = taker.field<Moment | undefined>('soldAt', readers.soldAt, undefined);
  let before: (OrderPart & { readonly number: string }) | undefined;
  return (number, status) => {
    const carried = before?.number === number ? before : undefined;
    const meaning = carried && status === '' ? carried.meaning : (meaningOf?.(status, taker.cell) ?? 'sold');
    const isCarried = isMomentSaid && carried?.moment !== undefined && isEmpty();
    before = { number, meaning, moment: meaning === 'not-paid' ? undefined : isCarried ? carried.moment : moment() };
    return before;
  };
}
