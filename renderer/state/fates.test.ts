import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Fate, Fates } from './fates.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const id = '0198b1de-0000-7000-8000-000000000001';

/** A shop that says nothing until it is back. */
function shop(happened: boolean) {
  const said: Fate[] = [];
  const away = { isBack: false };
  const fates = new Fates({
    ask: async () => (away.isBack ? { happened } : undefined),
    say: (fate) => void said.push(fate),
    pauseMs: 1000,
  });
  return { fates, said, away };
}

test.each([
  ['saved', true],
  ['not-saved', false],
] as const)('an action of which nothing is known is asked for until the shop says: %s', async (fate, happened) => {
  const { fates, said, away } = shop(happened);
  fates.follow(id);
  await vi.advanceTimersByTimeAsync(5000);
  const before = fates.of(id);
  away.isBack = true;
  await vi.advanceTimersByTimeAsync(1000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([before, fates.of(id), said]).toEqual([undefined, fate, [fate]]);
});

test('an action that was done again and answered is not asked for any more', async () => {
  const { fates, said, away } = shop(true);
  fates.follow(id);
  await vi.advanceTimersByTimeAsync(10);
  fates.settle(id);
  away.isBack = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect([fates.of(id), said]).toEqual([undefined, []]);
});
