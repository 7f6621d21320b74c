import type { Output } from '../../contract/api.ts';

type Cycle = Output<'insight.summary'>['cycle'];

/** Median (the mean of the two middle ones) and 90th percentile (the day by which nine of ten were paid) of whole days. */
export function cycleOf(days: readonly number[]): Cycle {
  const sorted = days.toSorted((a, b) => a - b);
  const settled = sorted.length;
  const [low, high] = [sorted[Math.floor((settled - 1) / 2)], sorted[Math.floor(settled / 2)]];
  const ninth = sorted[Math.ceil(settled * 0.9) - 1];
  if (low === undefined || high === undefined || ninth === undefined) return { settled };
  return { settled, medianDays: (low + high) / 2, p90Days: ninth };
}
