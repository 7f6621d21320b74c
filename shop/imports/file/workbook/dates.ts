/** How a number of days is shown: which of day and time the cell's format has. */
export type DateFormat = { readonly hasDay: boolean; readonly hasTime: boolean };

const secondsPerDay = 86_400;
/** Days from the first of spreadsheets to the first of computers; workbooks of old Macs begin four years later. */
const daysBefore1970 = 25_569;
const daysBefore1904 = 1462;
/** Until the 60th day spreadsheets are one day behind: they hold 1900 for a leap year. */
const lastWrongDay = 60;
const lastSerial = 2_958_466;

/**
 * A number of days as `2011-06-03 08:26:00`, to the whole second: the tails of 40513.351388888892 are no time. A day whose format has no
 * time is the day alone, a time without a day `08:26:00`. Nothing when the number is no date a spreadsheet can show.
 */
export function dateText(serial: number, { hasDay, hasTime }: DateFormat, is1904: boolean): string | undefined {
  const days = is1904 ? serial + daysBefore1904 : serial;
  if (!(days >= 0 && days < lastSerial)) return undefined;
  if (days < 1) return hasTime && !hasDay ? timeText(Math.round(days * secondsPerDay)) : undefined;
  const seconds = Math.round((days < lastWrongDay ? days + 1 : days) * secondsPerDay) - daysBefore1970 * secondsPerDay;
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().slice(0, 19).split('T');
  return time === '00:00:00' && !hasTime ? day : `${day} ${time}`;
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The formats that every workbook knows by number, among them those of Chinese, Japanese and Korean Excel. */
const builtInDays: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const builtInTimes: ReadonlySet<number> = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

export function builtInDateFormat(id: number): DateFormat | undefined {
  const format = { hasDay: builtInDays.has(id), hasTime: builtInTimes.has(id) };
  return format.hasDay || format.hasTime ? format : undefined;
}

/** Whether a format that the workbook brings shows a day or a time: its letters say so, outside of words, colours and escapes. */
export function ownDateFormat(code: string): DateFormat | undefined {
  const [section = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';');
  const letters = section
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|standard|am\/pm|a\/p/gi, '')
    .replace(/s\.0+/gi, 's')
    .toLowerCase();
  if (/[0#?@]/.test(letters) || !/[ymdhs]/.test(letters)) return undefined;
  const hasTime = /[hs]/.test(letters);
  return { hasDay: /[yd]/.test(letters) || !hasTime, hasTime };
}
