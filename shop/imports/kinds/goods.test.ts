import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ImportKind } from '../../../contract/api/import-fields.ts';
import type { Output } from '../../../contract/api.ts';
import { fileOf } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const read = (shop: TestShop, kind: ImportKind, text: string) =>
  shop.call('imports.run', { id: randomUUID(), path: fileOf(text), kind });

function refusedRows({ refusedFile = '' }: Output<'imports.run'>): string[] {
  const [heading = '', ...rows] = readFileSync(refusedFile, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  const at = heading.split(',').indexOf('Row');
  return rows.map((row) =>
    row
      .split(',')
      .slice(at, at + 2)
      .join(' '),
  );
}

const failing = async (shop: TestShop) => (await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok);

test('opening stock: one document, an item a line, made where the file names it', async () => {
  await using shop = testShop();
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Cup' });
  const text =
    '商品编码,商品名称,数量,单位成本,序列号,批次,到期日\r\n' +
    'CUP,,10,2.5,,,\r\nPHONE,手机,1,900,SN1,,\r\nPHONE,手机,1,900,SN2,,\r\nMILK,牛奶,2.5,,,B1,2026-12-01\r\nMILK,牛奶,1,,,B2,2026-12-31\r\nNONE,没有,0,,,,\r\n';
  const result = await read(shop, 'opening-stock', text);
  expect(result).toMatchObject({
    rowsRead: 6,
    rowsStored: 6,
    stored: { goodsReceipts: 1, goodsReceiptLines: 3, products: 2 },
    warnings: [{ code: 'no-cost', count: 1 }],
  });
  expect((await shop.call('stock.balances', { place: 'shelf' })).items).toMatchObject([
    { sku: 'CUP', quantity: 10, valueCents: 2500 },
    { sku: 'MILK', quantity: 3.5, unknownQuantity: 3.5 },
    { sku: 'PHONE', quantity: 2, valueCents: 180_000 },
  ]);
  const [receipt] = (await shop.call('stock.receipts', {})).items;
  const { lines } = await shop.call('stock.receipt', { number: receipt?.number ?? '' });
  expect(lines.map(({ sku, serials, batches }) => [sku, serials, batches])).toEqual([
    ['CUP', [], []],
    ['PHONE', ['SN1', 'SN2'], []],
    [
      'MILK',
      [],
      [
        { code: 'B1', quantity: 2.5, expiresOn: '2026-12-01' },
        { code: 'B2', quantity: 1, expiresOn: '2026-12-31' },
      ],
    ],
  ]);
  expect((await read(shop, 'opening-stock', text)).stored).toMatchObject({ goodsReceipts: 0, products: 0 });
  const other = await read(shop, 'opening-stock', 'sku,quantity\nCUP,11\nPHONE,2\nX,1\nCUP2,-1\n');
  expect(refusedRows(other)).toEqual([
    '1 stock-opened-before',
    '2 stock-opened-before',
    '3 no-such-product',
    '4 below-zero',
  ]);
  expect(await failing(shop)).toEqual([]);
});

test('goods received: a document for each delivery, on account', async () => {
  await using shop = testShop();
  const text =
    'reference,day,supplier,sku,product name,quantity,unit cost,tax,serial\n' +
    'D-1,2026-03-01,Kiln,CUP,Cup,10,2.50,3.25,\nD-1,2026-03-01,Kiln,CUP,Cup,5,2.60,,\nD-1,2026-03-01,Kiln,PHONE,Phone,2,900,,SN1;SN2\n' +
    'D-2,2026-03-02,Kiln,CUP,Cup,1,3,,\n,2026-03-02,,CUP,,4,,,\n';
  const preview = await shop.call('imports.preview', { path: fileOf(text) });
  expect(preview).toMatchObject({
    kind: 'goods-received',
    wouldStore: { goodsReceipts: 3, goodsReceiptLines: 4 },
    problems: [],
  });
  expect(await read(shop, 'goods-received', text)).toMatchObject({
    rowsStored: 5,
    stored: { goodsReceipts: 3, goodsReceiptLines: 4, products: 2, suppliers: 1 },
  });
  expect((await shop.call('stock.receipts', { text: 'D-1' })).items).toMatchObject([
    {
      supplier: { name: 'Kiln' },
      reference: 'D-1',
      day: '2026-03-01',
      valueCents: 183_800,
      taxCents: 325,
      lineCount: 2,
    },
  ]);
  expect((await read(shop, 'goods-received', text)).stored).toMatchObject({ goodsReceipts: 0 });
  const other = await read(
    shop,
    'goods-received',
    'reference,day,supplier,sku,product name,quantity,unit cost,serial\nD-1,2026-03-01,Kiln,CUP,,9,2.50,\n' +
      'D-3,2099-01-01,Kiln,CUP,,9,1,\nD-4,2026-03-01,Kiln,NO,,1,1,\nD-5,2026-03-01,Kiln,PHONE,,1,1,SN1\nD-6,2026-03-01,Kiln,CUP,,0,1,\nD-7,2026-03-01,Kiln,CUP,,1,x,\n',
  );
  expect(refusedRows(other)).toEqual([
    '1 changed-since',
    '2 day-in-future',
    '3 no-such-product',
    '4 unit-here-already',
    '5 zero-quantity',
    '6 not-a-number',
  ]);
  expect(await failing(shop)).toEqual([]);
});

test('goods are not read into a closed month', async () => {
  await using shop = testShop();
  const { today } = await shop.call('months.preview', { month: '2026-03' }).then(() => ({ today: '2026-03' }));
  await shop.call('months.close', { id: randomUUID(), month: today });
  const goods = await read(shop, 'goods-received', 'day,sku,product name,quantity\n2026-03-05,CUP,Cup,1\n');
  expect(refusedRows(goods)).toEqual(['1 month-closed']);
});
