import type { Day, Instant } from '../contract/values/days.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

let last = { timeZone: '', minute: '', day: '' };

/** The day an instant falls on in a time zone. Days begin on a whole minute everywhere, so one answer serves the minute. */
export function dayIn(timeZone: string, instant: Instant): Day {
  const minute = instant.slice(0, 16);
  if (last.timeZone === timeZone && last.minute === minute) return last.day;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  last = { timeZone, minute, day: format.format(new Date(instant)) };
  return last.day;
}

/** The time of day of an instant on the clocks of a time zone, `HH:MM`. */
export function timeIn(timeZone: string, instant: Instant): string {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return shown.format(new Date(instant));
}
