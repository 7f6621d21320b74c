import { expect, test } from 'vitest';
import { cycleOf } from './cycle.ts';

test.each([
  [[], { settled: 0 }],
  [[4], { settled: 1, medianDays: 4, p90Days: 4 }],
  [[5, 1], { settled: 2, medianDays: 3, p90Days: 5 }],
  [[10, 1, 2, 9, 3, 8, 4, 7, 5, 6], { settled: 10, medianDays: 5.5, p90Days: 9 }],
])('the cycle of %j', (days, expected) => {
  expect(cycleOf(days)).toEqual(expected);
});
