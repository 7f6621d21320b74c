import { expect, test } from 'vitest';
import type { MonthProblem } from '../../../contract/api/months.ts';
import { cannotClose, checksOf } from './month-checks.ts';

const unpaid: MonthProblem = { code: 'unpaid-credit', data: { count: 1, cents: 2000 } };
const unsettled: MonthProblem = { code: 'unsettled-returns', data: { count: 2 } };
const month = { month: '2026-10', closed: false, problems: [] };

test('every check stands in its place, with what was found', () => {
  expect(checksOf([unsettled, unpaid])).toEqual([
    { code: 'controls-differ', blocks: false },
    { code: 'unpaid-credit', problem: unpaid, blocks: true },
    { code: 'unsettled-returns', problem: unsettled, blocks: false },
    { code: 'uncounted-parcels', blocks: false },
    { code: 'open-stocktakes', blocks: false },
    { code: 'unknown-cost', blocks: false },
    { code: 'odd-values', blocks: false },
    { code: 'accounts-differ', blocks: false },
    { code: 'drawer-not-counted', blocks: false },
    { code: 'wallet-not-tied', blocks: false },
  ]);
});

test('a month can be closed from the first day after it', () => {
  expect(cannotClose(month, '2026-10-31')).toEqual({ why: 'not-over', from: '2026-11-01' });
  expect(cannotClose(month, '2026-11-01')).toBeUndefined();
});

test('money still owed keeps a month open, returns on their way do not', () => {
  expect(cannotClose({ ...month, problems: [unsettled, unpaid] }, '2026-11-01')).toEqual({ why: 'problems', count: 1 });
  expect(cannotClose({ ...month, problems: [unsettled] }, '2026-11-01')).toBeUndefined();
});

test('a closed month is not closed again', () => {
  expect(cannotClose({ ...month, closed: true }, '2026-11-01')).toEqual({ why: 'closed' });
});
