import { expect, test } from 'vitest';
import { fileOf, saleFile } from '../../fixtures/sale-files.ts';
import { testShop } from '../../fixtures/shop.ts';

test('a look into a file shows what its columns mean, its first rows and what is wrong with them', async () => {
  await using shop = testShop();
  const rows = Array.from({ length: 30 }, (_, row) => ({ number: String(row), quantity: row === 4 ? 'x' : '1' }));
  const preview = await shop.call('imports.preview', { path: saleFile(rows), kind: 'sales' });
  expect(preview).toMatchObject({
    profile: 'generic',
    encoding: 'utf-8',
    columns: ['Order no', 'Date', 'Customer', 'SKU', 'Item name', 'Qty', 'Price', 'Status'],
    mapping: {
      saleNumber: 'Order no',
      soldAt: 'Date',
      customer: 'Customer',
      sku: 'SKU',
      quantity: 'Qty',
      unitPrice: 'Price',
    },
    problems: [{ row: 5, field: 'quantity', code: 'not-a-number' }],
  });
  expect(preview.sample).toHaveLength(20);
  expect(preview.sample[0]).toMatchObject({ 'Order no': '0', SKU: 'A-1', Price: '9.90' });
});

test('needed columns that nobody can guess are left to the person', async () => {
  await using shop = testShop();
  const path = fileOf('a,SKU\n1,2\n');
  expect(await shop.call('imports.preview', { path, kind: 'sales' })).toEqual({
    kind: 'sales',
    profile: 'generic',
    encoding: 'utf-8',
    sheets: [],
    columns: ['a', 'SKU'],
    mapping: { sku: 'SKU' },
    sample: [{ a: '1', SKU: '2' }],
    understood: [],
    rowsTried: 0,
    wouldStore: {},
    problems: [],
  });
  const mapping = { saleNumber: 'b' };
  expect(await shop.refusal('imports.preview', { path, kind: 'sales', mapping })).toMatchObject({
    code: 'columns-unknown',
    data: { columns: ['a', 'SKU'] },
  });
});

test('a file that is not there is a refusal', async () => {
  await using shop = testShop();
  expect(await shop.refusal('imports.preview', { path: '/none.csv', kind: 'sales' })).toEqual({
    code: 'no-such-file',
    data: { path: '/none.csv' },
  });
});
