import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PayoutInput } from '../../contract/api/settlement-shape.ts';
import { type Tender, tenders } from '../../contract/values/words.ts';
import { Refused } from '../refused.ts';
import { countPayouts, tenderLimits } from './tenders.ts';

type Original = { id: number; tender: Tender; amountCents: number; givenBackCents: number };
const original = (tender: Tender, amountCents: number, givenBackCents = 0): Original => ({
  id: tenders.indexOf(tender) + 1,
  tender,
  amountCents,
  givenBackCents,
});
const fallback: readonly Tender[] = ['cash', 'bank'];

describe('the limits of a quote', () => {
  test.each<[string, number, Original[], string[]]>([
    ['enough in one tender', 500, [original('wechat', 800)], ['wechat 500']],
    [
      'two tenders, either order within their limits',
      900,
      [original('cash', 300), original('wechat', 800)],
      ['cash 300', 'wechat 800'],
    ],
    ['less what was given back', 500, [original('cash', 300, 300), original('wechat', 800, 100)], ['wechat 500']],
    ['the rest goes the shop’s ways', 900, [original('wechat', 800, 100)], ['wechat 700', 'cash 200', 'bank 200']],
    ['a fallback that is an original too takes both', 900, [original('cash', 300)], ['cash 900', 'bank 600']],
    ['nothing known of how it was paid', 900, [], ['cash 900', 'bank 900']],
    ['nothing to pay', 0, [original('cash', 300)], []],
  ])('%s', (_, totalCents, originals, limits) => {
    expect(
      tenderLimits(totalCents, originals, fallback).map(({ tender, maxCents }) => `${tender} ${maxCents}`),
    ).toEqual(limits);
  });
});

const counted = (totalCents: number, payouts: PayoutInput[], originals: Original[]) =>
  countPayouts(totalCents, payouts, { originals, fallback });

test('a refusal names how much of the tender would have been right', () => {
  const originals = [original('wechat', 800)];
  const bank = { tender: 'bank', amountCents: 300 } as const;
  const refused = counted(1000, [bank, { tender: 'wechat', amountCents: 700 }], originals);
  expect(refused).toMatchObject({ code: 'over-tender', data: { tender: 'bank', maxCents: 200, askedCents: 300 } });
  const split = counted(
    1000,
    [
      { ...bank, amountCents: 150 },
      { tender: 'cash', amountCents: 150 },
      { tender: 'wechat', amountCents: 700 },
    ],
    originals,
  );
  expect(split).toMatchObject({ code: 'over-tender', data: { tender: 'cash', maxCents: 50, askedCents: 150 } });
});

const originals = fc
  .uniqueArray(
    fc.record({
      tender: fc.constantFrom(...tenders),
      amount: fc.integer({ min: 1, max: 5000 }),
      given: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      maxLength: 4,
      selector: ({ tender }) => tender,
    },
  )
  .map((paid) => paid.map(({ tender, amount, given }) => original(tender, amount, Math.floor(amount * given))));
const payouts = fc.array(
  fc.record({ tender: fc.constantFrom(...tenders), amountCents: fc.integer({ min: 1, max: 4000 }) }),
  { minLength: 1, maxLength: 5 },
);

test('whatever is paid: no tender gives back more than it took, and the others only what those could not take', () => {
  const property = fc.property(originals, payouts, fc.boolean(), (paid, asked, exact) => {
    const askedCents = asked.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const totalCents = exact ? askedCents : askedCents + 1;
    const result = countPayouts(totalCents, asked, { originals: paid, fallback });
    if (!exact) {
      expect(result).toMatchObject({ code: 'under-paid-amount' });
      return;
    }
    expect(!(result instanceof Refused)).toBe(fits(totalCents, asked, paid));
    if (result instanceof Refused) {
      expect(result.code).toBe('over-tender');
      return;
    }
    const leftCents = paid.reduce((sum, own) => sum + own.amountCents - own.givenBackCents, 0);
    const partOf = (some: readonly Tender[]): number =>
      result.filter(({ tender }) => some.includes(tender)).reduce((sum, payout) => sum + payout.originalCents, 0);
    for (const own of paid) expect(partOf([own.tender])).toBeLessThanOrEqual(own.amountCents - own.givenBackCents);
    expect(partOf(tenders)).toBe(Math.min(totalCents, leftCents));
  });
  fc.assert(property, { numRuns: 1000 });
});

test('paying as a quote offers, from the first to the last, is always right', () => {
  const property = fc.property(originals, fc.integer({ min: 1, max: 20_000 }), (paid, totalCents) => {
    let restCents = totalCents;
    const asked = tenderLimits(totalCents, paid, fallback).flatMap(({ tender, maxCents }) => {
      const amountCents = Math.min(maxCents, restCents);
      restCents -= amountCents;
      return amountCents > 0 ? [{ tender, amountCents }] : [];
    });
    expect(restCents).toBe(0);
    expect(countPayouts(totalCents, asked, { originals: paid, fallback })).not.toBeInstanceOf(Refused);
  });
  fc.assert(property, { numRuns: 500 });
});

/** The rule said another way: what each tender pays past its own share goes a fallback way, and together no more than is left over. */
function fits(totalCents: number, asked: readonly PayoutInput[], paid: readonly Original[]): boolean {
  const leftOf = (tender: Tender): number =>
    paid.filter((own) => own.tender === tender).reduce((sum, own) => sum + own.amountCents - own.givenBackCents, 0);
  const overCents =
    totalCents -
    Math.min(
      totalCents,
      tenders.reduce((sum, tender) => sum + leftOf(tender), 0),
    );
  const past = tenders.map((tender) => {
    const paidCents = asked
      .filter((payout) => payout.tender === tender)
      .reduce((sum, payout) => sum + payout.amountCents, 0);
    return { tender, cents: Math.max(0, paidCents - leftOf(tender)) };
  });
  const pastCents = past.reduce((sum, { cents }) => sum + cents, 0);
  const mayTakeMore = (tender: Tender): boolean =>
    tender === fallback[0] || (fallback.includes(tender) && leftOf(tender) === 0);
  return pastCents <= overCents && past.every(({ tender, cents }) => cents === 0 || mayTakeMore(tender));
}
