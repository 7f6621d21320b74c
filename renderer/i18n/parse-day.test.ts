import { expect, test } from 'vitest';
import { parseDay } from './parse-day.ts';

test.each([
  ['2026-11-05', '2026-11-05'],
  ['2026/11/5', '2026-11-05'],
  ['2026.1.5', '2026-01-05'],
  ['２０２６年１１月５日', '2026-11-05'],
  ['20261105', '2026-11-05'],
  [' 昨天 ', '2026-11-20'],
  ['Today', '2026-11-21'],
  ['2026-02-30', undefined],
  ['11/5', undefined],
  ['soon', undefined],
])('%s is %s', (typed, day) => {
  expect(parseDay(typed, '2026-11-21')).toBe(day);
});
