import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quote } from '../../../contract/api/refunds.ts';
import { Payouts } from './payouts.svelte.ts';

const quoteOf = (totalCents: number, tenders: Quote['tenders']): Quote => ({
  lines: [],
  deliveryCents: 0,
  unpaidCents: 0,
  totalCents,
  tenders,
});
const half = quoteOf(9900, [
  { tender: 'cash', maxCents: 4000 },
  { tender: 'wechat', maxCents: 9900 },
]);

test('the original tenders are filled in first, each up to its limit', () => {
  expect(new Payouts(half).toPayouts()).toEqual([
    { tender: 'cash', amountCents: 4000 },
    { tender: 'wechat', amountCents: 5900 },
  ]);
});

test('what is filled in adds up to the total whenever the limits reach it', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 4 }), (totalCents, limits) => {
      const names = ['cash', 'wechat', 'alipay', 'card'] as const;
      const tenders = limits.map((maxCents, index) => ({ tender: names[index] ?? ('other' as const), maxCents }));
      const payouts = new Payouts(quoteOf(totalCents, tenders));
      const reach = limits.reduce((sum, limit) => sum + limit, 0);
      expect(payouts.leftCents).toBe(Math.max(0, totalCents - reach));
      expect(payouts.exact).toBe(reach >= totalCents);
    }),
  );
});

test('an amount changed by hand says what is missing or too much', () => {
  const payouts = new Payouts(half);
  const [cash] = payouts.rows;
  if (!cash) throw new Error('no row');
  cash.cents = 3000;
  expect([payouts.leftCents, payouts.exact]).toEqual([1000, false]);
  cash.cents = undefined;
  expect(payouts.leftCents).toBe(4000);
  cash.cents = 4001;
  expect(payouts.leftCents).toBe(-1);
});

test('a reference goes along, blanks do not', () => {
  const payouts = new Payouts(half);
  for (const row of payouts.rows) row.reference = row.tender === 'wechat' ? ' 4200001 ' : '  ';
  expect(payouts.toPayouts()[1]).toEqual({ tender: 'wechat', amountCents: 5900, reference: '4200001' });
  expect(payouts.toPayouts()[0]).toEqual({ tender: 'cash', amountCents: 4000 });
});

test('the same quote again leaves what was typed, another one is filled in anew and said', () => {
  const payouts = new Payouts(half);
  const [cash] = payouts.rows;
  if (cash) cash.cents = 1;
  payouts.follow(structuredClone(half));
  expect([payouts.rows[0]?.cents, payouts.changed]).toEqual([1, false]);
  payouts.follow(quoteOf(5000, [{ tender: 'cash', maxCents: 5000 }]));
  expect([payouts.toPayouts(), payouts.changed]).toEqual([[{ tender: 'cash', amountCents: 5000 }], true]);
});
