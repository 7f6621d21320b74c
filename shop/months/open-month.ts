import { type Day, monthOf } from '../../contract/values/days.ts';
import type { ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';

/** Refuses a day of a closed month; nothing is written there any more (DESIGN §6 rule 13). */
export function refuseClosedMonth({ store }: ReadContext, day: Day): Refused<'month-closed'> | undefined {
  const month = monthOf(day);
  return store.desk.monthClosedAt(month) === undefined ? undefined : refuse('month-closed', { month });
}
