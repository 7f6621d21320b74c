import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHands } from './idle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A desk that is left after three minutes, and how often that was told. */
function desk() {
  const page = new EventTarget();
  let idle = 0;
  const stop = watchHands(page, {
    afterMs: 180_000,
    onIdle: () => {
      idle += 1;
    },
    steady: Date.now,
  });
  return { touch: (hand: string) => page.dispatchEvent(new Event(hand)), stop, idle: () => idle };
}

test('nobody’s hand for the time set is told once', () => {
  const { idle } = desk();
  vi.advanceTimersByTime(179_999);
  expect(idle()).toBe(0);
  vi.advanceTimersByTime(600_000);
  expect(idle()).toBe(1);
});

test('each touch begins the time anew, by one timer', () => {
  const { idle, touch } = desk();
  vi.advanceTimersByTime(170_000);
  touch('keydown');
  touch('pointermove');
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(179_000);
  expect(idle()).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(idle()).toBe(1);
});

test('what is not watched any more tells nothing', () => {
  const { idle, stop } = desk();
  stop();
  vi.advanceTimersByTime(600_000);
  expect([idle(), vi.getTimerCount()]).toEqual([0, 0]);
});
