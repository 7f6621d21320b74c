import { expect, test } from 'vitest';
import { type Item, ItemsList, levelOf } from './items-list.svelte.ts';

const item = (changes: Partial<Item>): Item => ({ productId: 1, sku: 'CUP', name: 'Cup', onShelf: 5, ...changes });

test('an item is low below its lowest level and over above its highest; without levels it is as it should be', () => {
  const levels = [item({ min: 6 }), item({ min: 5, max: 5 }), item({ max: 4 }), item({})].map(levelOf);
  expect(levels).toEqual(['low', 'ok', 'over', 'ok']);
});

test('the list asks for what is chosen and narrows by level itself', () => {
  const list = new ItemsList();
  expect([list.input, list.narrowed]).toEqual([{ limit: 500 }, false]);
  Object.assign(list, { text: ' beizi ', category: 'cups', supplier: '3', level: 'low' });
  expect(list.input).toEqual({ limit: 500, text: 'beizi', category: 'cups', supplierId: 3 });
  expect(list.shown([item({ min: 6 }), item({})])).toEqual([item({ min: 6 })]);
  list.clear();
  expect(list.narrowed).toBe(false);
});
