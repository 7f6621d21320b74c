import { expect, test } from 'vitest';
import type { ask } from '../../state/shop.svelte.ts';
import { MatchingLine, type Suggestion, type UnmatchedItem } from './matching-line.svelte.ts';

const suggestion = (saleLineId: number, returnableQuantity: number): Suggestion => ({
  saleLineId,
  number: `S-${saleLineId}`,
  day: '2026-03-01' as Suggestion['day'],
  returnableQuantity,
  paidCents: 1000 as Suggestion['paidCents'],
  because: ['same-item'],
});
const item = (quantity: number, suggestions: Suggestion[]): UnmatchedItem => ({
  returnLineId: 7,
  returnId: 3,
  number: 'C1',
  day: '2026-03-08' as UnmatchedItem['day'],
  sku: 'CUP',
  name: 'Cup',
  quantity,
  amountCents: 2000 as UnmatchedItem['amountCents'],
  why: 'no-customer',
  suggestions,
});

test('the best suggestions that have room for all of the line are ticked at once', () => {
  const matching = new MatchingLine(item(3, [suggestion(1, 2), suggestion(2, 5), suggestion(3, 5)]));
  expect(matching.toInput()).toEqual({
    returnLineId: 7,
    links: [
      { saleLineId: 1, quantity: 2 },
      { saleLineId: 2, quantity: 1 },
    ],
  });
});

test('what is ticked first takes as much as it can; parts of a unit add up', () => {
  const matching = new MatchingLine(item(0.3, [suggestion(1, 0.1), suggestion(2, 0.2)]));
  expect([matching.links.length, matching.left]).toEqual([2, 0]);
  matching.tick(1, false);
  expect([matching.left, matching.toInput(), matching.error]).toEqual([0.1, undefined, expect.any(String)]);
  matching.tick(1, true);
  expect(matching.links).toEqual([
    { saleLineId: 2, quantity: 0.2 },
    { saleLineId: 1, quantity: 0.1 },
  ]);
});

test('a sale that was not suggested is looked up by its number; only lines of the item are offered', async () => {
  const line = { sku: 'CUP', name: 'Cup', quantity: 2, unitPrice: '10.00', paidCents: 2000, taxCents: 0 };
  const sale = {
    saleId: 9,
    number: 'S-9',
    soldAt: '2026-03-02T02:00:00.000Z',
    lines: [
      { ...line, saleLineId: 90, sku: 'POT', returnableQuantity: 2 },
      { ...line, saleLineId: 91, returnableQuantity: 2 },
      { ...line, saleLineId: 92, returnableQuantity: 0 },
    ],
  };
  const matching = new MatchingLine(item(1, []), (async () => ({ ok: sale })) as unknown as typeof ask);
  expect(matching.toInput()).toBeUndefined();
  await matching.name(' S-9 ');
  expect(matching.candidates.map(({ saleLineId, day }) => [saleLineId, day])).toEqual([[91, '2026-03-02']]);
  expect(matching.toInput()?.links).toEqual([{ saleLineId: 91, quantity: 1 }]);
});

test('a sale without the item says so', async () => {
  const sale = { saleId: 9, number: 'S-9', soldAt: '2026-03-02T02:00:00.000Z', lines: [] };
  const matching = new MatchingLine(item(1, []), (async () => ({ ok: sale })) as unknown as typeof ask);
  await matching.name('S-9');
  expect([matching.numberProblem, matching.candidates]).toEqual([expect.stringContaining('S-9'), []]);
});
