import { expect, test } from 'vitest';
import { language } from '../../i18n/index.ts';
import { cellText, problemsByRow, saidFields, type UnderstoodRow } from './preview-rows.ts';

const row = (number: number, fields: UnderstoodRow['fields']): UnderstoodRow => ({ row: number, as: 'sale', fields });

test('only fields that some row says something of have a column, in the order in which the shop knows them', () => {
  const rows = [row(1, { sku: 'CUP', paid: '' }), row(2, { quantity: '2' })];
  expect(saidFields(['quantity', 'paid', 'sku'], rows)).toEqual(['quantity', 'sku']);
});

test('a time is told as it was in the shop', () => {
  language.timeZone = 'Asia/Shanghai';
  expect([cellText('2026-03-08T02:00:00.000Z'), cellText('2026-03-08'), cellText(undefined)]).toEqual([
    '2026-03-08 10:00',
    '2026-03-08',
    '',
  ]);
});

test('all that is wrong with a row is said at it', () => {
  language.locale = 'en';
  const problems = problemsByRow([
    { row: 4, field: 'soldAt', code: 'not-a-date' },
    { row: 4, field: 'quantity', code: 'zero-quantity' },
    { row: 7, code: 'wrong-cell-count' },
  ]);
  expect(problems.get(4)).toBe('Sold at: This is not a date that can be read Quantity: The quantity is zero');
  expect([...problems.keys()]).toEqual([4, 7]);
});
