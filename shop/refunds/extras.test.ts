import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Terms } from '../../contract/api/return-shape.ts';
import { extraKinds } from '../../contract/values/words.ts';
import { Refused } from '../refused.ts';
import { type ExtraFacts, isGiven, proposeExtras, settleExtras } from './extras.ts';

const terms = (changes: Partial<Terms> = {}): Terms => ({
  freight: 'customer',
  delivery: 'never',
  withoutGoods: false,
  fees: [],
  ...changes,
});
const facts = (changes: Partial<ExtraFacts> = {}): ExtraFacts => ({
  terms: terms(),
  credits: [{ line: 1, cents: 10_000, taxCents: 1150 }],
  bundles: [],
  keptBefore: () => 0,
  deliveryLeftCents: 0,
  freightLeftCents: 0,
  allBack: false,
  ...changes,
});
const restocking = { line: 0, kind: 'restocking' as const, percent: 15, taxPercent: 13 };

test('a percentage is of what is credited for the line, and its tax is within it', () => {
  expect(proposeExtras(facts({ terms: terms({ fees: [restocking] }) }))).toEqual([
    { kind: 'restocking', line: 1, cents: 1500, taxCents: 173 },
  ]);
});

test('an amount is kept of a line once, and never more than is credited for it', () => {
  const fees = [{ line: 0, kind: 'other-fee' as const, cents: 3000, taxPercent: 0 }];
  const kept = (changes: Partial<ExtraFacts>) => proposeExtras(facts({ terms: terms({ fees }), ...changes }));
  expect(kept({ keptBefore: () => 1000 })).toMatchObject([{ cents: 2000 }]);
  expect(kept({ keptBefore: () => 3000 })).toEqual([]);
  expect(kept({ credits: [{ line: 1, cents: 700, taxCents: 0 }] })).toMatchObject([{ cents: 700 }]);
});

test('the delivery charge goes back as the terms say, the freight where the shop pays it', () => {
  const given = (changes: Partial<ExtraFacts>) =>
    proposeExtras(facts({ deliveryLeftCents: 800, freightLeftCents: 1200, ...changes })).map(({ kind, cents }) => [
      kind,
      cents,
    ]);
  expect(given({})).toEqual([]);
  expect(given({ terms: terms({ delivery: 'back' }) })).toEqual([['delivery', 800]]);
  expect(given({ terms: terms({ delivery: 'all-returned' }) })).toEqual([]);
  expect(given({ terms: terms({ delivery: 'all-returned', freight: 'shop' }), allBack: true })).toEqual([
    ['delivery', 800],
    ['freight-paid', 1200],
  ]);
  expect(given({ terms: terms({ delivery: 'back' }), credits: [] })).toEqual([]);
});

test('what differs from the proposal needs a note, what is left out too', () => {
  const proposed = proposeExtras(facts({ terms: terms({ fees: [restocking] }) }));
  const settle = (asked: Parameters<typeof settleExtras>[0]) =>
    settleExtras(asked, proposed, { creditCents: 10_000, deliveryLeftCents: 0 });
  expect(settle(undefined)).toEqual({ extras: proposed, notes: [] });
  expect(settle([{ kind: 'restocking', line: 1, cents: 1500 }])).toEqual({ extras: proposed, notes: [] });
  expect(settle([])).toMatchObject({ code: 'extra-needs-note', data: { kind: 'restocking' } });
  expect(settle([{ kind: 'restocking', line: 1, cents: 100 }])).toMatchObject({ code: 'extra-needs-note' });
  expect(settle([{ kind: 'restocking', line: 1, cents: 750, note: 'half of it' }])).toEqual({
    extras: [{ kind: 'restocking', line: 1, cents: 750, taxCents: 87, note: 'half of it' }],
    notes: [],
  });
  expect(settle([{ kind: 'restocking', line: 1, cents: 0, note: 'a good customer' }])).toEqual({
    extras: [],
    notes: ['a good customer'],
  });
});

const extra = fc.record({
  kind: fc.constantFrom(...extraKinds),
  line: fc.constantFrom(1, 2, undefined),
  cents: fc.nat({ max: 9000 }),
  taxCents: fc.option(fc.nat({ max: 9000 }), { nil: undefined }),
  note: fc.constantFrom('as agreed', undefined),
});

test('whatever is asked: no more is kept than is credited and given, and no more delivery than is left goes back', () => {
  const property = fc.property(
    fc.uniqueArray(extra, { maxLength: 5, selector: ({ kind, line }) => `${kind} ${isGiven(kind) ? '' : line}` }),
    fc.nat({ max: 20_000 }),
    fc.nat({ max: 5000 }),
    (asked, creditCents, deliveryLeftCents) => {
      const settled = settleExtras(asked, [], { creditCents, deliveryLeftCents });
      if (settled instanceof Refused) return;
      const sum = (given: boolean): number =>
        settled.extras.filter(({ kind }) => isGiven(kind) === given).reduce((total, { cents }) => total + cents, 0);
      expect(creditCents + sum(true) - sum(false)).toBeGreaterThanOrEqual(0);
      const delivery = settled.extras.filter(({ kind }) => kind === 'delivery');
      expect(delivery.reduce((total, { cents }) => total + cents, 0)).toBeLessThanOrEqual(deliveryLeftCents);
      for (const { kind, cents, taxCents } of settled.extras) {
        expect(cents).toBeGreaterThan(0);
        expect(taxCents).toBeLessThanOrEqual(isGiven(kind) ? 0 : cents);
      }
    },
  );
  fc.assert(property, { numRuns: 1000 });
});
