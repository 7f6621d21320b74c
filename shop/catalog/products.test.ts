import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { aPng } from '../../fixtures/pictures.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { photosFolder } from '../photos/folder.ts';

type Saved = Omit<Input<'catalog.saveProduct'>, 'id'>;

const save = (shop: TestShop, saved: Saved) => shop.call('catalog.saveProduct', { id: randomUUID(), ...saved });
const refused = (shop: TestShop, saved: Saved) => shop.refusal('catalog.saveProduct', { id: randomUUID(), ...saved });

test('what is said of an item as goods is kept, changed and taken away', async () => {
  await using shop = testShop();
  const goods = { unit: 'kg', min: 0.5, max: 20, expires: true, location: 'A-3', barcodes: ['690', '691'] };
  expect(await save(shop, { sku: 'TEA', tracking: 'batch', ...goods })).toMatchObject(goods);
  expect(await save(shop, { sku: 'TEA', name: 'Tea' })).toMatchObject({ name: 'Tea', ...goods });
  const bare = { unit: '', min: null, max: null, expires: false, location: '', barcodes: [] };
  const cleared = await save(shop, { sku: 'TEA', ...bare });
  expect(cleared).toEqual({
    ...{ productId: cleared.productId, sku: 'TEA', name: 'Tea', tracking: 'batch', accessories: [], twins: [] },
    ...{ barcodes: [], expires: false, onShelf: 0 },
  });
});

test('only items kept by batch expire, and the lowest stock is not above the highest', async () => {
  await using shop = testShop();
  const needsBatch = { code: 'expiry-needs-batch', data: { sku: 'TEA' } };
  expect(await refused(shop, { sku: 'TEA', expires: true })).toEqual(needsBatch);
  await save(shop, { sku: 'TEA', tracking: 'batch', expires: true, max: 5 });
  expect(await refused(shop, { sku: 'TEA', tracking: null })).toEqual(needsBatch);
  expect(await refused(shop, { sku: 'TEA', min: 6 })).toEqual({ code: 'min-over-max', data: { sku: 'TEA' } });
});

test('a code names one item: a barcode is neither another item’s nor another item’s code', async () => {
  await using shop = testShop();
  await save(shop, { sku: 'CUP', barcodes: ['690'] });
  await save(shop, { sku: 'POT' });
  const ofCup = { code: 'barcode-used', data: { code: '690', sku: 'CUP' } };
  expect(await refused(shop, { sku: 'POT', barcodes: ['690'] })).toEqual(ofCup);
  expect(await refused(shop, { sku: '690' })).toEqual(ofCup);
  expect(await refused(shop, { sku: 'CUP', barcodes: ['POT'] })).toEqual({
    code: 'barcode-used',
    data: { code: 'POT', sku: 'POT' },
  });
  await save(shop, { sku: 'CUP', barcodes: ['691', '690', '691'] });
  expect((await shop.call('catalog.product', { sku: '691' })).barcodes).toEqual(['690', '691']);
});

test('an item is found by its code, then a barcode, then a serial number it came or was sold with', async () => {
  await using shop = testShop();
  await save(shop, { sku: 'CUP', barcodes: ['690'] });
  await save(shop, { sku: 'PHONE', tracking: 'serial' });
  const lines = [{ sku: 'PHONE', quantity: 1, serials: ['SN1'] }];
  await shop.call('stock.receive', { id: randomUUID(), paidBy: 'cash', lines });
  await recordSale(shop, { lines: [{ sku: 'CUP', quantity: 1, unitPrice: '1', paidCents: 100, serials: ['SN2'] }] });
  const skuOf = async (code: string) => (await shop.call('catalog.byCode', { code })).sku;
  expect(await Promise.all(['CUP', '690', 'SN1', 'SN2'].map(skuOf))).toEqual(['CUP', 'CUP', 'PHONE', 'CUP']);
  expect(await shop.refusal('catalog.byCode', { code: 'cup' })).toEqual({
    code: 'no-such-product',
    data: { sku: 'cup' },
  });
});

