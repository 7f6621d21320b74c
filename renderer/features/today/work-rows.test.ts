import { expect, test } from 'vitest';
import type { Output } from '../../../contract/api.ts';
import { fits, workRows } from './work-rows.ts';

const work: Output<'returns.worklist'> = {
  late: 0,
  dueToday: 0,
  open: 2,
  toPayCents: 0,
  people: [],
  items: [
    {
      returnId: 7,
      number: 'R-7',
      stage: 'inspected',
      next: 'refund',
      customer: { name: 'Ann' },
      goods: 'Cup',
      quantity: 2,
      dueAt: '2026-11-20T00:00:00.000Z',
      late: false,
    },
    { returnId: 8, number: 'R-8', stage: 'approved', next: 'receive', goods: 'Mug', quantity: 1, late: false },
  ],
  others: [
    { kind: 'repair', number: 'T-1', returnId: 9, about: 'Lamp', dueAt: '2026-11-19T00:00:00.000Z', late: false },
  ],
};

test('everything that waits is one list by its date, what has none at the end', () => {
  expect(workRows(work).map(({ key, about, goods }) => [key, about, goods])).toEqual([
    ['repair T-1', '', 'Lamp'],
    ['return 7', 'Ann', 'Cup × 2'],
    ['return 8', '', 'Mug'],
  ]);
});

test('the list is narrowed to one step, or to what is no step', () => {
  const keys = (filter: Parameters<typeof fits>[1]): string[] =>
    workRows(work)
      .filter((row) => fits(row, filter))
      .map(({ key }) => key);
  expect([keys('all').length, keys('refund'), keys('others')]).toEqual([3, ['return 7'], ['repair T-1']]);
});
