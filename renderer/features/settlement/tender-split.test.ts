import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tenders } from '../../../contract/values/words.ts';
import { type Limit, TenderSplit } from './tender-split.svelte.ts';

const overTwo: readonly Limit[] = [
  { tender: 'cash', maxCents: 4000 },
  { tender: 'wechat', maxCents: 9900 },
];
const amounts = (split: TenderSplit) => split.rows.map(({ amountCents }) => amountCents);

test('the amount goes to the ways in their order, each up to its limit', () => {
  const split = new TenderSplit(() => ({ totalCents: 9900, limits: overTwo }));
  expect(split.payouts).toEqual([
    { tender: 'cash', amountCents: 4000 },
    { tender: 'wechat', amountCents: 5900 },
  ]);
});

test('one typed amount is enough to split: the others take the rest', () => {
  const split = new TenderSplit(() => ({ totalCents: 9900, limits: overTwo }));
  split.type('cash', 1000);
  expect([amounts(split), split.missingCents]).toEqual([[1000, 8900], 0]);
});

test('what is too much or missing is told, and an emptied field counts nothing', () => {
  const split = new TenderSplit(() => ({ totalCents: 9900, limits: overTwo }));
  split.type('cash', 4000);
  split.type('wechat', 6000);
  expect(split.missingCents).toBe(-100);
  split.type('wechat', undefined);
  expect([amounts(split), split.missingCents]).toEqual([[4000, undefined], 5900]);
});

test('a reference goes along, blanks do not', () => {
  const split = new TenderSplit(() => ({ totalCents: 9900, limits: overTwo }));
  split.refer('wechat', ' 4200001 ');
  split.refer('cash', '  ');
  expect(split.payouts).toEqual([
    { tender: 'cash', amountCents: 4000 },
    { tender: 'wechat', amountCents: 5900, reference: '4200001' },
  ]);
});

test('what was typed comes back from a draft, an emptied field too', () => {
  const of = () => ({ totalCents: 9900, limits: overTwo });
  const typed = new TenderSplit(of);
  typed.type('cash', undefined);
  typed.type('wechat', 9900);
  const restored = new TenderSplit(of);
  restored.restore(JSON.parse(JSON.stringify(typed.typed)));
  expect(restored.rows).toEqual(typed.rows);
});

test('the proposal never passes a limit and adds up whenever the limits reach it', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(cents, fc.array(cents, { minLength: 1, maxLength: tenders.length }), (totalCents, maxima) => {
      const limits = maxima.flatMap((maxCents, index) => (tenders[index] ? { tender: tenders[index], maxCents } : []));
      const split = new TenderSplit(() => ({ totalCents, limits }));
      const reach = maxima.reduce((sum, max) => sum + max, 0);
      expect(split.rows.every(({ amountCents = 0, maxCents }) => amountCents <= maxCents)).toBe(true);
      expect(split.missingCents).toBe(Math.max(0, totalCents - reach));
    }),
  );
});
