import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf, splitByWeight } from './rounding.ts';

const amount = fc.maxSafeInteger();
const size = fc.integer({ min: 1, max: 2 ** 40 });

test.each([
  [1, 1, 2, 1],
  [-1, 1, 2, -1],
  [5, 1, 2, 3],
  [-5, 1, 2, -3],
  [1, 1, 3, 0],
  [2, 1, 3, 1],
  [999, 1000, 2000, 500],
  [9_007_199_254_740_991, 1, 2, 4_503_599_627_370_496],
  [9_007_199_254_740_991, 999, 1000, 8_998_192_055_486_250],
])('%i × %i ÷ %i is %i: rounded once, half away from zero', (whole, numerator, denominator, share) => {
  expect(shareOf(whole, numerator, denominator)).toBe(share);
});

test('a share is never more than half a unit away, however big the numbers', () => {
  const property = fc.property(amount, size, size, (whole, a, b) => {
    const [numerator, denominator] = a < b ? [a, b] : [b, a];
    const share = shareOf(whole, numerator, denominator);
    const twiceOff = 2n * (BigInt(share) * BigInt(denominator) - BigInt(whole) * BigInt(numerator));
    expect(twiceOff <= BigInt(denominator) && twiceOff >= -BigInt(denominator)).toBe(true);
    expect(shareOf(-whole, numerator, denominator) + share).toBe(0);
  });
  fc.assert(property, { numRuns: 500 });
});

test('a denominator of nothing is a bug', () => {
  expect(() => shareOf(1, 1, 0)).toThrow('positive denominator');
});

test('whatever is split adds back to its whole, and no part is more than one unit from its share', () => {
  const weights = fc.array(fc.nat({ max: 2 ** 30 }), { minLength: 1, maxLength: 20 });
  const property = fc.property(amount, weights, (whole, given) => {
    const parts = splitByWeight(whole, given);
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(whole));
    const total = given.reduce((sum, weight) => sum + BigInt(weight), 0n);
    if (total === 0n) return;
    for (const [index, part] of parts.entries()) {
      const off = BigInt(part) * total - BigInt(whole) * BigInt(given[index] ?? 0);
      expect(off < total && off > -total).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('the largest remainders get the missing units, the earlier first; without weights the first part takes all', () => {
  expect(splitByWeight(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(splitByWeight(-10, [1, 1, 1])).toEqual([-4, -3, -3]);
  expect(splitByWeight(100, [1, 2, 4])).toEqual([14, 29, 57]);
  expect(splitByWeight(7, [0, 0])).toEqual([7, 0]);
  expect(() => splitByWeight(7, [])).toThrow('nothing to split over');
});
