import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordSale } from '../../../fixtures/builders.ts';
import { tmallRefunds } from '../../../fixtures/files/returns-lists.ts';
import { fileOf } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const id = randomUUID;
const number = '2911000001';

/** A list of one finished return of 60.00, read before its sale. */
async function withUnmatched(changes: Record<string, string> = {}): Promise<TestShop> {
  const shop = testShop();
  await recordSale(shop, { number: 'S-OLD', soldAt: '2026-09-01T02:00:00.000Z', customer: { code: '别人' } });
  const path = fileOf(tmallRefunds([{ 商家编码: 'CUP', 订单编号: number, ...changes }]));
  await shop.call('imports.run', { id: id(), path, kind: 'returns' });
  return shop;
}

const unmatched = async (shop: TestShop) => (await shop.call('imports.unmatched', {})).items[0];
const whole = async (shop: TestShop) =>
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);

test('a return waits with the sales it may belong to, the best first', async () => {
  await using shop = await withUnmatched();
  await recordSale(shop, { number: 'S-NEAR', customer: { code: '茶客01' } });
  await recordSale(shop, { number, soldAt: '2026-11-10T02:00:00.000Z' });
  const { total, items } = await shop.call('imports.unmatched', {});
  expect(total).toBe(1);
  expect(items).toMatchObject([
    {
      number: '5500000001',
      day: '2026-11-16',
      customer: '茶客01',
      sku: 'CUP',
      quantity: 1,
      amountCents: 6000,
      why: 'no-earlier-sale',
      suggestions: [
        { number, because: ['same-order', 'same-item', 'near-date'], returnableQuantity: 3, paidCents: 6000 },
        { number: 'S-NEAR', because: ['same-item', 'same-customer', 'near-date'] },
        { number: 'S-OLD', because: ['same-item'], customer: '别人' },
      ],
    },
  ]);
  for (const [text, count] of [
    ['5500', 1],
    ['茶客', 1],
    ['cup', 1],
    [number, 1],
    ['tea', 0],
  ] as const)
    expect((await shop.call('imports.unmatched', { text })).total).toBe(count);
});

test('matched by hand, its units and its share of what was paid are used up', async () => {
  await using shop = await withUnmatched();
  const sale = await recordSale(shop, { number });
  const line = await unmatched(shop);
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const links = [{ saleLineId, quantity: 1 }];
  const returnLineId = line?.returnLineId ?? 0;
  expect(await shop.call('imports.match', { id: id(), returnLineId, links })).toMatchObject({ number: '5500000001' });
  expect(await shop.call('imports.unmatched', {})).toEqual({ total: 0, items: [] });
  expect(await shop.call('sales.get', { number })).toMatchObject({
    lines: [{ returnedQuantity: 1, returnableQuantity: 2, creditableCents: 4000 }],
  });
  expect(await shop.call('returns.get', { number: '5500000001' })).toMatchObject({
    stage: 'closed',
    lines: [{ sales: [{ number, quantity: 1 }] }],
    steps: [{ step: 'import' }, { step: 'match', person: 'owner' }],
  });
  expect(await shop.refusal('imports.match', { id: id(), returnLineId, links })).toEqual({
    code: 'already-matched',
    data: { number: '5500000001' },
  });
  await whole(shop);
});

test('what can never be right is refused, and the line waits on', async () => {
  await using shop = await withUnmatched({ 买家退款金额: '19.00' });
  const [cups, bowls, later, cheap] = [
    await recordSale(shop, { number }),
    await recordSale(shop, { lines: [{ sku: 'BOWL', name: 'Bowl', quantity: 1, unitPrice: '30', paidCents: 3000 }] }),
    await recordSale(shop, { soldAt: '2026-11-17T02:00:00.000Z' }),
    await recordSale(shop, { lines: [{ sku: 'CUP', name: 'Cup', quantity: 1, unitPrice: '5', paidCents: 500 }] }),
  ];
  const returnLineId = (await unmatched(shop))?.returnLineId ?? 0;
  const asked = async (links: { saleLineId: number; quantity: number }[], line = returnLineId) =>
    (await shop.refusal('imports.match', { id: id(), returnLineId: line, links })).code;
  const lineIn = (sale: typeof cups) => sale.lines[0]?.saleLineId ?? 0;
  expect(await asked([{ saleLineId: lineIn(cups), quantity: 1 }], 999)).toBe('no-such-return-line');
  expect(await asked([{ saleLineId: 999, quantity: 1 }])).toBe('no-such-sale-line');
  expect(await asked([{ saleLineId: lineIn(bowls), quantity: 1 }])).toBe('line-does-not-fit');
  expect(await asked([{ saleLineId: lineIn(cups), quantity: 0.5 }])).toBe('line-does-not-fit');
  expect(await asked([{ saleLineId: lineIn(later), quantity: 1 }])).toBe('return-before-sale');
  expect(await asked([{ saleLineId: lineIn(cheap), quantity: 2 }])).toBe('over-sold-quantity');
  expect(await asked([{ saleLineId: lineIn(cheap), quantity: 1 }])).toBe('over-paid-amount');
  expect((await shop.call('imports.unmatched', {})).total).toBe(1);
  await whole(shop);
});
