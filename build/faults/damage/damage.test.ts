import { describe, expect, it } from 'vitest';
import { edits } from './edits.ts';
import { flips } from './flips.ts';

const seeds = [1, Math.floor(Math.random() * 2 ** 31)];
const say = (): void => undefined;

describe('a file that was damaged or changed behind the program’s back', () => {
  it.each(seeds)('is noticed when a flipped bit changes the books (seed %i)', async (seed) => {
    expect((await flips({ numbers: { count: 100 }, seed, say })).bad).toEqual([]);
  });

  it.each(seeds)('is noticed when rows were edited, with all sums mended (seed %i)', async (seed) => {
    expect((await edits({ numbers: { count: 30 }, seed, say })).bad).toEqual([]);
  });
});
