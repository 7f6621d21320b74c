import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const file = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
900001,LAMP,Desk lamp,4,2026-09-03 10:00:00,12.50,17850.0,United Kingdom
900002,LAMP,Desk lamp,1,2026-09-04 10:00:00,12.50,17850.0,United Kingdom
C900003,LAMP,Desk lamp,-3,2026-09-10 11:00:00,12.50,17850.0,United Kingdom
`;

const numbersFor = async (shop: TestShop, text: string): Promise<string[]> =>
  (await shop.call('returns.search', { text })).items.map(({ number }) => number);

test('a return is found by the number of its sale, also one read from a file whose units were sold in two', async () => {
  await using shop = testShop();
  const path = join(shop.folder, 'sales.csv');
  writeFileSync(path, file);
  await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
  const sale = await recordSale(shop, { number: 'TILL-7' });
  const { number } = await shop.call('returns.open', openInput(sale));
  expect(await numbersFor(shop, 'TILL-7')).toEqual([number]);
  for (const of of ['900001', '900002']) expect(await numbersFor(shop, of)).toEqual(['C900003']);
  expect(await numbersFor(shop, '900009')).toEqual([]);
});

test('a return is found by the whole number of its waybill', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const { number } = await shop.call('returns.open', openInput(sale, { channel: 'parcel', waybill: 'SF1440' }));
  expect(await numbersFor(shop, 'SF1440')).toEqual([number]);
  expect(await numbersFor(shop, 'SF14')).toEqual([]);
});
