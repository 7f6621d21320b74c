import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterCredit, type Creditable, creditFor } from './amounts.ts';

const line = (changes: Partial<Creditable>): Creditable => ({
  quantityMilli: 3000,
  creditedMilli: 0,
  paidCents: 1000,
  creditedCents: 0,
  taxCents: 130,
  creditedTaxCents: 0,
  ...changes,
});

test('three pieces for 10.00 go back as 3.33, 3.34 and 3.33', () => {
  const first = creditFor(line({}), 1000);
  const second = creditFor(afterCredit(line({}), first), 1000);
  const third = creditFor(afterCredit(afterCredit(line({}), first), second), 1000);
  expect([first, second, third].map(({ cents }) => cents)).toEqual([333, 334, 333]);
  expect([first, second, third].map(({ taxCents }) => taxCents)).toEqual([43, 44, 43]);
});

test('what is not there cannot be credited', () => {
  expect(() => creditFor(line({ creditedMilli: 2500 }), 501)).toThrow('cannot credit 501 of 500');
  expect(() => creditFor(line({}), 0)).toThrow('cannot credit 0');
});

/** A line and the order in which it comes back, all of it. */
const comingBack = fc
  .record({
    cuts: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 }),
    paidCents: fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 2 ** 40 })),
    taxShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ cuts, paidCents, taxShare }) => {
    const quantityMilli = cuts.reduce((sum, cut) => sum + cut, 0);
    return { cuts, line: line({ quantityMilli, paidCents, taxCents: Math.floor(paidCents * taxShare) }) };
  });

test('whatever the parts, they add up to what was paid and its tax, and none is more than a cent from its share', () => {
  const property = fc.property(comingBack, ({ cuts, line: sold }) => {
    let now = sold;
    for (const milli of cuts) {
      const credit = creditFor(now, milli);
      const leftMilli = now.quantityMilli - now.creditedMilli;
      const exact = ((now.paidCents - now.creditedCents) * milli) / leftMilli;
      expect(Math.abs(credit.cents - exact)).toBeLessThanOrEqual(0.5 + exact * 1e-12);
      expect(credit.taxCents).toBeLessThanOrEqual(credit.cents);
      expect(credit.taxCents).toBeGreaterThanOrEqual(0);
      now = afterCredit(now, credit);
    }
    expect([now.creditedCents, now.creditedTaxCents]).toEqual([sold.paidCents, sold.taxCents]);
  });
  fc.assert(property, { numRuns: 500 });
});
