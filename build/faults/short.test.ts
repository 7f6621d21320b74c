import { expect, test, vi } from 'vitest';
import { cuts, weakCuts } from './cuts/cuts.ts';
import { drills } from './drills/drills.ts';
import type { Part } from './part.ts';
import { whyNot } from './shim/build.ts';
import { starts } from './starts/starts.ts';
import { errors } from './trials/errors.ts';
import { kills } from './trials/kills.ts';

/* The same code as `npm run faults`, for as long as a run of the tests may take. */

vi.setConfig({ testTimeout: 600_000 });

const seed = 1;
const reason = whyNot();

async function badOf({ run }: Part, numbers: Record<string, number>): Promise<readonly string[]> {
  return (await run({ numbers, seed, say: () => undefined })).bad;
}

test.skipIf(reason !== undefined)('a killed program leaves an act as it was before or after it', async () => {
  expect(await badOf(kills, { count: 80 })).toEqual([]);
});

test.skipIf(reason !== undefined)('a power cut takes away nothing that was acknowledged', async () => {
  expect(await badOf(cuts, { count: 60, steps: 30 })).toEqual([]);
});

test.skipIf(reason !== undefined)('with synchronous=NORMAL a power cut does take something away', async () => {
  expect(await badOf(weakCuts, { count: 20, steps: 15 })).toEqual([]);
});

test.skipIf(reason !== undefined)('what is said of a disk that fails is true', async () => {
  expect(await badOf(errors, { count: 90 })).toEqual([]);
});

test('backups are put back, and the shop goes on', async () => {
  expect(await badOf(drills, { count: 3 })).toEqual([]);
});

test.skipIf(reason !== undefined)('of many who start the shop at once one may write', async () => {
  expect(await badOf(starts, { count: 4, together: 4, crowd: 30 })).toEqual([]);
});
