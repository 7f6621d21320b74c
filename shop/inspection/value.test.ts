import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageingPercent, percentOf, suggest, type ToValue } from './value.ts';

const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const cents = fc.integer({ min: 0, max: 10_000_000 });

const goods: fc.Arbitrary<ToValue> = fc.record({
  grade: fc.constantFrom('A', 'B', 'C'),
  priceCents: fc.option(cents),
  costCents: fc.option(cents),
  gradePercent: fc.record({ A: percent, B: percent, C: percent }),
  ageingDays: fc.integer({ min: 0, max: 4000 }),
  ageing: fc.record({ afterDays: fc.integer({ min: 0, max: 400 }), percentPerMonth: percent }),
  repairCents: cents,
  supplierPercent: percent,
  hasSupplier: fc.boolean(),
});

const bringsBy = (toValue: ToValue, disposition: string): number | undefined =>
  suggest(toValue).options.find((option) => option.disposition === disposition)?.valueCents;

const cup: ToValue = {
  grade: 'B',
  priceCents: 10_000,
  costCents: 4000,
  gradePercent: { A: 100, B: 70, C: 30 },
  ageingDays: 45,
  ageing: { afterDays: 30, percentPerMonth: 5 },
  repairCents: 1000,
  supplierPercent: 80,
  hasSupplier: true,
};

test('what goods could bring is shown step by step, the best first', () => {
  expect(suggest(cup)).toEqual({
    best: 'repair',
    ageingDays: 45,
    options: [
      {
        disposition: 'repair',
        valueCents: 8500,
        arithmetic: [
          { what: 'price', cents: 10_000 },
          { what: 'ageing', cents: -500, data: { days: 45, percent: 5 } },
          { what: 'repair', cents: -1000 },
        ],
      },
      {
        disposition: 'resell',
        valueCents: 6650,
        arithmetic: [
          { what: 'price', cents: 10_000 },
          { what: 'grade', cents: -3000, data: { grade: 'B', percent: 70 } },
          { what: 'ageing', cents: -350, data: { days: 45, percent: 5 } },
        ],
      },
      {
        disposition: 'supplier',
        valueCents: 3200,
        arithmetic: [
          { what: 'cost', cents: 4000 },
          { what: 'supplier', cents: -800, data: { percent: 80 } },
        ],
      },
      { disposition: 'scrap', valueCents: 0, arithmetic: [{ what: 'scrap', cents: 0 }] },
    ],
  });
});

test('the steps add up to the value, the best brings most, and nothing is better than scrap only when all bring less than nothing', () => {
  fc.assert(
    fc.property(goods, (toValue) => {
      const { options, best } = suggest(toValue);
      for (const { valueCents, arithmetic } of options)
        expect(arithmetic.reduce((sum, step) => sum + step.cents, 0)).toBe(valueCents);
      const values = options.map(({ valueCents }) => valueCents);
      expect(values).toEqual([...values].sort((one, other) => other - one));
      expect(best).toBe(options[0]?.disposition);
      expect(values[0]).toBeGreaterThanOrEqual(0);
      expect(options.some(({ disposition }) => disposition === 'supplier')).toBe(toValue.hasSupplier);
    }),
  );
});

test('goods never bring more by being older, or by a repair that costs more', () => {
  fc.assert(
    fc.property(goods, fc.nat({ max: 1000 }), (toValue, more) => {
      const older = { ...toValue, ageingDays: toValue.ageingDays + more };
      expect(bringsBy(older, 'resell')).toBeLessThanOrEqual(bringsBy(toValue, 'resell') ?? 0);
      expect(ageingPercent(older)).toBeLessThanOrEqual(100);
      const dearer = { ...toValue, repairCents: (toValue.repairCents ?? 0) + more };
      expect(bringsBy(dearer, 'repair')).toBe((bringsBy(toValue, 'repair') ?? 0) - more);
    }),
  );
});

test('age takes nothing for the first days, then so much for each month begun', () => {
  const ageing = { afterDays: 30, percentPerMonth: 5 };
  const lost = [0, 30, 31, 60, 61, 90, 10_000].map((ageingDays) => ageingPercent({ ageingDays, ageing }));
  expect(lost).toEqual([0, 0, 5, 5, 10, 10, 100]);
});

test('goods without a price are taken to bring what they cost, and without a cost nothing', () => {
  expect(suggest({ ...cup, priceCents: null }).options[1]?.arithmetic[0]).toEqual({ what: 'cost', cents: 4000 });
  expect(suggest({ ...cup, priceCents: null, costCents: null, repairCents: 0 }).best).toBe('resell');
});

test('a percentage is rounded once, half away from zero', () => {
  expect([percentOf(333, 50), percentOf(1, 50), percentOf(999, 33.3)]).toEqual([167, 1, 333]);
});

test('a repair is suggested only where the shop has said what it costs', () => {
  const ways = (repairCents: number | null) => suggest({ ...cup, repairCents }).options.map((one) => one.disposition);
  expect(ways(null)).not.toContain('repair');
  expect(ways(0)).toContain('repair');
});
