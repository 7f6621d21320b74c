import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Draft, type DraftStore } from './draft.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Keeps drafts in memory and tells what was saved, in order. */
function memory(): DraftStore & { readonly saved: string[] } {
  const kept = new Map<string, string>();
  const saved: string[] = [];
  return {
    saved,
    save: async (screen, content) => {
      saved.push(content);
      kept.set(screen, content);
      return true;
    },
    load: async (screen) => kept.get(screen),
  };
}

test('what is typed is saved once typing rests', async () => {
  const store = memory();
  const draft = new Draft<{ note: string }>('counter', store);
  for (const note of ['n', 'no', 'not worn']) draft.keep({ note });
  await vi.advanceTimersByTimeAsync(500);
  expect([store.saved, await draft.load()]).toEqual([['{"note":"not worn"}'], { note: 'not worn' }]);
});

test('leaving the screen saves at once', async () => {
  const store = memory();
  const draft = new Draft<number>('counter', store);
  draft.keep(7);
  await draft.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.saved).toEqual(['7']);
});

test('what is done is forgotten, and nothing that waited comes back', async () => {
  const store = memory();
  const draft = new Draft<number>('counter', store);
  draft.keep(7);
  await draft.forget();
  await vi.advanceTimersByTimeAsync(1000);
  expect([store.saved, await draft.load()]).toEqual([[''], undefined]);
});

test('a draft that cannot be read is no draft', async () => {
  const store = memory();
  await store.save('counter', '{broken');
  expect(await new Draft('counter', store).load()).toBeUndefined();
});

test('what could not be saved is saved once the shop is back, and never over something newer', async () => {
  const store = memory();
  let isBack = false;
  const draft = new Draft<number>('counter', {
    ...store,
    save: async (screen, content) => isBack && store.save(screen, content),
  });
  draft.keep(7);
  await vi.advanceTimersByTimeAsync(500);
  isBack = true;
  draft.keep(8);
  await vi.advanceTimersByTimeAsync(5000);
  expect(store.saved).toEqual(['8']);
});
