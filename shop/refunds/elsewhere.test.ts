import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf } from '../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

type Order = {
  readonly name: string;
  readonly totalCents: number;
  readonly refundedCents: number;
  readonly status?: string;
};

/** One order of two equal lines, as Shopify writes it. */
function orderFile({ name, totalCents, refundedCents, status = 'paid' }: Order): string {
  const money = (cents: number): string => (cents / 100).toFixed(2);
  return fileOf(
    [
      'Name,Created at,Total,Shipping,Refunded Amount,Financial Status,Lineitem name,Lineitem quantity',
      `${name},2026-11-10 09:00:00 +0800,${money(totalCents)},5.00,${money(refundedCents)},${status},Cup,1`,
      `${name},,,,,,Pot,1`,
    ].join('\n'),
  );
}
const read = (shop: TestShop, order: Order) =>
  shop.call('imports.run', { id: randomUUID(), path: orderFile(order), kind: 'sales' });

/** Takes back one line and pays what the desk says is owed. */
async function giveBack(shop: TestShop, { saleId, saleLineId }: { saleId: number; saleLineId: number }) {
  const { returnId, verdict } = await shop.call('returns.open', {
    id: randomUUID(),
    saleId,
    channel: 'counter',
    want: 'refund',
    lines: [{ saleLineId, quantity: 1, reason: 'quality' }],
  });
  if (verdict.outcome === 'review') await shop.call('returns.approve', { id: randomUUID(), returnId, note: 'seen' });
  const { lines } = await shop.call('returns.get', { returnId });
  const returnLineId = lines[0]?.returnLineId ?? 0;
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [{ returnLineId, quantity: 1 }] });
  const inspected = { returnLineId, quantity: 1, grade: 'A', disposition: 'resell' } as const;
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [inspected] });
  const quote = await shop.call('refunds.quote', { returnId });
  const { toPayCents } = await shop.call('returns.worklist', {});
  const tender = quote.tenders[0]?.tender ?? 'cash';
  const payouts = quote.totalCents > 0 ? [{ tender, amountCents: quote.totalCents }] : [];
  await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
  return { verdict, totalCents: quote.totalCents, toPayCents };
}

test('what the platform gave back is shown, counts against what is owed here, and a person looks at it', async () => {
  await using shop = testShop();
  await read(shop, { name: '#1', totalCents: 10_500, refundedCents: 8000 });
  const { saleId, lines, refundedElsewhereCents } = await shop.call('sales.get', { number: '#1' });
  expect([refundedElsewhereCents, lines.map(({ creditableCents }) => creditableCents)]).toEqual([8000, [2500, 2500]]);
  const first = await giveBack(shop, { saleId, saleLineId: lines[0]?.saleLineId ?? 0 });
  expect(first.verdict.rules).toContainEqual({ rule: 'platform', outcome: 'review', data: { refundedCents: 8000 } });
  expect([first.totalCents, first.toPayCents]).toEqual([2500, 2500]);
  expect((await giveBack(shop, { saleId, saleLineId: lines[1]?.saleLineId ?? 0 })).totalCents).toBe(0);
});

test('a later file adds what came back since and the status it has now; what was credited here is a part of it', async () => {
  await using shop = testShop();
  const order = { name: '#1', totalCents: 10_500, refundedCents: 0 };
  await read(shop, order);
  const later = await read(shop, { ...order, refundedCents: 2000, status: 'partially_refunded' });
  expect(later).toMatchObject({ rowsStored: 2, stored: { sales: 0, refundedSales: 1, statuses: 1 } });
  const { saleId, lines } = await shop.call('sales.get', { number: '#1' });
  await giveBack(shop, { saleId, saleLineId: lines[0]?.saleLineId ?? 0 });
  await read(shop, { ...order, refundedCents: 7000, status: 'partially_refunded' });
  expect(await shop.call('sales.get', { saleId })).toMatchObject({
    status: 'partially_refunded',
    refundedElsewhereCents: 2000,
  });
  expect(await read(shop, { ...order, totalCents: 9500 })).toMatchObject({ rowsRefused: 2 });
});

test('credited here and given back elsewhere never pass what was paid', async () => {
  await using shop = testShop();
  let count = 0;
  const step = fc.oneof(fc.integer({ min: 0, max: 10_500 }), fc.constantFrom('first', 'second'));
  const history = async (steps: readonly (number | string)[]) => {
    count += 1;
    const order = { name: `#${count}`, totalCents: 10_500, refundedCents: 0 };
    await read(shop, order);
    const { saleId, lines } = await shop.call('sales.get', { number: order.name });
    const back = new Set<string>();
    for (const one of steps) {
      if (typeof one === 'number') await read(shop, { ...order, refundedCents: one });
      else if (!back.has(one))
        await giveBack(shop, { saleId, saleLineId: lines[one === 'first' ? 0 : 1]?.saleLineId ?? 0 });
      if (typeof one === 'string') back.add(one);
      const sale = await shop.call('sales.get', { saleId });
      const returns = await Promise.all(sale.returns.map(({ returnId }) => shop.call('returns.get', { returnId })));
      const credited = returns.reduce((sum, { creditedCents }) => sum + creditedCents, 0);
      expect(credited + (sale.refundedElsewhereCents ?? 0)).toBeLessThanOrEqual(sale.totalCents);
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), history), { numRuns: 15 });
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);
