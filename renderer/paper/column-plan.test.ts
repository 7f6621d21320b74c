import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingPt, planColumns, textMm } from './column-plan.ts';

const roomMm = 194;
const columns = [
  { label: 'No.', widthMm: 8 },
  { label: 'Item' },
  { label: 'Paid', isFigure: true, widthMm: 24 },
  { label: 'Refund', isFigure: true, widthMm: 24 },
];
const longest = '9,999,999,999.99';
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

test('usual figures leave every column as its writer wants it, and the text takes the rest', () => {
  const plan = planColumns({ columns, lines: [['1', 'Cup', '16.67', '16.67']] }, { roomMm, textPt: 9 });
  expect(plan).toEqual({ widthsMm: [8, 138, 24, 24], textPt: 9 });
});

test('a long figure takes from the text beside it', () => {
  const plan = planColumns({ columns, lines: [['1', 'Cup', longest, '1.00']] }, { roomMm, textPt: 9 });
  expect(plan.widthsMm[2]).toBeGreaterThan(textMm(longest, 9));
  expect([plan.textPt, plan.widthsMm[3], Math.round(sum(plan.widthsMm))]).toEqual([9, 24, roomMm]);
});

test('a word over a column is never wider than it', () => {
  const wide = [{ label: 'Item' }, { label: 'Returnable', isFigure: true, widthMm: 4 }];
  const plan = planColumns({ columns: wide, lines: [['Cup', '1']] }, { roomMm, textPt: 9 });
  expect(plan.widthsMm[1]).toBeGreaterThan(textMm('Returnable', 9));
});

test('many long figures make the letters smaller rather than break', () => {
  const figures = Array.from({ length: 6 }, (_, at) => ({ label: String(at), isFigure: true }));
  const counts = Array.from({ length: 4 }, (_, at) => ({ label: `n${at}`, isFigure: true, widthMm: 14 }));
  const lines = [[...counts.map(() => '1'), ...figures.map(() => longest)]];
  const plan = planColumns({ columns: [...counts, ...figures], lines }, { roomMm, textPt: 9 });
  expect(plan.textPt).toBeLessThan(9);
  for (const width of plan.widthsMm.slice(4)) expect(width).toBeGreaterThan(textMm(longest, plan.textPt));
  expect(sum(plan.widthsMm)).toBeCloseTo(roomMm);
});

test('a text takes the largest letters in which it has room, on one line or on several', () => {
  const sizesPt = [24, 18, 12] as const;
  expect(fittingPt('¥12.00', { roomMm: 50, sizesPt })).toBe(24);
  expect(fittingPt(longest, { roomMm: 50, sizesPt })).toBe(12);
  expect(fittingPt('长'.repeat(20), { roomMm: 62, lines: 2, sizesPt: [10, 8] })).toBe(10);
  expect(fittingPt('长'.repeat(60), { roomMm: 62, lines: 2, sizesPt: [10, 8] })).toBe(8);
});

test('whatever stands in a table, it is as wide as its room', () => {
  const cell = fc.nat(1e12).map((cents) => (cents / 100).toFixed(2));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }), (lines) => {
      const { widthsMm } = planColumns({ columns, lines }, { roomMm, textPt: 9 });
      expect(sum(widthsMm)).toBeCloseTo(roomMm);
      expect(Math.min(...widthsMm)).toBeGreaterThan(0);
    }),
  );
});