test('items are listed page by page, by category and supplier, or by a part of what they are known by', async () => {
  await using shop = testShop();
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  await save(shop, {
    sku: 'CUP-1',
    name: '陶瓷马克杯',
    category: 'kitchen',
    supplierId,
    unit: 'pc',
    price: '9.9',
    min: 2,
  });
  await save(shop, { sku: 'CUP-2', name: 'Glass', category: 'kitchen', barcodes: ['6901234'] });
  await save(shop, { sku: 'HAT', name: 'Felt hat', category: 'clothes', supplierId });
  await shop.call('stock.receive', { id: randomUUID(), paidBy: 'cash', lines: [{ sku: 'CUP-1', quantity: 2.5 }] });
  const asked = async (input: Input<'catalog.products'>) => {
    const { items, total } = await shop.call('catalog.products', input);
    return [items.map(({ sku }) => sku), total];
  };
  expect(await asked({})).toEqual([['CUP-1', 'CUP-2', 'HAT'], 3]);
  expect(await asked({ limit: 1, after: 'CUP-1' })).toEqual([['CUP-2'], 3]);
  expect(await asked({ category: 'kitchen' })).toEqual([['CUP-1', 'CUP-2'], 2]);
  expect(await asked({ supplierId, text: 'hat' })).toEqual([['HAT'], 1]);
  expect(await asked({ text: '马克' })).toEqual([['CUP-1'], 1]);
  expect(await asked({ text: 'mkb' })).toEqual([['CUP-1'], 1]);
  expect(await asked({ text: 'p-2' })).toEqual([['CUP-2'], 1]);
  expect(await asked({ text: '1234' })).toEqual([['CUP-2'], 1]);
  expect(await asked({ text: 'clothes' })).toEqual([['HAT'], 1]);
  expect(await asked({ text: 'none' })).toEqual([[], 0]);
  const [first] = (await shop.call('catalog.products', { limit: 1 })).items;
  const { productId = 0 } = first ?? {};
  expect(first).toEqual({
    ...{ productId, sku: 'CUP-1', name: '陶瓷马克杯', category: 'kitchen', supplier: 'Potters', unit: 'pc' },
    ...{ price: '9.90', min: 2, onShelf: 2.5 },
  });
});

test('the average cost is what a unit of known cost on the shelf stands at', async () => {
  await using shop = testShop();
  await save(shop, { sku: 'CUP' });
  const lines = [
    { sku: 'CUP', quantity: 3, valueCents: 1000 },
    { sku: 'CUP', quantity: 2 },
  ];
  await shop.call('stock.receive', { id: randomUUID(), paidBy: 'cash', lines });
  expect(await shop.call('catalog.product', { sku: 'CUP' })).toMatchObject({ onShelf: 5, averageCost: '3.3333' });
});

test('a barcode stands for its item wherever one is sold, brought back or asked for', async () => {
  await using shop = testShop();
  await save(shop, { sku: 'CUP', name: 'Cup', barcodes: ['690'] });
  const sale = await recordSale(shop, { lines: [{ sku: '690', quantity: 1, unitPrice: '2', paidCents: 200 }] });
  expect(sale.lines).toMatchObject([{ sku: 'CUP', name: 'Cup' }]);
  const lines = [{ sku: '690', quantity: 1, reason: 'quality' }];
  const opened = await shop.call('returns.open', { id: randomUUID(), channel: 'counter', want: 'refund', lines });
  expect(opened.lines).toMatchObject([{ sku: 'CUP' }]);
  const bySku = await shop.call('returns.open', {
    ...{ id: randomUUID(), saleId: sale.saleId, channel: 'counter', want: 'refund', lines },
  });
  expect(bySku.lines).toMatchObject([{ sku: 'CUP' }]);
  const { items } = await shop.call('sales.search', { text: '690' });
  expect(items.map(({ number }) => number)).toEqual([sale.number]);
});

test('an item has a picture, which is looked at whenever it is asked for', async () => {
  await using shop = testShop();
  await save(shop, { sku: 'CUP' });
  const picture = aPng(2, 2, 'cup').toString('base64');
  const set = (dataBase64: string | null, sku = 'CUP') =>
    ({ id: randomUUID(), sku, dataBase64 }) satisfies Input<'catalog.setPhoto'>;
  const { photo = '' } = await shop.call('catalog.setPhoto', set(picture));
  expect(photo).toMatch(/^[0-9a-f]{64}$/);
  expect(await shop.call('catalog.photo', { sku: 'CUP' })).toEqual({
    ...{ type: 'image/png', sha256: photo, dataBase64: picture },
  });
  const file = join(photosFolder(shop.folder), `${photo}.png`);
  writeFileSync(file, 'another');
  const unreadable = (why: string) => ({ code: 'photo-not-readable', data: { path: `${photo}.png`, why } });
  expect(await shop.refusal('catalog.photo', { sku: 'CUP' })).toEqual(unreadable('altered'));
  rmSync(file);
  expect(await shop.refusal('catalog.photo', { sku: 'CUP' })).toEqual(unreadable('missing'));
  const { checks } = await shop.call('care.verify', {});
  expect(checks.find(({ name }) => name === 'photos')).toMatchObject({ ok: false });
  expect((await shop.call('catalog.setPhoto', set(null))).photo).toBeUndefined();
  expect((await shop.refusal('catalog.photo', { sku: 'CUP' })).code).toBe('no-such-photo');
  expect((await shop.refusal('catalog.photo', { sku: 'X' })).code).toBe('no-such-product');
  expect((await shop.refusal('catalog.setPhoto', set(picture, 'X'))).code).toBe('no-such-product');
  expect(await shop.refusal('catalog.setPhoto', set('aGVsbG8='))).toEqual({
    code: 'photo-not-readable',
    data: { path: '', why: 'not-a-picture' },
  });
});
