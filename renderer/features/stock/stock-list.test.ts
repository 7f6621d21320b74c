import { expect, test } from 'vitest';
import { type Balance, StockList, totalCents, unknownSkus, unknownUnits } from './stock-list.svelte.ts';

const balance = (changes: Partial<Balance>): Balance => ({
  sku: 'CUP',
  name: 'Tea cup',
  place: 'shelf',
  quantity: 2,
  valueCents: 1600,
  unknownQuantity: 0,
  ...changes,
});
const all = [
  balance({}),
  balance({ place: 'returns', quantity: 1, valueCents: 0, unknownQuantity: 1 }),
  balance({ place: 'repair', quantity: 0.5, valueCents: 0, unknownQuantity: 0.5 }),
  balance({ sku: 'POT', name: 'Pot', place: 'scrapped', valueCents: 0 }),
  balance({ sku: 'POT', name: 'Pot', place: 'customer', quantity: -3, valueCents: 0 }),
];

test('the whole shop leaves out what is not in it', () => {
  expect(new StockList().shown(all)).toEqual(all.slice(0, 3));
});

test('filters narrow by place, text and unknown cost', () => {
  const list = new StockList();
  list.place = 'scrapped';
  expect(list.shown(all)).toEqual([all[3]]);
  list.clear();
  list.text = ' tea ';
  list.unknownOnly = true;
  expect(list.shown(all)).toEqual([all[1], all[2]]);
});

test('the total is of what is shown, unknown units are counted over all places', () => {
  expect([totalCents(all), unknownUnits(all, 'CUP'), [...unknownSkus(all)]]).toEqual([1600, 1.5, ['CUP']]);
});
