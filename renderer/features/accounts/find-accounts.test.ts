import { expect, test } from 'vitest';
import { findAccounts } from './find-accounts.ts';

const chart = [
  { code: '1001', name: '库存现金' },
  { code: '1012', name: '其他货币资金' },
  { code: '1012.01', name: '微信 1001 号' },
  { code: '200', name: 'Sales' },
];
const found = (text: string) => findAccounts(chart, text).map(({ code }) => code);

test('an account is found by the start of its code, and by any part of its name', () => {
  expect([found('1012'), found('微信'), found('SALE'), found('１０１２．０１')]).toEqual([
    ['1012', '1012.01'],
    ['1012.01'],
    ['200'],
    ['1012.01'],
  ]);
});

test('codes come before names', () => expect(found('1001')).toEqual(['1001', '1012.01']));

test('nothing typed, or nothing like it, finds nothing', () => expect([found(' '), found('xyz')]).toEqual([[], []]));
