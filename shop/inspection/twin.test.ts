import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { accounts, lastEntry, stockOf } from '../../fixtures/ledgers.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';

/** Three cups of 20.00 in the returns area. */
async function received(
  shop: TestShop,
  lines = [{ sku: 'CUP', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 6000, costCents: 2400 }],
) {
  const back = await walk(shop, await recordSale(shop, { lines }));
  await back.receive();
  return back;
}

test('opened goods are sold again under a code of their own, at their value after the write-down', async () => {
  await using shop = testShop();
  const back = await received(shop);
  const twin = { sku: 'CUP-B', name: 'Cup (opened)', price: '14.00', exists: false };
  expect(await shop.call('inspection.twin', { returnLineId: back.returnLineId, grade: 'B' })).toEqual(twin);
  const done = await back.inspect({ quantity: 2, grade: 'B', twin: true, writeDownCents: 600 });
  expect(done.lines[0]?.inspections).toMatchObject([{ grade: 'B', twin: 'CUP-B', writeDownCents: 600 }]);
  expect(await lastEntry(shop)).toEqual(['loss-on-goods 600/0', 'goods 0/600']);
  expect(await stockOf(shop)).toEqual(['regraded 2 0', 'returns 1 800']);
  expect(await stockOf(shop, 'CUP-B')).toEqual(['regraded -2 0', 'shelf 2 1000']);
  expect(await shop.call('catalog.product', { sku: 'CUP-B' })).toMatchObject({
    name: 'Cup (opened)',
    price: '14.00',
    twinOf: { sku: 'CUP', grade: 'B' },
  });
  expect(await shop.call('inspection.twin', { returnLineId: back.returnLineId, grade: 'B' })).toEqual({
    ...twin,
    exists: true,
  });
});

test('a twin is named in the language of the shop and keeps what is known of its item', async () => {
  await using shop = testShop({ settings: { locale: 'zh-CN' } });
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: '窑厂' });
  const product = { sku: 'CUP', name: '杯子', category: '餐具', supplierId, price: '30.00' };
  await shop.call('catalog.saveProduct', { id: randomUUID(), ...product });
  const back = await received(shop);
  await back.inspect({ grade: 'C', twin: { sku: 'CUP-OLD', price: '5.50', flaw: '缺口' } });
  expect(await shop.call('catalog.product', { sku: 'CUP-OLD' })).toMatchObject({
    name: '杯子（已拆封）',
    category: '餐具',
    supplier: { supplierId },
    price: '5.50',
    flaw: '缺口',
    twinOf: { sku: 'CUP', grade: 'C' },
  });
});

test('the setting makes twins of all opened goods, unless a person says no', async () => {
  await using shop = testShop({ settings: { makeTwins: true } });
  const back = await received(shop);
  await back.inspect({ quantity: 1, grade: 'A' });
  await back.inspect({ quantity: 1, grade: 'B' });
  await back.inspect({ quantity: 1, grade: 'B', twin: false });
  expect(await stockOf(shop)).toEqual(['regraded 1 0', 'shelf 2 1600']);
  expect(await stockOf(shop, 'CUP-B')).toEqual(['regraded -1 0', 'shelf 1 800']);
});

test('a twin that comes back opened is itself again, and its worse grade another twin of the same item', async () => {
  await using shop = testShop();
  await (await received(shop)).inspect({ grade: 'B', twin: true });
  const again = await received(shop, [
    { sku: 'CUP-B', name: 'Cup', quantity: 3, unitPrice: '14.00', paidCents: 4200, costCents: 2400 },
  ]);
  await again.inspect({ quantity: 1, grade: 'B', twin: true });
  await again.inspect({ quantity: 2, grade: 'C', twin: true });
  expect(await stockOf(shop, 'CUP-B')).toEqual(['regraded -1 0', 'shelf 4 3200']);
  expect(await stockOf(shop, 'CUP-C')).toEqual(['regraded -2 0', 'shelf 2 1600']);
  expect(await shop.call('catalog.product', { sku: 'CUP-C' })).toMatchObject({ twinOf: { sku: 'CUP', grade: 'C' } });
});

test('a code in use is never taken for a twin', async () => {
  await using shop = testShop();
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP-B', name: 'Big cup' });
  const back = await received(shop);
  const grading = { returnLineId: back.returnLineId, quantity: 1, grade: 'B', disposition: 'resell' } as const;
  const input = { id: randomUUID(), returnId: back.returnId, lines: [{ ...grading, twin: { sku: 'CUP-B' } }] };
  expect(await shop.refusal('inspection.record', input)).toEqual({ code: 'name-used', data: { name: 'CUP-B' } });
  await back.inspect({ quantity: 1, grade: 'B', twin: true });
  expect(await stockOf(shop, 'CUP-B2')).toEqual(['regraded -1 0', 'shelf 1 800']);
});

test('goods of grade A, or that are not sold again, have no twin', async () => {
  await using shop = testShop();
  const back = await received(shop);
  const grading = {
    returnLineId: back.returnLineId,
    quantity: 1,
    grade: 'A',
    disposition: 'resell',
    twin: true,
  } as const;
  const outcome = await shop.ask('inspection.record', { id: randomUUID(), returnId: back.returnId, lines: [grading] });
  expect(outcome).toEqual({
    invalid: [
      { path: 'lines.0.twin', message: 'Only goods of grade B or C that are sold again get a code as opened goods.' },
    ],
  });
});

test('the cost that is set for an item is that of its twins too', async () => {
  await using shop = testShop();
  const back = await received(shop, [
    { sku: 'VASE', name: 'Vase', quantity: 3, unitPrice: '15.00', paidCents: 4500, costCents: undefined } as never,
  ]);
  await back.inspect({ quantity: 2, grade: 'B', twin: true, writeDownCents: 500 });
  expect(await stockOf(shop, 'VASE-B')).toEqual(['regraded -2 0', 'shelf 2 0 ?2']);
  const set = await shop.call('stock.setCost', { id: randomUUID(), sku: 'VASE', unitCost: '6.00' });
  expect(set).toEqual({ sku: 'VASE', revaluedCents: 1300 });
  expect(await stockOf(shop, 'VASE')).toEqual(['regraded 2 0', 'returns 1 600']);
  expect(await stockOf(shop, 'VASE-B')).toEqual(['regraded -2 0', 'shelf 2 700']);
  expect((await accounts(shop)).goods).toBe(1300);
  const again = { id: randomUUID(), sku: 'VASE-B', unitCost: '7.00' };
  expect(await shop.refusal('stock.setCost', again)).toMatchObject({ code: 'cost-already-known' });
});

test('goods from the bench become their twin under the number of the ticket', async () => {
  await using shop = testShop();
  const back = await received(shop);
  await back.inspect({ grade: 'C', disposition: 'repair' });
  const [ticket] = (await shop.call('repair.list', {})).items;
  const finish = {
    id: randomUUID(),
    ticketId: ticket?.ticketId ?? 0,
    mended: true,
    grade: 'B',
    disposition: 'resell',
  } as const;
  const ended = await shop.call('repair.finish', { ...finish, writeDownCents: 400, twin: true });
  expect(ended.outcome).toMatchObject({ twin: 'CUP-B', valueCents: 2400, writeDownCents: 400 });
  expect(await stockOf(shop, 'CUP-B')).toEqual(['regraded -3 0', 'shelf 3 2000']);
  expect((await shop.call('stock.moves', { sku: 'CUP-B' })).items).toMatchObject([{ document: 'T-2026-000001' }]);
  expect((await accounts(shop)).goods).toBe(2000);
});
