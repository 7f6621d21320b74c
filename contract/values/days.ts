import { z } from 'zod';

/** `YYYY-MM-DD` in the shop's time zone. */
export type Day = string;
/** `YYYY-MM` in the shop's time zone. */
export type Month = string;
/** ISO 8601 in UTC, to the millisecond. */
export type Instant = string;

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, { params: { rule: 'real-day' } });
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const instantSchema = z.iso.datetime({ offset: true });

/** What is recorded here is of 1970 or later: numbers of documents carry the year. Everywhere on earth its second day is of that year. */
const firstDay = '1970-01-02';
export const recordedDaySchema = daySchema.refine((day) => day >= firstDay, { params: { rule: 'real-day' } });
export const recordedInstantSchema = instantSchema.refine((instant) => Date.parse(instant) >= Date.parse(firstDay), {
  params: { rule: 'real-day' },
});

/** The day that many days later (or earlier, below zero). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween({ from, to }: { from: Day; to: Day }): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function laterDay(one: Day, other: Day): Day {
  if (one < other) return other;
  return one;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** A moment as it stands in names: without the signs that some systems do not allow there. */
export function stampOf(at: Instant): string {
  return at.replace(/[-:.]/g, '');
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): { from: Day; to: Day } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}
