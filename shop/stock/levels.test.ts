import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { shelfShop } from '../../fixtures/stock-counts.ts';

const id = () => randomUUID();

function sell(shop: TestShop, { sku, quantity, day }: { sku: string; quantity: number; day: string }) {
  const lines = [{ sku, quantity, unitPrice: '20.00', paidCents: quantity * 2000 }];
  return recordSale(shop, { soldAt: `${day}T02:00:00.000Z`, lines });
}

async function levels(shop: TestShop, asked: Input<'stock.levels'> = {}) {
  return (await shop.call('stock.levels', asked)).items;
}

test('what sells is ordered for the time until it comes and the days to cover, less what returns bring back', async () => {
  await using shop = await shelfShop({ CUP: [60, 800], POT: [5, 3500] }, { booksSales: true });
  const { supplierId } = await shop.call('suppliers.save', { id: id(), name: 'Potters', leadDays: 10 });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'CUP', supplierId, category: 'cups', unit: '只' });
  await sell(shop, { sku: 'CUP', quantity: 30, day: '2026-10-20' });
  const sale = await sell(shop, { sku: 'CUP', quantity: 26, day: '2026-11-17' });
  // Four come back: three to the shelf, the fourth waits.
  for (let n = 0; n < 3; n += 1) await shop.call('returns.counter', counterInput(sale));
  const line = { saleLineId: sale.lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'quality' };
  const waiting = await shop.call('returns.open', { id: id(), channel: 'parcel', want: 'refund', lines: [line] });
  const received = waiting.lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
  await shop.call('returns.receive', { id: id(), returnId: waiting.returnId, lines: received });

  const [cup, ...others] = await levels(shop, { days: 30 });
  expect(others).toEqual([]);
  expect(cup).toEqual({
    sku: 'CUP',
    name: 'CUP',
    unit: '只',
    category: 'cups',
    supplier: 'Potters',
    onShelf: 7,
    comingBack: 1,
    perDay: 1.767,
    lastsDays: 3.9,
    leadDays: 10,
    level: 'low',
    reorder: 63,
    reorderCents: 50_400,
  });
  expect((await levels(shop, { only: 'over', days: 30 })).map(({ sku }) => sku)).toEqual(['POT']);
  expect((await levels(shop, { only: 'all', category: 'cups' })).map(({ sku }) => sku)).toEqual(['CUP']);
  expect((await levels(shop, { only: 'all', limit: 1 })).map(({ sku }) => sku)).toEqual(['CUP']);
});

test('an order that is worth more than an amount can hold has no worth', async () => {
  await using shop = testShop();
  const gem = { sku: 'GEM', name: 'Gem', min: 900_000_000, max: 1_000_000_000 };
  await shop.call('catalog.saveProduct', { id: id(), ...gem });
  await shop.call('stock.setCost', { id: id(), sku: 'GEM', unitCost: '9999999.00' });
  const [item] = await levels(shop);
  expect(item).toMatchObject({ sku: 'GEM', reorder: 1_000_000_000 });
  expect(item).not.toHaveProperty('reorderCents');
});

test('levels of its own come first', async () => {
  await using shop = await shelfShop({ A: [3, 100], B: [30, 100] });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'A', min: 5, max: 12 });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'B', max: 12 });
  expect(await levels(shop)).toMatchObject([{ sku: 'A', min: 5, max: 12, reorder: 9, level: 'low' }]);
  expect(await levels(shop, { only: 'over' })).toMatchObject([{ sku: 'B', level: 'over', reorder: 0 }]);
});

test('where sales are booked elsewhere, the days looked at end with the newest sale; what is not kept here is not judged', async () => {
  await using shop = await shelfShop({ CUP: [10, 800] });
  await sell(shop, { sku: 'CUP', quantity: 20, day: '2026-10-22' });
  await sell(shop, { sku: 'CUP', quantity: 20, day: '2026-10-31' });
  await sell(shop, { sku: 'POSTAGE', quantity: 20, day: '2026-10-31' });
  const all = await levels(shop, { only: 'all', days: 30 });
  expect(all).toMatchObject([{ sku: 'CUP', onShelf: 10, perDay: 4, lastsDays: 2.5, level: 'low' }]);
});

test('a batch near its last day is told, as long as it is on the shelf', async () => {
  await using shop = await shelfShop({ CUP: [1, 100] }, { booksSales: true });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'MILK', tracking: 'batch', expires: true });
  const batches = [
    { code: 'B1', quantity: 4, expiresOn: '2026-11-30' },
    { code: 'B2', quantity: 6, expiresOn: '2027-01-31' },
  ];
  const lines = [{ sku: 'MILK', quantity: 10, unitCost: '2.00', batches }];
  await shop.call('stock.receive', { id: id(), paidBy: 'cash', lines });
  expect(await levels(shop, { only: 'expiring' })).toMatchObject([{ sku: 'MILK', expiresOn: '2026-11-30' }]);
  await sell(shop, { sku: 'MILK', quantity: 4, day: '2026-11-18' });
  expect(await levels(shop, { only: 'expiring' })).toEqual([]);
  expect(await levels(shop, { only: 'expiring', cover: 90 })).toMatchObject([{ expiresOn: '2027-01-31' }]);
});
