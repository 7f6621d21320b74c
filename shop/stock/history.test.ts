import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock } from '../../fixtures/shop.ts';
import { countLines, openCount, shelfShop } from '../../fixtures/stock-counts.ts';

const id = () => randomUUID();

/** Each thing that happens comes a minute after the one before. */
function ticking(): { clock: () => number; tick: () => void } {
  const clock = testClock();
  return { clock, tick: () => clock.set(new Date(clock() + 60_000).toISOString()) };
}

async function told(shop: TestShop, code: string) {
  const { of, items } = await shop.call('stock.history', { code });
  return {
    of: of.map(({ sku, by }) => `${sku} ${by}`),
    items: items.map(({ what, quantity, detail }) => [what, quantity, detail]),
  };
}

test('an item by its code or a barcode: all that happened to it, newest first', async () => {
  const { clock, tick } = ticking();
  await using shop = await shelfShop({ CUP: [10, 800] }, { booksSales: true }, clock);
  await shop.call('catalog.saveProduct', { id: id(), sku: 'CUP', barcodes: ['6901234567892'] });
  const { supplierId } = await shop.call('suppliers.save', { id: id(), name: 'Potters' });
  tick();
  const received = { supplierId, paidBy: 'cash' as const, lines: [{ sku: 'CUP', quantity: 5, unitCost: '9.00' }] };
  const { number } = await shop.call('stock.receive', { id: id(), ...received });
  tick();
  await shop.call('stock.voidReceipt', { id: id(), number, why: 'twice' });
  tick();
  const sale = await recordSale(shop, { soldAt: new Date(clock()).toISOString(), customer: '王芳' });
  tick();
  await shop.call('returns.counter', counterInput(sale));
  tick();
  const count = await openCount(shop);
  await countLines(shop, count, { CUP: 7 });
  await shop.call('stocktakes.book', { id: id(), number: count, reason: 'broken' });
  const history = [
    ['counted', -1, 'broken'],
    ['returned', 1, 'changed-mind'],
    ['graded', 1, 'shelf'],
    ['sold', -3, '王芳'],
    ['voided', -5, 'Potters'],
    ['received', 5, 'Potters'],
    ['opening', 10, undefined],
  ];
  const byCode = await told(shop, 'CUP');
  expect(byCode.of).toEqual(['CUP code']);
  expect(byCode.items.sort()).toEqual(history.sort());
  expect((await told(shop, '6901234567892')).of).toEqual(['CUP barcode']);
  const [newest] = (await shop.call('stock.history', { code: 'CUP', limit: 1 })).items;
  expect(newest).toMatchObject({ what: 'counted', document: count, valueCents: 800 });
});

test('one unit by its serial number, through everything that happened to it', async () => {
  const { clock, tick } = ticking();
  await using shop = await shelfShop({ CUP: [1, 100] }, { booksSales: true }, clock);
  await shop.call('catalog.saveProduct', { id: id(), sku: 'PHONE', tracking: 'serial' });
  const lines = [{ sku: 'PHONE', quantity: 2, unitCost: '600.00', serials: ['SN-1', 'SN-2'] }];
  await shop.call('stock.receive', { id: id(), paidBy: 'bank', lines });
  tick();
  const sold = [{ sku: 'PHONE', quantity: 1, unitPrice: '900.00', paidCents: 90_000, serials: ['SN-1'] }];
  const sale = await recordSale(shop, { soldAt: new Date(clock()).toISOString(), lines: sold });
  tick();
  const asked = openInput(sale);
  const { returnId, lines: opened } = await shop.call('returns.open', asked);
  const returnLineId = opened[0]?.returnLineId ?? 0;
  await shop.call('returns.receive', { id: id(), returnId, lines: [{ returnLineId, quantity: 1, serial: 'SN-1' }] });
  tick();
  const graded = { returnLineId, quantity: 1, grade: 'A', disposition: 'resell' } as const;
  await shop.call('inspection.record', { id: id(), returnId, lines: [graded] });
  expect(await told(shop, 'SN-1')).toEqual({
    of: ['PHONE serial'],
    items: [
      ['graded', 1, 'A resell'],
      ['returned', 1, 'changed-mind'],
      ['sold', -1, undefined],
      ['received', 1, undefined],
    ],
  });
});

test('what files say is part of it, and a code nobody knows is refused', async () => {
  await using shop = await shelfShop({ CUP: [1, 100] });
  const path = join(shop.folder, 'sales.csv');
  const rows = [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    '900001,LAMP,Desk lamp,4,2026-09-03 10:00:00,12.50,17850.0,United Kingdom',
    'C900002,LAMP,Desk lamp,-1,2026-09-10 11:00:00,12.50,17850.0,United Kingdom',
    '900004,LAMP,,-2,2026-09-11 09:00:00,0.00,,United Kingdom',
  ];
  writeFileSync(path, `${rows.join('\n')}\n`);
  await shop.call('imports.run', { id: id(), path, kind: 'sales' });
  expect((await told(shop, 'LAMP')).items.map(([what, quantity]) => [what, quantity])).toEqual([
    ['adjusted', -2],
    ['returned', 1],
    ['sold-elsewhere', -4],
  ]);
  expect(await shop.refusal('stock.history', { code: 'X' })).toEqual({ code: 'no-such-product', data: { sku: 'X' } });
});
