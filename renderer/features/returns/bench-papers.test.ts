import { expect, test } from 'vitest';
import { returnLine } from '../../../fixtures/returns.ts';
import { labelsOf } from './bench-papers.ts';

const graded = {
  grade: 'B',
  disposition: 'resell',
  writeDownCents: 0,
  at: '2026-11-18T03:00:00.000Z',
  person: 'owner',
} as const;
const before = { returnId: 1, lines: [returnLine({ inspections: [{ ...graded, quantity: 1, twin: 'CUP-B' }] })] };

test('a label is wanted for each new twin, with all of its units', () => {
  const inspections = [
    ...(before.lines[0]?.inspections ?? []),
    { ...graded, quantity: 1, twin: 'CUP-B' },
    { ...graded, quantity: 0.5, twin: 'CUP-B' },
    { ...graded, quantity: 1 },
  ];
  expect(labelsOf(before, { returnId: 1, lines: [returnLine({ inspections })] })).toEqual([
    { document: 'item-label', number: 'CUP-B', item: 'Cup', quantity: 1.5 },
  ]);
});
