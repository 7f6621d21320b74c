import { expect, test } from 'vitest';
import { withAccount } from './own-accounts.ts';

const cash = { role: 'cash', code: '1001.01', name: '柜台现金' } as const;
const bank = { role: 'bank', code: '1002.03', name: '工行' } as const;
const preset = { code: '1001', name: '库存现金' };

test('an account is added, and takes the place of the one it had', () => {
  expect(withAccount([bank], cash, preset)).toEqual([bank, cash]);
  expect(withAccount([cash, bank], { ...cash, code: '1001.02' }, preset)).toEqual([bank, { ...cash, code: '1001.02' }]);
});

test('what is as the chart has it is no longer the shop’s own', () => {
  expect(withAccount([cash, bank], { role: 'cash', ...preset }, preset)).toEqual([bank]);
});
