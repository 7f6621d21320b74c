import { expect, test } from 'vitest';
import { frameOf, rulerOf } from './ruler.ts';

test('a ruler has a line for each whole millimetre of both edges and numbers the tenths', () => {
  const { path, numbers } = rulerOf({ widthMm: 25.4, heightMm: 12 });
  expect(path.split('M').slice(1)).toHaveLength(25 + 12);
  expect([path.startsWith('M1 0v2'), path.includes('M5 0v3'), path.includes('M0 10h4')]).toEqual([true, true, true]);
  expect(numbers).toEqual([
    { x: 10, y: 5.4, mm: 10 },
    { x: 20, y: 5.4, mm: 20 },
  ]);
});

test('beside strips of holes the left ruler begins behind its strip, and no number stands on one', () => {
  const { path, numbers } = rulerOf({ widthMm: 60, heightMm: 14 }, 12.7);
  expect([path.startsWith('M1 0v2'), path.includes('M12.7 10h4')]).toEqual([true, true]);
  expect(numbers).toEqual([
    { x: 20, y: 5.4, mm: 20 },
    { x: 30, y: 5.4, mm: 30 },
    { x: 40, y: 5.4, mm: 40 },
    { x: 19.299999999999997, y: 10, mm: 10 },
  ]);
});

test('the frame keeps the same distance on every side', () => {
  expect(frameOf({ widthMm: 58, heightMm: 100 }, { sideMm: 4, edgeMm: 5 })).toBe('M4 5h50v90h-50z');
});
