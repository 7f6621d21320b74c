import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { fillMonth, grade, payAsQuoted, takeBack } from '../../fixtures/month.ts';
import { testNow, testShop } from '../../fixtures/shop.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };

test('a period without anything is all noughts, and no cycle', async () => {
  await using shop = testShop();
  expect(await shop.call('insight.summary', november)).toEqual({
    salesCents: 0,
    unitsSold: 0,
    returnsCents: 0,
    unitsReturned: 0,
    returnRate: { byQuantity: 0, byValue: 0 },
    cycle: { settled: 0 },
    byReason: [],
    bySku: [],
    loss: { writeDownCents: 0, scrapCents: 0 },
  });
});

test('sales, what came back of them, why, and what it cost', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const summary = await shop.call('insight.summary', november);
  const { controls } = await shop.call('months.preview', { month: '2026-11' });
  expect(summary).toEqual({
    salesCents: 5999 + 9000 + 6000,
    unitsSold: 5 + 2.5 + 3,
    returnsCents: controls.creditedCents,
    unitsReturned: 4 + 0.755,
    // The parcel counts as returned as soon as it is asked for, as it does on the sale.
    returnRate: { byQuantity: (4 + 0.755 + 1) / 10.5, byValue: controls.creditedCents / 20_999 },
    cycle: { settled: 2, medianDays: 0, p90Days: 0 },
    byReason: [{ reason: 'quality', units: 4.755, valueCents: controls.creditedCents }],
    bySku: [
      { sku: 'MUG', name: 'Mug; blue', units: 4, valueCents: controls.creditedCents - 2718 },
      { sku: 'TEA', name: '茶叶 "春"', units: 0.755, valueCents: 2718 },
    ],
    loss: { writeDownCents: 120, scrapCents: 500 },
  });
});

test('the rate follows the sales of the period, the value the day of the credit note', async () => {
  let now = testNow;
  await using shop = testShop({ clock: () => now });
  const sale = await recordSale(shop);
  const opened = await shop.call('returns.open', openInput(sale));
  const { returnId, lines } = opened;
  now += 20 * 24 * 3_600_000;
  const received = lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: received });
  await grade(shop, opened, {
    CUP: [{ quantity: 1, grade: 'A', disposition: 'resell' }],
  });
  await payAsQuoted(shop, returnId);

  expect(await shop.call('insight.summary', november)).toMatchObject({
    salesCents: 6000,
    returnsCents: 0,
    returnRate: { byQuantity: 1 / 3, byValue: 1 / 3 },
    cycle: { settled: 0 },
  });
  expect(await shop.call('insight.summary', { from: '2026-12-01', to: '2026-12-31' })).toMatchObject({
    salesCents: 0,
    returnsCents: 2000,
    returnRate: { byQuantity: 0, byValue: 0 },
    cycle: { settled: 1, medianDays: 20, p90Days: 20 },
  });
});

test('a payout that was voided does not end a cycle', async () => {
  await using shop = testShop();
  const opened = await takeBack(shop, await recordSale(shop), { CUP: 1 });
  await grade(shop, opened, { CUP: [{ quantity: 1, grade: 'A', disposition: 'resell' }] });
  const { payoutNumbers } = await payAsQuoted(shop, opened.returnId);
  await shop.call('refunds.void', { id: randomUUID(), payoutNumber: payoutNumbers[0] ?? '', why: 'wrong till' });
  expect((await shop.call('insight.summary', november)).cycle).toEqual({ settled: 0 });
});
