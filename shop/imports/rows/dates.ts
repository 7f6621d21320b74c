import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from '../../../contract/values/days.ts';
import { dayIn } from '../../clock.ts';
import { type Cell, cleanCell, remembered } from './cells.ts';

/** When a row happened: the instant, and the day in the shop's time zone. */
export type Moment = { readonly at: Instant; readonly ms: number; readonly day: Day };

/** `2011-6-3`, `2011/06/03 8:26`, `2011年6月3日 08:26:00`, `2011-06-03T08:26:00.000`. */
const local = /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
/** `2011-06-03T08:26:00Z`, `2011-06-03 08:26:00 -0500`. */
const withOffset = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/;

/** A reader of dates in one time zone. Only orders that cannot be mistaken are dates: the year comes first. */
export function dateReader(timeZone: string): (raw: string) => Cell<Moment> {
  const offsetMs = remembered((day) => ({ value: wholeDayOffset(day, timeZone) }));
  return (raw) => {
    const text = cleanCell(raw);
    if (text === '') return { problem: 'field-empty' };
    const zoned = withOffset.exec(text);
    if (zoned) return readWithOffset(zoned, timeZone);
    const parts = local.exec(text);
    if (!parts) return { problem: 'not-a-date' };
    const [, year, , month, date, hour = '0', minute = '0', second = '0'] = parts;
    const utc = Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute), Number(second));
    const plain = `${year}-${pad(month)}-${pad(date)}T${pad(hour)}:${minute.padStart(2, '0')}:${pad(second)}`;
    // A day that does not exist (31 June) comes out as another one.
    if (new Date(utc).toISOString().slice(0, 19) !== plain || Number(year) < 1970) return { problem: 'not-a-date' };
    const day = plain.slice(0, 10);
    const offset = offsetMs(day).value;
    const ms = offset === undefined ? instantOf(plain, timeZone) : utc - offset;
    return { value: { at: new Date(ms).toISOString(), ms, day } };
  };
}

function pad(text: string | undefined): string {
  return (text ?? '0').padStart(2, '0');
}

function readWithOffset([, day, time, offset = '']: RegExpExecArray, timeZone: string): Cell<Moment> {
  const ms = Date.parse(`${day}T${time}${offset === 'UTC' ? 'Z' : offset.replace(/^(...)(\d\d)$/, '$1:$2')}`);
  if (Number.isNaN(ms)) return { problem: 'not-a-date' };
  const at = new Date(ms).toISOString();
  return { value: { at, ms, day: dayIn(timeZone, at) } };
}

function instantOf(plain: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(plain).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The zone's distance from UTC, when it is the same all day: on the two days a year when clocks change it is not. */
function wholeDayOffset(day: Day, timeZone: string): number | undefined {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  const end = start.add({ days: 1 });
  return start.offsetNanoseconds === end.offsetNanoseconds ? start.offsetNanoseconds / 1e6 : undefined;
}
