import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shopHealth } from './health.svelte.ts';

type Sent = { readonly call: number; readonly name: string };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A shop whose check of the start runs until it is told to be done. */
function shop() {
  const check = { state: 'running' };
  const heard: ((message: unknown) => void)[] = [];
  let asked = 0;
  vi.stubGlobal('window', {
    backshelf: {
      send: ({ call }: Sent) => {
        asked += 1;
        for (const hear of heard) hear({ kind: 'outcome', call, outcome: { ok: { startCheck: check.state } } });
      },
      onMessage: (hear: (message: unknown) => void) => void heard.push(hear),
      onClose: () => {},
    },
  });
  const tell = (by: string): void => {
    for (const hear of heard) hear({ kind: 'event', event: { type: 'changed', by } });
  };
  return { check, tell, asked: () => asked };
}

test('health is asked at once, often while the check of the start runs, then calmly, and after every change but a draft', async () => {
  const { check, tell, asked } = shop();
  const stop = shopHealth.watch();
  await vi.advanceTimersByTimeAsync(4000);
  const whileRunning = asked();
  check.state = 'good';
  await vi.advanceTimersByTimeAsync(2000);
  const atItsEnd = asked();
  await vi.advanceTimersByTimeAsync(10_000);
  tell('drafts.save');
  await vi.advanceTimersByTimeAsync(1000);
  const calm = asked();
  for (let sales = 0; sales < 5; sales += 1) tell('sales.record');
  await vi.advanceTimersByTimeAsync(1000);
  const changed = asked();
  stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect([whileRunning, atItsEnd, calm, changed, asked()]).toEqual([3, 4, 4, 5, 5]);
  expect(shopHealth.current?.startCheck).toBe('good');
});
