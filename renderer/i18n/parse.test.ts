import { describe, expect, test } from 'vitest';
import { parseFigure } from './parse.ts';

describe('a figure with two decimals', () => {
  test.each([
    ['1,284.5', 128_450],
    ['１２', 1200],
    ['12.5', 1250],
    ['１２．５', 1250],
    ['12。5', 1250],
    ['¥99', 9900],
    ['￥1，284．50', 128_450],
    ['99元', 9900],
    ['.5', 50],
    ['7.', 700],
    ['0.29', 29],
    ['-3', -300],
    ['−3.10', -310],
    [' 1 000 ', 100_000],
    ['90071992547409.91', 9_007_199_254_740_991],
    ['1.500', 150],
  ])('%s is read as %i', (typed, value) => expect(parseFigure(typed, 2)).toEqual({ value }));

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['abc', 'not-a-number'],
    ['1,28', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['-', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['12.345', 'too-many-decimals'],
    ['90071992547409.92', 'too-large'],
  ])('%s is refused: %s', (typed, problem) => expect(parseFigure(typed, 2)).toEqual({ problem }));
});

test('a whole number takes no decimals but zeros', () => {
  expect([parseFigure('3.0', 0), parseFigure('3.5', 0)]).toEqual([{ value: 3 }, { problem: 'too-many-decimals' }]);
});

test('minus nothing is nothing', () => {
  expect(Object.is((parseFigure('-0', 2) as { value: number }).value, 0)).toBe(true);
});
