import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { fileOf } from '../../fixtures/sale-files.ts';
import { testShop } from '../../fixtures/shop.ts';

const till = { saleNumber: 'a', soldAt: 'b', sku: 'c', quantity: 'd', unitPrice: 'e' };
const save = { name: 'our till', kind: 'sales', mapping: till } as const;

test('a mapping is kept under its name, and a file with its columns is known by it', async () => {
  await using shop = testShop();
  await shop.call('imports.saveMapping', { id: randomUUID(), ...save, mapping: { ...till, sku: 'x' } });
  expect(await shop.call('imports.saveMapping', { id: randomUUID(), ...save })).toEqual({ name: 'our till' });
  expect((await shop.call('imports.mappings', {})).items).toEqual([save]);
  expect((await shop.call('imports.mappings', { kind: 'products' })).items).toEqual([]);
  const path = fileOf('a;b;c;d;e\n1;2026-03-08;X;1;5\n');
  expect(await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' })).toMatchObject({ rowsStored: 1 });
  expect((await shop.call('imports.history', {})).items).toMatchObject([
    { profile: 'our till', fileName: 'sales.csv' },
  ]);
});

test('a mapping is forgotten, once', async () => {
  await using shop = testShop();
  await shop.call('imports.saveMapping', { id: randomUUID(), ...save });
  await shop.call('imports.forgetMapping', { id: randomUUID(), name: 'our till' });
  expect((await shop.call('imports.mappings', {})).items).toEqual([]);
  expect(await shop.refusal('imports.forgetMapping', { id: randomUUID(), name: 'our till' })).toEqual({
    code: 'no-such-mapping',
    data: { name: 'our till' },
  });
});
