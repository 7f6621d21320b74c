import { expect, test } from 'vitest';
import { linesOf } from './product-edit.svelte.ts';

test('accessories are what stands on the lines that are not empty', () => {
  expect(linesOf(' lid \n\n box\n')).toEqual(['lid', 'box']);
  expect(linesOf('')).toEqual([]);
});
