import { addDays, type Day, type Instant } from '../../contract/values/days.ts';
import { dayIn } from '../clock.ts';

const minuteMs = 60_000;
/** No time zone is further from Greenwich than this. */
const furthestMs = 16 * 3_600_000;

/** When the day after one begins in a time zone. Days begin on a whole minute everywhere; where clocks change at midnight they begin later. */
export function nextDayBegins(timeZone: string, day: Day): Instant {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  let [before, after] = [midnight - furthestMs, midnight + furthestMs];
  while (after - before > minuteMs) {
    const middle = before + Math.floor((after - before) / minuteMs / 2) * minuteMs;
    if (dayIn(timeZone, new Date(middle).toISOString()) > day) after = middle;
    else before = middle;
  }
  return new Date(after).toISOString();
}

/** The last second of a day: what is due on a day may be done until then. */
export function dayEnds(timeZone: string, day: Day): Instant {
  return new Date(Date.parse(nextDayBegins(timeZone, day)) - 1000).toISOString();
}
