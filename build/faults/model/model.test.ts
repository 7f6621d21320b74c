import { describe, expect, it } from 'vitest';
import { model } from './part.ts';

/** Enough for every kind of thing to happen; the long form is `npm run faults -- model`. */
const short = { actions: 250, seeds: 1, processes: 1 };
const seeds = [1, 2, 3, Math.floor(Math.random() * 2 ** 31)];

describe('random histories, in the shop and in a model of its rules', () => {
  it.each(seeds)('seed %i is the same in both after every action', async (seed) => {
    const { bad } = await model({ numbers: short, seed, say: () => undefined });
    expect(bad).toEqual([]);
  });
});
