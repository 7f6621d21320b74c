import { expect, test } from 'vitest';
import { nextTextSize, textSizes } from './text-size.ts';

test('text grows and shrinks step by step, and stops at both ends', () => {
  expect(textSizes.map((size) => nextTextSize(size, 1))).toEqual([100, 110, 125, 150, 150]);
  expect(textSizes.map((size) => nextTextSize(size, -1))).toEqual([90, 90, 100, 110, 125]);
});
