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
      stop: async () => {
        said.push('stop');
        exited();
      },
    };
  };
  const keeper = keepShop({
    start,
    folder: 'own',
    onGone: () => said.push('gone'),
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

test('a shop that dies is started again once, and given up when it dies again at once', () => {
  const { keeper, said, pass } = setUp();
  keeper.current()?.die();
  pass(59_000);
  keeper.current()?.die();
  expect(said).toEqual(['start own', 'gone', 'start own', 'restarted', 'gone']);
  expect(keeper.current()).toBeUndefined();
});

test('a shop that stayed up a minute is started again', () => {
  const { keeper, said, pass } = setUp();
  keeper.current()?.die();
  pass(60_000);
  keeper.current()?.die();
  expect(said.filter((line) => line === 'restarted')).toHaveLength(2);
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
