import { expect, test } from 'vitest';
import { fillMonth } from '../../fixtures/month.ts';
import { testShop } from '../../fixtures/shop.ts';

test('balances are what stands in each place; only a physical place has units of unknown cost', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const { items } = await shop.call('stock.balances', {});
  expect(
    items.map(({ sku, place, quantity, valueCents, unknownQuantity }) => [
      sku,
      place,
      quantity,
      valueCents,
      unknownQuantity,
    ]),
  ).toEqual([
    ['MUG', 'customer', -4, 0, 0],
    ['MUG', 'repair', 1, 500, 0],
    ['MUG', 'scrapped', 1, 0, 0],
    ['MUG', 'shelf', 2, 881, 0],
    ['TEA', 'customer', -0.755, 0, 0],
    ['TEA', 'shelf', 0.755, 0, 0.755],
  ]);
  expect((await shop.call('stock.balances', { sku: 'MUG', place: 'repair' })).items).toHaveLength(1);
  expect((await shop.call('stock.balances', { sku: 'none' })).items).toEqual([]);
});

test('the balances are the sums of the moves, which can be asked for by item and day', async () => {
  await using shop = testShop();
  await fillMonth(shop);
  const { items: moves } = await shop.call('stock.moves', {});
  const sums = new Map<string, number>();
  for (const { sku, from, to, quantity } of moves) {
    sums.set(`${sku} ${from}`, (sums.get(`${sku} ${from}`) ?? 0) - quantity * 1000);
    sums.set(`${sku} ${to}`, (sums.get(`${sku} ${to}`) ?? 0) + quantity * 1000);
  }
  const { items: balances } = await shop.call('stock.balances', {});
  expect([...sums].filter(([, milli]) => milli !== 0).sort()).toEqual(
    balances.map(({ sku, place, quantity }) => [`${sku} ${place}`, quantity * 1000]).sort(),
  );
  expect((await shop.call('stock.moves', { sku: 'TEA' })).items.every(({ sku }) => sku === 'TEA')).toBe(true);
  expect((await shop.call('stock.moves', { to: '2026-11-17' })).items).toEqual([]);
  expect((await shop.call('stock.moves', { from: '2026-11-18', limit: 2 })).items).toEqual(moves.slice(0, 2));
});
