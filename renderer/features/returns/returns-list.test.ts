import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReturnsList } from './returns-list.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the shop is asked for what the filters say, once typing rests', () => {
  const list = new ReturnsList();
  list.stage = 'approved';
  list.from = '2026-11-01';
  list.type('R-2');
  list.type('R-2026 ');
  expect(list.input).toEqual({ limit: 50, stage: 'approved', from: '2026-11-01' });
  vi.advanceTimersByTime(200);
  expect(list.input).toEqual({ limit: 50, stage: 'approved', from: '2026-11-01', text: 'R-2026' });
});

test('cleared filters ask for everything, what was being typed included', () => {
  const list = new ReturnsList();
  list.type('cup');
  list.stage = 'closed';
  list.clear();
  vi.advanceTimersByTime(200);
  expect([list.input, list.narrowed]).toEqual([{ limit: 50 }, false]);
});
