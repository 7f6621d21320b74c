import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../../../contract/api/import-fields.ts';
import type { Output } from '../../../contract/api.ts';
import { fileOf } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const read = (shop: TestShop, kind: ImportKind, text: string) =>
  shop.call('imports.run', { id: randomUUID(), path: fileOf(text), kind });

/** The refused rows of a result: where each stood, and its code. */
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

describe('a file of items', () => {
  test('makes new ones and changes what it says of those that are there', async () => {
    await using shop = testShop();
    const save = { id: randomUUID(), sku: 'CUP', name: 'Cup', category: 'kitchen', barcodes: ['690'], location: 'A-1' };
    await shop.call('catalog.saveProduct', save);
    const text =
      '商品编码,商品名称,规格,条码,分类,单位,供应商,成本价,零售价,序列号或批次,有保质期,最低库存,最高库存,货位,配件\r\n' +
      'CUP,大杯,,691;692,,只,窑厂,2.5,￥9.90,,,2,20,,杯盖；盒子\r\n' +
      'MILK,牛奶,1L,,食品,瓶,窑厂,,3.5,批次,是,,,,\r\n';
    expect((await read(shop, 'products', text)).stored).toMatchObject({ products: 1, changed: 1, suppliers: 1 });
    expect(await shop.call('catalog.product', { sku: 'CUP' })).toMatchObject({
      name: '大杯',
      category: 'kitchen',
      barcodes: ['690', '691', '692'],
      unit: '只',
      supplier: { name: '窑厂' },
      unitCost: '2.50',
      price: '9.90',
      min: 2,
      max: 20,
      location: 'A-1',
      accessories: ['杯盖', '盒子'],
    });
    expect(await shop.call('catalog.product', { sku: 'MILK' })).toMatchObject({
      spec: '1L',
      tracking: 'batch',
      expires: true,
      price: '3.50',
    });
    const again = await read(shop, 'products', text);
    expect(again).toMatchObject({ rowsRead: 2, rowsStored: 2, stored: { products: 0, changed: 0, suppliers: 0 } });
  });

  test('refuses what it cannot tell', async () => {
    await using shop = testShop();
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'OLD', barcodes: ['690'] });
    const result = await read(
      shop,
      'products',
      'sku,name,barcode,price,min stock,max stock,tracking,expires\n' +
        'A,one,,1,,,,\nA,two,,1,,,,\nB,same,,,,,,\nB,same,,,,,,\n,nameless,,,,,,\nC,taken,690,,,,,\n' +
        'D,levels,,,5,2,,\nE,endless,,,,,serial,yes\nF,word,,,,,perhaps,\nG,price,,-1,,,,\nH,less,,,-1,,,\n690,its code,,,,,,\n',
    );
    expect(result).toMatchObject({ rowsRead: 12, rowsStored: 2, stored: { products: 1 } });
    expect(refusedRows(result)).toEqual([
      '1 number-twice',
      '2 number-twice',
      '5 field-empty',
      '6 barcode-used',
      '7 min-over-max',
      '8 expiry-needs-batch',
      '9 not-a-word',
      '10 not-a-price',
      '11 below-zero',
      '12 barcode-used',
    ]);
  });

  test('of Shopify: variants of one item, pictures among them', async () => {
    await using shop = testShop();
    const text =
      'Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Option2 Value,Variant SKU,Variant Price,Variant Barcode,Image Src,Cost per item\n' +
      "tee,Tee,Loom,Clothes,Size,S,Red,'001,19.90,,a.jpg,7\n" +
      'tee,,,,,M,Red,002,19.90,5901234123457,,\n' +
      'tee,,,,,,,,,,b.jpg,\n' +
      'cap,Cap,,,Title,Default Title,,003,9,,,\n' +
      'bag,Bag,,,Title,Default Title,,,9,,,\n';
    const preview = await shop.call('imports.preview', { path: fileOf(text) });
    expect(preview).toMatchObject({
      kind: 'products',
      profile: 'shopify-products',
      wouldStore: { products: 3 },
      problems: [{ row: 5, field: 'sku', code: 'field-empty' }],
    });
    expect(preview.understood[1]).toMatchObject({
      as: 'product',
      fields: { sku: '002', productName: 'Tee', spec: 'M / Red' },
    });
    const result = await read(shop, 'products', text);
    expect(result).toMatchObject({ rowsRead: 5, rowsStored: 4, stored: { products: 3, suppliers: 1 } });
    expect(await shop.call('catalog.byCode', { code: '5901234123457' })).toMatchObject({
      sku: '002',
      name: 'Tee',
      spec: 'M / Red',
      supplier: { name: 'Loom' },
      category: 'Clothes',
    });
    expect(await shop.call('catalog.product', { sku: '003' })).not.toHaveProperty('spec');
  });

  test('of WooCommerce', async () => {
    await using shop = testShop();
    const text =
      'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,Low stock amount,Sale price,Regular price,Categories,Parent\n' +
      '1,simple,W-1,5901234123457,Mug,1,3,,12.5,"Kitchen > Mugs, Gifts",\n2,variation,W-2,,Mug - Blue,1,,,13,,W-1\n';
    const preview = await shop.call('imports.preview', { path: fileOf(text) });
    expect(preview).toMatchObject({ kind: 'products', profile: 'woocommerce-products' });
    await read(shop, 'products', text);
    expect(await shop.call('catalog.product', { sku: 'W-1' })).toMatchObject({
      name: 'Mug',
      barcodes: ['5901234123457'],
      category: 'Kitchen > Mugs',
      price: '12.50',
      min: 3,
    });
  });

  test('gives stock its cost where nobody knew it', async () => {
    await using shop = testShop();
    await read(shop, 'opening-stock', 'sku,product name,quantity\nCUP,Cup,3\n');
    expect((await shop.call('stock.balances', { place: 'shelf' })).items).toMatchObject([
      { sku: 'CUP', valueCents: 0 },
    ]);
    await read(shop, 'products', 'sku,cost\nCUP,2.00\n');
    expect((await shop.call('stock.balances', { place: 'shelf' })).items).toMatchObject([
      { sku: 'CUP', valueCents: 600 },
    ]);
    expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('a file of customers', () => {
  test('knows them by code, else phone, else name', async () => {
    await using shop = testShop();
    const text =
      '客户编号,客户姓名,客户电话,邮箱,贵宾\nK1,张三,13800000001,z@x.cn,老客户\n,李四,13800000002,,\n,王五,,,\n';
    expect((await read(shop, 'customers', text)).stored).toMatchObject({ customers: 3, changed: 0 });
    const more = '客户编号,客户姓名,客户电话,邮箱\nK1,,13900000001,\n,李四四,13800000002,l@x.cn\n';
    expect((await read(shop, 'customers', more)).stored).toMatchObject({ customers: 0, changed: 2 });
    const { items } = await shop.call('customers.search', { text: '李四' });
    expect(items).toMatchObject([{ name: '李四四', phone: '13800000002' }]);
    const [found] = (await shop.call('customers.search', { text: 'K1' })).items;
    expect(await shop.call('customers.get', { customerId: found?.customerId ?? 0 })).toMatchObject({
      name: '张三',
      phone: '13900000001',
      email: 'z@x.cn',
      marks: [{ mark: 'vip', reason: '老客户' }],
    });
    expect((await read(shop, 'customers', more)).stored).toMatchObject({ customers: 0, changed: 0 });
  });

  test('refuses those named twice and what is no address', async () => {
    await using shop = testShop();
    const result = await read(shop, 'customers', 'code,name,email\nK1,a,\nK1,b,\nK2,c,nowhere\n,,\n');
    expect(refusedRows(result)).toEqual(['1 number-twice', '2 number-twice', '3 not-a-word']);
    expect(result.rowsRead).toBe(3);
  });
});

test('a file of suppliers makes new ones and changes what it says', async () => {
  await using shop = testShop();
  const text = 'supplier,phone,email,claim days,lead days,note\nKiln,1,k@x.cn,30 days,5,ask\nLoom,,,,0,\n';
  expect((await read(shop, 'suppliers', text)).stored).toMatchObject({ suppliers: 2 });
  expect((await read(shop, 'suppliers', 'supplier,lead days\nKiln,7\nMint,x\n')).stored).toMatchObject({ changed: 1 });
  expect((await shop.call('suppliers.list', {})).items).toMatchObject([
    { name: 'Kiln', phone: '1', claimDays: 30, leadDays: 7, note: 'ask' },
    { name: 'Loom', leadDays: 0 },
  ]);
});

test('what was being stored when the shop died is finished by the same call, and taken back as one', async () => {
  await using shop = testShop();
  const path = fileOf(
    ['sku,name,supplier', ...Array.from({ length: 5000 }, (_, row) => `S${row},Thing ${row},Kiln`)].join('\n'),
  );
  const input = { id: randomUUID(), path, kind: 'products' } as const;
  const died = shop.ask('imports.run', input, {
    onProgress: ({ phase, done }) => {
      if (phase === 'storing' && done > 3000) throw new Error('died');
    },
  });
  await expect(died).rejects.toThrow('died');
  const { total: left } = await shop.call('catalog.products', {});
  expect([left > 3000, left < 5000]).toEqual([true, true]);
  const { importId, stored } = await shop.call('imports.run', input);
  expect(stored).toMatchObject({ products: 5000 - left, suppliers: 0 });
  expect((await shop.call('catalog.products', {})).total).toBe(5000);
  await shop.call('imports.undo', { id: randomUUID(), importId });
  expect((await shop.call('catalog.products', {})).total).toBe(0);
  expect((await shop.call('suppliers.list', {})).items).toEqual([]);
});
