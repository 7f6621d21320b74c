import { expect, test } from 'vitest';
import { type BundleLine, bundlePriceLost } from './bundles.ts';

const line = (pieces: number, credited: number, changes: Partial<BundleLine> = {}): BundleLine => ({
  quantityMilli: pieces * 1000,
  unitPriceE4: 100_0000,
  paidCents: pieces * 8000,
  creditedMilli: credited * 1000,
  creditedCents: credited * 8000,
  ...changes,
});

test('the rest of a bundle that stays costs its own price', () => {
  expect(bundlePriceLost([line(1, 1), line(1, 0)], 2)).toBe(2000);
});

test('a gift that stays without what it came with costs its stated price', () => {
  expect(bundlePriceLost([line(1, 1), line(1, 0, { paidCents: 0 })], 2)).toBe(10_000);
});

test('nothing is lost by bundles that stay whole, or that come back whole', () => {
  expect(bundlePriceLost([line(2, 1), line(4, 2)], 2)).toBe(0);
  expect(bundlePriceLost([line(2, 2), line(2, 2)], 2)).toBe(0);
  expect(bundlePriceLost([line(2, 1), line(2, 0)], 2)).toBe(2000);
});
