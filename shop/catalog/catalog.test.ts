import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { testShop } from '../../fixtures/shop.ts';

test('what is said of an item is kept, and what is not named stays', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const before = await shop.call('catalog.product', { sku: 'CUP' });
  expect(before).toMatchObject({ sku: 'CUP', name: 'Cup', accessories: [], twins: [] });
  await shop.call('catalog.saveProduct', {
    id: randomUUID(),
    sku: 'CUP',
    spec: 'blue',
    category: 'kitchen',
    price: '20.5',
    tracking: 'batch',
    accessories: ['lid', 'box', 'lid'],
    flaw: 'scratched',
  });
  const saved = await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Big cup', flaw: '' });
  expect(saved).toEqual({
    productId: before.productId,
    sku: 'CUP',
    name: 'Big cup',
    spec: 'blue',
    category: 'kitchen',
    price: '20.50',
    tracking: 'batch',
    accessories: ['lid', 'box'],
    twins: [],
    barcodes: [],
    expires: false,
    onShelf: 0,
  });
  const bare = { price: null, tracking: null, category: '', spec: '', accessories: [], supplierId: null };
  const cleared = await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', ...bare });
  expect(cleared).toEqual({
    productId: before.productId,
    sku: 'CUP',
    name: 'Big cup',
    accessories: [],
    twins: [],
    barcodes: [],
    expires: false,
    onShelf: 0,
  });
});

test('an item is found by its new name', async () => {
  await using shop = testShop();
  await recordSale(shop);
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Beaker' });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: '陶瓷马克杯' });
  expect((await shop.call('find.search', { text: 'Beaker' })).items).toEqual([]);
  expect((await shop.call('find.search', { text: '马克' })).items).toMatchObject([{ kind: 'product', detail: 'CUP' }]);
});

test('an item nobody knew is made; categories are counted', async () => {
  await using shop = testShop();
  for (const sku of ['A', 'B', 'C'])
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku, category: sku === 'C' ? 'toys' : 'books' });
  expect((await shop.call('catalog.categories', {})).items).toEqual([
    { category: 'books', products: 2 },
    { category: 'toys', products: 1 },
  ]);
});

test('an item must be there to be shown, and a supplier to be named', async () => {
  await using shop = testShop();
  expect(await shop.refusal('catalog.product', { sku: 'X' })).toEqual({ code: 'no-such-product', data: { sku: 'X' } });
  expect(await shop.refusal('catalog.saveProduct', { id: randomUUID(), sku: 'X', supplierId: 9 })).toEqual({
    code: 'no-such-supplier',
    data: { supplier: '9' },
  });
  expect(await shop.refusal('catalog.product', { sku: 'X' })).toMatchObject({ code: 'no-such-product' });
});
