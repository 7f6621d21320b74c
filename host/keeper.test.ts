import { expect, test } from 'vitest';
import { type Keeper, type KeptProcess, keepShop } from './keeper.ts';

type Process = KeptProcess & { readonly folder: string; die(): void };

function setUp(): { keeper: Keeper<Process>; said: string[]; pass(ms: number): void } {
  const said: string[] = [];
  let now = 0;
  const start = (folder: string): Process => {
    let exited = () => {};
    said.push(`start ${folder}`);
    return {
      folder,
      onExit: (hear) => {
        exited = hear;
      },
      die: () => exited(),
      rest: () => said.push('rest'),
      stop: async () => {
        said.push('stop');
        exited();
      },
    };
  };
  const keeper = keepShop({
    start,
    folder: 'own',
    onGone: ({ forGood }) => said.push(forGood ? 'gone for good' : 'gone'),
    onRestarted: () => said.push('restarted'),
    now: () => now,
  });
  return {
    keeper,
    said,
    pass: (ms) => {
      now += ms;
    },
  };
}

/** It dies and, so long later, once more, as often as the list says. */
function dieEvery({ keeper, pass }: ReturnType<typeof setUp>, waits: readonly number[]): void {
  for (const ms of waits) {
    keeper.current()?.die();
    pass(ms);
  }
}

test('a shop that dies is started again, and given up for good at the third death within a minute', () => {
  const set = setUp();
  dieEvery(set, [30_000, 29_000, 0]);
  expect(set.said).toEqual([
    'start own',
    'gone',
    'start own',
    'restarted',
    'gone',
    'start own',
    'restarted',
    'gone for good',
  ]);
  expect(set.keeper.current()).toBeUndefined();
});

test('a shop that dies now and then is always started again', () => {
  const set = setUp();
  dieEvery(set, [30_000, 30_000, 30_000, 30_000, 30_000]);
  expect(set.said.filter((line) => line === 'restarted')).toHaveLength(5);
});

test('one that was given up is started when a person asks, and gets its three chances again', () => {
  const set = setUp();
  dieEvery(set, [0, 0, 0]);
  set.keeper.startAgain();
  set.keeper.startAgain();
  dieEvery(set, [0, 0]);
  expect(set.said.filter((line) => line === 'restarted')).toHaveLength(5);
});

test('while the shop is closed its folder may be moved, and where that fails the same shop is opened again', async () => {
  const { keeper, said } = setUp();
  expect(await keeper.whileClosed(async () => ({ folder: 'elsewhere', result: said.length }))).toBe(3);
  await expect(keeper.whileClosed(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(said.filter((line) => line.startsWith('start '))).toEqual(['start own', 'start elsewhere', 'start elsewhere']);
  expect(keeper.folder()).toBe('elsewhere');
});

test('switching stops one shop before it opens the other, and is no death', async () => {
  const { keeper, said } = setUp();
  await keeper.switchTo('own-demo');
  expect(said).toEqual(['start own', 'gone', 'stop', 'start own-demo', 'restarted']);
  expect(keeper.current()?.folder).toBe('own-demo');
});

test('a shop that was stopped stays stopped', async () => {
  const { keeper, said } = setUp();
  await keeper.stop();
  expect(said).toEqual(['start own', 'gone', 'stop']);
});
