import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Output } from '../../contract/api.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

const id = () => randomUUID();
const first = '2026-11-18';
const second = '2026-11-19';
const report = (shop: TestShop, day: string): Promise<Output<'money.dayReport'>> =>
  shop.call('money.dayReport', { day });

/** Two days of trade: sold, counted, taken back over two tenders and voided on the first; counted short on the second. */
async function twoDays(shop: TestShop, clock: ReturnType<typeof testClock>): Promise<void> {
  await shop.call('drawer.count', { id: id(), coins: [{ cents: 10_000, count: 1 }] });
  const sale = await recordSale(shop, {
    soldAt: '2026-11-18T03:00:00.000Z',
    lines: [
      { sku: 'CUP', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 6000, taxCents: 690, costCents: 2400 },
    ],
    tenders: [
      { tender: 'wechat', amountCents: 4500 },
      { tender: 'cash', amountCents: 1500 },
    ],
  });
  const payouts = [
    { tender: 'cash' as const, amountCents: 1500 },
    { tender: 'wechat' as const, amountCents: 500 },
  ];
  const { payoutNumbers } = await shop.call('returns.counter', counterInput(sale, { payouts }));
  await shop.call('refunds.void', { id: id(), payoutNumber: payoutNumbers[1] ?? '', why: 'wrong wallet' });
  await shop.call('drawer.move', { id: id(), kind: 'put-in', amountCents: 2000 });
  clock.set('2026-11-19T03:00:00.000Z');
  await shop.call('drawer.move', { id: id(), kind: 'to-bank', amountCents: 5000 });
  await shop.call('drawer.count', { id: id(), coins: [{ cents: 100, count: 65 }], note: 'nobody knows' });
}

test('the report of a day is what happened on it, figure by figure', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await twoDays(shop, clock);
  const { head, drawer, ...found } = await report(shop, first);
  expect(found).toEqual({
    day: first,
    sales: {
      count: 1,
      totalCents: 6000,
      tenders: [
        { tender: 'cash', cents: 1500 },
        { tender: 'wechat', cents: 4500 },
      ],
    },
    returns: { opened: 1, closed: 0, units: 1 },
    creditNotes: { count: 1, goodsCents: 1770, taxCents: 230, deliveryCents: 0, feeCents: 0, totalCents: 2000 },
    payouts: [
      { tender: 'cash', count: 1, cents: 1500 },
      { tender: 'wechat', count: 0, cents: 0 },
    ],
    ...{ voidedCount: 1, voidedCents: 500, exchangedCents: 0 },
    storeCredit: { issuedCents: 0, usedCents: 0, lapsedCents: 0 },
    documents: [
      { series: 'C', first: 'C-2026-000001', last: 'C-2026-000001', count: 1 },
      { series: 'D', first: 'D-2026-000001', last: 'D-2026-000002', count: 2 },
      { series: 'J', first: 'J-2026-000001', last: 'J-2026-000005', count: 5 },
      { series: 'P', first: 'P-2026-000001', last: 'P-2026-000003', count: 3 },
      { series: 'R', first: 'R-2026-000001', last: 'R-2026-000001', count: 1 },
      { series: 'S', first: 'S-2026-000001', last: 'S-2026-000001', count: 1 },
    ],
    people: ['owner'],
  });
  expect(drawer).toMatchObject({ inCents: 3500, outCents: 1500, expectedCents: 12_000 });
  expect([drawer.openingCents, drawer.counts.length, drawer.moves.length]).toEqual([undefined, 1, 1]);
  expect(head).toMatch(/^[0-9a-f]{64}$/);
});

test('the drawer of a day begins with what should have lain there the evening before, and adds up to its end', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await twoDays(shop, clock);
  const { drawer } = await report(shop, second);
  expect(drawer).toMatchObject({ openingCents: 12_000, inCents: 0, outCents: 5000, expectedCents: 6500 });
  expect(drawer.counts).toMatchObject([{ countedCents: 6500, differenceCents: -500 }]);
});

test('a day long ago is told as on its evening, whatever came after', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await twoDays(shop, clock);
  const then = await report(shop, second);
  clock.set('2026-12-05T03:00:00.000Z');
  await shop.call('drawer.count', { id: id(), coins: [], note: 'robbed' });
  expect(await report(shop, second)).toEqual(then);
});

test('a day before everything and one without business are empty, with the fingerprint that was the last by then', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await twoDays(shop, clock);
  const nothing = { sales: { count: 0, totalCents: 0, tenders: [] }, documents: [], people: [] };
  const before = await report(shop, '2026-11-17');
  expect(before).toMatchObject({ ...nothing, head: '0'.repeat(64) });
  expect(before.drawer).toEqual({ inCents: 0, outCents: 0, counts: [], moves: [] });
  const after = await report(shop, '2026-11-25');
  expect(after).toMatchObject({ ...nothing, head: (await report(shop, second)).head });
  expect(after.drawer).toMatchObject({ openingCents: 6500, expectedCents: 6500 });
});
