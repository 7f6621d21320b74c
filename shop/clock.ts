import type { Day, Instant } from '../contract/values/days.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day an instant falls on in a time zone. */
export function dayIn(timeZone: string, instant: Instant): Day {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}
