import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../../contract/api.ts';
import { openInput, recordSale } from '../../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

type Line = Input<'stock.receive'>['lines'][number];

async function phoneShop(): Promise<TestShop> {
  const shop = testShop();
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'PHONE', tracking: 'serial' });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'MILK', tracking: 'batch', expires: true });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'BOX' });
  return shop;
}

const receiving = (...lines: Line[]) => ({ id: randomUUID(), paidBy: 'cash' as const, lines });
const refused = async (shop: TestShop, ...lines: Line[]) => {
  const { code, data } = await shop.refusal('stock.receive', receiving(...lines));
  return [code, data];
};

test('serial numbers come one each, batches with their last day; both are kept with the line', async () => {
  await using shop = await phoneShop();
  const batches = [
    { code: 'B1', quantity: 2.5, expiresOn: '2027-01-31' },
    { code: 'B2', quantity: 1.5, expiresOn: '2026-11-01' },
  ];
  const { lines } = await shop.call(
    'stock.receive',
    receiving({ sku: 'PHONE', quantity: 2, serials: ['A', 'B'] }, { sku: 'MILK', quantity: 4, batches }),
  );
  expect(lines).toMatchObject([
    { serials: ['A', 'B'], batches: [] },
    { serials: [], batches },
  ]);
});

test('units that do not add up, or are of another kind than the item is kept by, are refused', async () => {
  await using shop = await phoneShop();
  const no = (sku: string) => ['units-do-not-fit', { line: 1, sku }];
  const expiresOn = '2027-01-31';
  expect(await refused(shop, { sku: 'PHONE', quantity: 2 })).toEqual(no('PHONE'));
  expect(await refused(shop, { sku: 'PHONE', quantity: 2, serials: ['A'] })).toEqual(no('PHONE'));
  expect(await refused(shop, { sku: 'PHONE', quantity: 2, serials: ['A', 'A'] })).toEqual(no('PHONE'));
  expect(await refused(shop, { sku: 'PHONE', quantity: 1.5, serials: ['A', 'B'] })).toEqual(no('PHONE'));
  expect(await refused(shop, { sku: 'PHONE', quantity: 1, batches: [{ code: 'A', quantity: 1 }] })).toEqual(
    no('PHONE'),
  );
  expect(await refused(shop, { sku: 'MILK', quantity: 1, serials: ['A'] })).toEqual(no('MILK'));
  const both = { serials: ['A'], batches: [{ code: 'B', quantity: 1, expiresOn }] };
  expect(await refused(shop, { sku: 'BOX', quantity: 2, ...both })).toEqual(no('BOX'));
  const batches = [{ code: 'B', quantity: 1 }];
  expect(await refused(shop, { sku: 'MILK', quantity: 1, batches })).toEqual([
    'expiry-needed',
    { line: 1, sku: 'MILK', batch: 'B' },
  ]);
});

test('an item that is not tracked may come with its units or without', async () => {
  await using shop = await phoneShop();
  const { lines } = await shop.call(
    'stock.receive',
    receiving({ sku: 'BOX', quantity: 1, batches: [{ code: 'B', quantity: 1 }] }, { sku: 'BOX', quantity: 3 }),
  );
  expect(lines).toMatchObject([{ batches: [{ code: 'B', quantity: 1 }] }, { batches: [] }]);
});

test('a serial number that is in the shop does not come again; once it was sold, or taken back, it may', async () => {
  await using shop = await phoneShop();
  const phone = { sku: 'PHONE', quantity: 1, serials: ['A'] };
  const here = (line: number) => ['unit-here-already', { line, sku: 'PHONE', code: 'A' }];
  expect(await refused(shop, phone, phone)).toEqual(here(2));
  const { number } = await shop.call('stock.receive', receiving(phone));
  expect(await refused(shop, phone)).toEqual(here(1));
  await shop.call('stock.voidReceipt', { id: randomUUID(), number, why: 'wrong' });
  await shop.call('stock.receive', receiving(phone));
  await recordSale(shop, { lines: [{ ...phone, unitPrice: '9', paidCents: 900 }] });
  await shop.call('stock.receive', receiving(phone));
  expect(await refused(shop, phone)).toEqual(here(1));
});

test('a unit that came back from a customer is here until it goes home or to the supplier', async () => {
  await using shop = await phoneShop();
  const phone = { sku: 'PHONE', quantity: 1, serials: ['A'] };
  const sale = await recordSale(shop, { lines: [{ ...phone, unitPrice: '9', paidCents: 900, costCents: 500 }] });
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const line = { saleLineId, quantity: 1, reason: 'quality', serial: 'A' };
  const { returnId, lines } = await shop.call('returns.open', openInput(sale, { lines: [line] }));
  const returnLineId = lines[0]?.returnLineId ?? 0;
  await shop.call('returns.receive', {
    id: randomUUID(),
    returnId,
    lines: [{ returnLineId, quantity: 1, serial: 'A' }],
  });
  expect((await refused(shop, phone))[0]).toBe('unit-here-already');
  const graded = { returnLineId, quantity: 1, grade: 'C', disposition: 'supplier' } as const;
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [graded] });
  expect((await shop.call('stock.receive', receiving(phone))).lines).toMatchObject([{ serials: ['A'] }]);
});
