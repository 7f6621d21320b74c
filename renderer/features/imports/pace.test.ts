import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('the speed is told after half a second, the time left once the end is known', () => {
  const pace = new Pace();
  expect(pace.take({ phase: 'reading', done: 1000 }, 10_000)).toBeUndefined();
  expect(pace.take({ phase: 'reading', done: 2000 }, 10_400)).toBeUndefined();
  expect(pace.take({ phase: 'reading', done: 3000 }, 11_000)).toEqual({ rowsPerSecond: 2000 });
});

test('each phase has its own speed', () => {
  const pace = new Pace();
  pace.take({ phase: 'reading', done: 0 }, 0);
  pace.take({ phase: 'reading', done: 50_000 }, 1000);
  pace.take({ phase: 'storing', done: 0, total: 50_000 }, 1000);
  expect(pace.take({ phase: 'storing', done: 10_000, total: 50_000 }, 3000)).toEqual({
    rowsPerSecond: 5000,
    secondsLeft: 8,
  });
});
