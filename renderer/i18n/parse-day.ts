import { addDays, type Day, daySchema } from '../../contract/values/days.ts';

const words: Readonly<Record<string, number>> = { 今天: 0, today: 0, 昨天: -1, yesterday: -1 };

/** Reads a day as people type it, year first: `2026-11-05`, `2026/11/5`, `2026年11月5日`, `20261105`, `昨天`. Nothing when it is none. */
export function parseDay(typed: string, today: Day): Day | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const away = words[text];
  if (away !== undefined) return addDays(today, away);
  const parts = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return daySchema.safeParse(written).success ? written : undefined;
}
