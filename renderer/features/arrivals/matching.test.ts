import { expect, test } from 'vitest';
import type { Verdict } from '../../../contract/api/return-shape.ts';
import { aReturn, returnLine } from '../../../fixtures/returns.ts';
import { type Candidate, Matching } from './matching.svelte.ts';
import { Waiving } from './waiving.svelte.ts';

const found = aReturn({ stage: 'received', lines: [returnLine({ reason: 'other', receivedQuantity: 3 })] });
const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
  saleId: 4,
  number: 'S-4',
  day: '2026-11-19',
  totalCents: 6000,
  score: 40,
  why: ['all-items'],
  lines: [{ returnLineId: 1, saleLineId: 9 }],
  fits: true,
  ...changes,
});
const partly = candidate({ saleId: 3, number: 'S-3', why: ['some-items'], lines: [], fits: false });

function matchingOf(outcome: Verdict['outcome'], changes: { stage?: 'requested'; saleId?: number } = {}): Matching {
  const { saleId, ...own } = changes;
  return new Matching(aReturn({ ...found, ...own }), {
    suggested: () => [partly, candidate()],
    verdict: () => ({ outcome, rules: [] }),
    saleId,
  });
}

test('the likeliest sale that fits is chosen, and the policy asked about it', () => {
  const matching = matchingOf('accept');
  expect(matching.chosen?.saleId).toBe(4);
  expect(matching.judged).toMatchObject({ saleId: 4, lines: [{ saleLineId: 9, quantity: 3, reason: 'other' }] });
  expect(matching.toInput()).toEqual({ returnId: 1, saleId: 4, lines: [{ returnLineId: 1, saleLineId: 9 }] });
});

test('a sale that does not fit cannot be matched', () => {
  const matching = matchingOf('accept', { saleId: 3 });
  expect(matching.judged).toBeUndefined();
  expect(matching.toInput()).toBeUndefined();
  expect(matching.chosenError).toBeDefined();
});

test('goods that are here need the yes, and against a no its reason', () => {
  const matching = matchingOf('reject');
  expect(matching.toInput()).toBeUndefined();
  expect(matching.yesError).toBeDefined();
  matching.approved = true;
  expect(matching.toInput()).toBeUndefined();
  expect(matching.noteError).toBeDefined();
  matching.note = ' regular ';
  expect(matching.toInput()?.approve).toEqual({ note: 'regular' });
});

test('a return that waits for review may be matched and still wait', () => {
  expect(matchingOf('review', { stage: 'requested' }).toInput()).not.toHaveProperty('approve');
});

test('a sale is found by its number, its lines matched by their item', async () => {
  const sale = { saleId: 8, number: 'S-8', soldAt: '2026-11-18T02:00:00.000Z', totalCents: 100 };
  const sold = { saleLineId: 80, sku: 'CUP', returnableQuantity: 3 };
  const askShop = (async () => ({ ok: { ...sale, lines: [sold] } })) as never;
  const matching = new Matching(found, { suggested: () => [candidate()], verdict: () => undefined, askShop });
  await matching.name('S-8');
  expect(matching.chosen).toMatchObject({ saleId: 8, fits: true, lines: [{ returnLineId: 1, saleLineId: 80 }] });
});

test('all that has not come may be kept; against the policy an exception has its reason', () => {
  const waiving = new Waiving(aReturn({ lines: [returnLine({ receivedQuantity: 1 })] }));
  expect(waiving.toInput()).toBeUndefined();
  expect([waiving.whyError, waiving.overrideError].every(Boolean)).toBe(true);
  waiving.why = 'broken';
  waiving.override = 'picture seen';
  expect(waiving.toInput()).toEqual({
    returnId: 1,
    lines: [{ returnLineId: 1, quantity: 2 }],
    why: 'broken',
    override: { note: 'picture seen' },
  });
});

test('where the policy lets goods be kept, no exception is needed', () => {
  const terms = { freight: 'shop', delivery: 'back', withoutGoods: true, fees: [] } as const;
  const waiving = new Waiving(aReturn({ verdict: { outcome: 'accept', rules: [], terms: { ...terms, fees: [] } } }));
  waiving.why = 'not worth the post';
  expect(waiving.toInput()).not.toHaveProperty('override');
});
