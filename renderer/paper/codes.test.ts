import { expect, test } from 'vitest';
import { barsOf, isEan13, qrOf } from './codes.ts';

test('the QR code of a number is at least 15 mm wide, in modules of whole printer dots', () => {
  const { columns, rows, moduleMm } = qrOf('R-2026-000123');
  expect([columns, rows]).toEqual([42, 42]);
  expect(columns * moduleMm).toBeCloseTo(15.75);
  expect((moduleMm * 2) / 0.125).toBeCloseTo(6);
});

test('a long text makes a finer QR code, never a smaller one', () => {
  const { columns, moduleMm } = qrOf('退货单号很长'.repeat(10));
  expect(columns).toBeGreaterThan(60);
  expect(columns * moduleMm).toBeGreaterThanOrEqual(15);
});

test('bars are as wide as the room allows', () => {
  expect(barsOf('R-2026-000123', 64)).toMatchObject({ columns: 156, moduleMm: 0.375 });
  expect(barsOf('R-2026-000123', 50)).toMatchObject({ columns: 156, moduleMm: 0.25 });
});

test('bars that nobody could read are left out', () => {
  expect(barsOf('R-2026-000123', 30)).toBeUndefined();
  expect(barsOf('退-1', 64)).toBeUndefined();
});

test('bars begin and end with the signs of Code 128', () => {
  const path = barsOf('A', 64)?.path ?? '';
  expect(path.startsWith('M0 0h2v1h-2zM3 0h1v1h-1zM6 0h1v1h-1z')).toBe(true);
  expect(path.endsWith('M33 0h2v1h-2zM38 0h3v1h-3zM42 0h1v1h-1zM44 0h2v1h-2z')).toBe(true);
});

test('13 figures with a right check are an EAN-13, all else is not', () => {
  expect(['6901234567892', '4006381333931'].map(isEan13)).toEqual([true, true]);
  expect(['6901234567890', '690123456789', '69012345678922', 'A901234567892'].map(isEan13)).toEqual(
    Array(4).fill(false),
  );
  expect(barsOf('6901234567892', 50)).toMatchObject({ columns: 96, moduleMm: 0.375 });
  expect(barsOf('6901234567890', 64)?.columns).not.toBe(96);
});

test('an EAN-13 begins and ends with its guards, and none of its bars is longer', () => {
  const path = barsOf('6901234567892', 50)?.path ?? '';
  expect(path.startsWith('M0 0h1v1h-1zM2 0h1v1h-1z')).toBe(true);
  expect(path.endsWith('M92 0h1v1h-1zM94 0h1v1h-1z')).toBe(true);
});
