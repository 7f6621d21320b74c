import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testShop } from '../../fixtures/shop.ts';

test('a supplier is added, changed and listed by name', async () => {
  await using shop = testShop();
  const potters = { name: 'Potters', phone: '123', email: 'a@b.cn', claimDays: 30, note: 'ask for Li', leadDays: 7 };
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), ...potters });
  await shop.call('suppliers.save', { id: randomUUID(), name: 'Glass' });
  const sums = { products: 0, openClaims: 0, owedCents: 0 };
  expect((await shop.call('suppliers.list', {})).items).toEqual([
    { supplierId: supplierId + 1, name: 'Glass', ...sums },
    { supplierId, ...potters, ...sums },
  ]);
  const changed = await shop.call('suppliers.save', { id: randomUUID(), supplierId, name: 'Potters & Sons' });
  expect(changed).toEqual({ supplierId, name: 'Potters & Sons', ...sums });
});

test('a name is of one supplier, and only a known one is changed', async () => {
  await using shop = testShop();
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  await shop.call('suppliers.save', { id: randomUUID(), name: 'Glass' });
  const used = { code: 'name-used', data: { name: 'Glass' } };
  expect(await shop.refusal('suppliers.save', { id: randomUUID(), name: 'Glass' })).toEqual(used);
  expect(await shop.refusal('suppliers.save', { id: randomUUID(), supplierId, name: 'Glass' })).toEqual(used);
  expect(await shop.refusal('suppliers.save', { id: randomUUID(), supplierId: 9, name: 'New' })).toEqual({
    code: 'no-such-supplier',
    data: { supplier: '9' },
  });
});

test('each supplier has its own items', async () => {
  await using shop = testShop();
  const [one, other] = await Promise.all(
    ['Potters', 'Weavers'].map((name) => shop.call('suppliers.save', { id: randomUUID(), name })),
  );
  const supplierId = other?.supplierId ?? 0;
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CLOTH', name: 'Cloth', supplierId });
  const { items } = await shop.call('suppliers.list', {});
  expect(items.map(({ supplierId: id, products }) => [id, products])).toEqual([
    [one?.supplierId, 0],
    [other?.supplierId, 1],
  ]);
});
