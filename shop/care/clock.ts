import { daysBetween } from '../../contract/values/days.ts';
import type { ActionHandler, ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';

/** A shop may be shut for a month; a clock that is further ahead of the last entry is more likely wrong. */
const doubtfulAfterDays = 31;

export type ClockState = 'right' | 'behind' | 'doubtful';

/**
 * How the PC's clock stands to the books. Behind: the last event's day is used until the clock has caught up. Doubtful: nothing is recorded
 * until somebody says that it is right, because business days never run backward and a wrong one would stay for good.
 */
export function clockState({ store, clockDay }: Pick<ReadContext, 'store' | 'clockDay'>): ClockState {
  const { day: lastDay } = store.desk.head();
  if (lastDay === '') return 'right';
  if (clockDay < lastDay) return 'behind';
  return daysBetween({ from: lastDay, to: clockDay }) > doubtfulAfterDays ? 'doubtful' : 'right';
}

export function refuseDoubtfulClock(context: ReadContext): Refused<'clock-doubtful'> | undefined {
  if (clockState(context) !== 'doubtful') return undefined;
  return refuse('clock-doubtful', { clockDay: context.clockDay, lastDay: context.store.desk.head().day });
}

/** Its event is of the clock's day, which is then the last. */
export const confirmClock: ActionHandler<'care.confirmClock'> = ({ today }) => ({ day: today });
