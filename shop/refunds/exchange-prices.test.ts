import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceExchange } from './exchange-prices.ts';

const returned = [{ unitPriceE4: 100_0000, milli: 2000, cents: 16_000, taxCents: 1841 }];
const line = (quantity: number, unitPrice = '100') => ({ sku: 'CUP', quantity, unitPrice });
const prices = (...asked: Parameters<typeof priceExchange>[0]) =>
  priceExchange(asked, returned, 2).map(({ paidCents, taxCents, inheritedMilli }) => [
    paidCents,
    taxCents,
    inheritedMilli,
  ]);

test('goods at the list price of the returned ones inherit what was really paid for those', () => {
  expect(prices(line(2))).toEqual([[16_000, 1841, 2000]]);
  expect(prices(line(1), line(1))).toEqual([
    [8000, 921, 1000],
    [8000, 920, 1000],
  ]);
});

test('units beyond those that came back, and other goods, cost their price, taxed like the returned ones', () => {
  expect(prices(line(3))).toEqual([[26_000, 1841 + 1151, 2000]]);
  expect(prices(line(1, '50'))).toEqual([[5000, 575, 0]]);
});

test('a price that somebody names stands', () => {
  expect(prices({ ...line(2), paidCents: 9000, taxCents: 0 })).toEqual([[9000, 0, 0]]);
});

test('an even exchange is even, in however many lines', () => {
  const property = fc.property(
    fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 }),
    fc.nat({ max: 100_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (parts, cents, tax) => {
      const milli = parts.reduce((sum, part) => sum + part, 0);
      const taxCents = Math.floor(cents * tax);
      const asked = parts.map((part) => line(part / 1000));
      const priced = priceExchange(asked, [{ unitPriceE4: 100_0000, milli, cents, taxCents }], 2);
      expect(priced.reduce((sum, { paidCents }) => sum + paidCents, 0)).toBe(cents);
      for (const own of priced) expect(own.taxCents).toBeLessThanOrEqual(own.paidCents);
    },
  );
  fc.assert(property, { numRuns: 500 });
});
