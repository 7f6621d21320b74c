import { expect, test } from 'vitest';
import { faultsOf } from './decisions.ts';

test('notes that run from 001 and repeat their number are in order', () => {
  expect(
    faultsOf([
      { file: '001-the-house.md', firstLine: '# 001 The house' },
      { file: '002-money.md', firstLine: '# 002 Money' },
    ]),
  ).toEqual([]);
});

test('a note without a number, with a used one or with another in its heading is named', () => {
  expect(
    faultsOf([
      { file: '001-the-house.md', firstLine: '# The house' },
      { file: '001-two.md', firstLine: '# 001 Two' },
      { file: 'money.md', firstLine: '# Money' },
    ]),
  ).toEqual([
    '001-the-house.md: its first line should begin with "# 001 "',
    '001-two.md: the next number is 002',
    'money.md: its name should be like 003-a-title.md',
  ]);
});
