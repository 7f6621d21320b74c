import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fuzz } from '../fixtures/fuzz/fuzz.ts';
import { stands } from '../fixtures/fuzz/people.ts';
import { FuzzRoom } from '../fixtures/fuzz/room.ts';

/* The same code as `npm run faults -- fuzz`, for as long as a run of the tests may take. */

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const seed = 20261118;
const inputs = 8;
const room = new FuzzRoom();

beforeAll(() => room.furnish());
afterAll(() => room.leave());

test.each(stands)('whatever is sent, %s does what they may and nothing else', async (stand) => {
  const { bad, calls } = await fuzz({ room, stand, inputs, seed });
  expect(bad).toEqual([]);
  expect(calls).toBeGreaterThan(100 * inputs);
});
