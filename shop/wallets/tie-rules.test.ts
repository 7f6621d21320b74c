import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../contract/values/days.ts';
import { type FreeLine, type FreePayout, proposeTies } from './tie-rules.ts';

type Noise = {
  readonly cents: number;
  readonly day: number;
  readonly isMissing: boolean;
  readonly isOther: boolean;
  readonly shift: -1 | 0 | 1;
  readonly named: 'not' | 'by-wallet' | 'by-us' | 'by-order' | 'wrongly';
  readonly order: number;
  readonly rank: number;
};

const noiseOf: fc.Arbitrary<Noise> = fc.record({
  // Few amounts and days, so that many are alike.
  cents: fc.constantFrom(900, 1000, 2000),
  day: fc.nat(6),
  isMissing: fc.boolean(),
  isOther: fc.nat(5).map((n) => n === 0),
  shift: fc.constantFrom(-1, 0, 1),
  named: fc.constantFrom('not', 'not', 'by-wallet', 'by-us', 'by-order', 'wrongly'),
  order: fc.nat(3),
  rank: fc.nat(1000),
});

const refundNumber = (n: number): string => `5030000000202611180000000${String(n).padStart(4, '0')}`;
const orderNumber = (n: number): string => `420000000020261118000000000${n}`;
const dayOf = (n: number): string => addDays('2026-11-10', n);

function payoutOf(noise: Noise, id: number): FreePayout {
  const { cents, day, named, order } = noise;
  const reference = named === 'by-wallet' ? refundNumber(id) : named === 'by-order' ? orderNumber(order) : null;
  const number = String(id).padStart(6, '0');
  return {
    id,
    number: `P-2026-${number}`,
    creditNote: `C-2026-${number}`,
    returnNumber: `R-2026-${number}`,
    saleNumber: `S-${order}`,
    reference: named === 'wrongly' ? refundNumber(id + 5000) : reference,
    day: dayOf(day),
    amountCents: cents,
  };
}

/** A refund as the wallet tells it; with another amount it is none of ours. */
function lineOf({ cents, day, isOther, shift, named, order }: Noise, id: number): FreeLine {
  return {
    id,
    reference: refundNumber(id),
    orderReference: orderNumber(order),
    shopReference: null,
    shopRefundReference: named === 'by-us' ? `P-2026-${String(id).padStart(6, '0')}` : null,
    note: null,
    day: dayOf(day + shift),
    cents: isOther ? cents * 7 : cents,
  };
}

/** The same refund on two bills has the same number, and is on the second one known; here it stands once. */
const bill = fc.array(noiseOf, { maxLength: 25 });

test('every tie is right or not made, and nothing is tied twice', () => {
  let ties = 0;
  fc.assert(
    fc.property(bill, (all) => {
      const payouts = all.map(payoutOf);
      const lines = all
        .map((noise, id) => ({ noise, line: lineOf(noise, id) }))
        .filter(({ noise }) => !noise.isMissing)
        .sort((one, other) => one.noise.rank - other.noise.rank)
        .map(({ line }) => line);
      const proposed = proposeTies(lines, payouts);
      ties += proposed.length;
      expect(new Set(proposed.map(({ lineId }) => lineId)).size).toBe(proposed.length);
      expect(new Set(proposed.map(({ payoutId }) => payoutId)).size).toBe(proposed.length);
      const wrong = proposed.filter(({ lineId, payoutId }) => lineId !== payoutId);
      expect(wrong).toEqual([]);
      const named = lines.filter(({ id, cents }) => {
        const noise = all[id];
        return noise?.named === 'by-us' && cents === noise.cents;
      });
      expect(named.filter(({ id }) => !proposed.some(({ lineId }) => lineId === id))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  expect(ties).toBeGreaterThan(1000);
});
