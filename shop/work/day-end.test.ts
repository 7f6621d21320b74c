import { expect, test } from 'vitest';
import { dayEnds, nextDayBegins } from './day-end.ts';

test.each([
  ['Asia/Shanghai', '2026-11-18', '2026-11-18T16:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-18', '2026-11-18T18:15:00.000Z'],
  ['America/New_York', '2026-11-18', '2026-11-19T05:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-31', '2026-12-31T10:00:00.000Z'],
  // The clock goes from 23:59 to 01:00: the day begins an hour late.
  ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00.000Z'],
])('in %s the day after %s begins at %s', (timeZone, day, instant) => {
  expect(nextDayBegins(timeZone, day)).toBe(instant);
});

test('a day is over after its last second', () => {
  expect(dayEnds('Asia/Shanghai', '2026-11-18')).toBe('2026-11-18T15:59:59.000Z');
});
