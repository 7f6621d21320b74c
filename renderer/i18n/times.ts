import { daysBetween } from '../../contract/values/days.ts';
import type { Locale } from '../../contract/values/words.ts';
import { pair, type Said } from '../../contract/words/index.ts';

export type TimeIn = { readonly locale: Locale; readonly timeZone: string; readonly now: number };

const today = pair('今天', 'Today');
const yesterday = pair('昨天', 'Yesterday');
const tomorrow = pair('明天', 'Tomorrow');

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, known);
  return known;
}

/** English days are written as in most of the world: 5 Mar 2026. */
const dateLocale = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** The day of an instant in the shop's time zone. */
export function dayOfInstant(at: number, timeZone: string): string {
  return dateFormat('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** A day as people say it: today, yesterday, a weekday within the last week, else the date. */
export function sayDay(day: string, { locale, timeZone, now }: TimeIn): string {
  const away = daysBetween({ from: dayOfInstant(now, timeZone), to: day });
  const near: Record<number, Said> = { 0: today, [-1]: yesterday, 1: tomorrow };
  const word = near[away];
  if (word) return word[locale];
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (away < 0 && away > -7) return dateFormat(dateLocale(locale), 'UTC', { weekday: 'short' }).format(noon);
  const thisYear = day.slice(0, 4) === dayOfInstant(now, timeZone).slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: locale === 'en' ? 'short' : 'long' };
  return dateFormat(dateLocale(locale), 'UTC', thisYear ? options : { ...options, year: 'numeric' }).format(noon);
}

/** A day in full, where it matters which year it is: `2026年3月5日`, `5 March 2026`. */
export function sayFullDay(day: string, locale: Locale): string {
  return dateFormat(dateLocale(locale), 'UTC', { dateStyle: 'long' }).format(Date.parse(`${day}T12:00:00Z`));
}

/** A month by name: `2026年3月`, `March 2026`. */
export function sayMonth(month: string, locale: Locale): string {
  return dateFormat(dateLocale(locale), 'UTC', { year: 'numeric', month: 'long' }).format(
    Date.parse(`${month}-15T12:00:00Z`),
  );
}

/** The time of day, on the 24-hour clock. */
function clockTime(at: number, { locale, timeZone }: TimeIn): string {
  return dateFormat(dateLocale(locale), timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** An instant as people say it: `昨天 15:20`; the time is left out once it is more than a week ago. */
export function sayInstant(instant: string, around: TimeIn): string {
  const at = Date.parse(instant);
  const day = dayOfInstant(at, around.timeZone);
  const away = daysBetween({ from: dayOfInstant(around.now, around.timeZone), to: day });
  const said = sayDay(day, around);
  return away > -7 ? `${said} ${clockTime(at, around)}` : said;
}

/** An instant to the second, for the hint on hover. */
export function sayExactly(instant: string, { locale, timeZone }: TimeIn): string {
  return dateFormat(dateLocale(locale), timeZone, { dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' }).format(
    Date.parse(instant),
  );
}

/** How far off a due time is: `迟 2 天`, `2 d late`, `剩 3 小时`, `3 h left`. */
export function sayDue(dueAt: string, { locale, now }: TimeIn): string {
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  const length = sayLength(Math.abs(minutes), locale);
  if (locale === 'en') return minutes < 0 ? `${length} late` : `${length} left`;
  return minutes < 0 ? `迟 ${length}` : `剩 ${length}`;
}

/** A length of time as people say it: `5 分钟`, `3 h`, `2 d`. */
export function sayLength(minutes: number, locale: Locale): string {
  const [count, zh, en] =
    minutes < 60
      ? [Math.max(1, minutes), '分钟', 'min']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), '小时', 'h']
        : [Math.round(minutes / 1440), '天', 'd'];
  return `${count} ${locale === 'en' ? en : zh}`;
}
