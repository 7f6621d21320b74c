import { expect, test } from 'vitest';
import type { Account } from '../../../contract/api/settings.ts';
import { ownAccounts } from './own-accounts.ts';

const cash: Account = { role: 'cash', code: '1001', name: '库存现金' };
const bank: Account = { role: 'bank', code: '100201', name: '工行' };

test('only what was changed becomes the shop’s own, beside what was own before', () => {
  const edited = [{ ...cash, code: '100101' }, bank];
  expect(ownAccounts([cash, bank], edited, [bank])).toEqual([bank, { ...cash, code: '100101' }]);
});

test('nothing changed leaves the own accounts as they are', () => {
  expect(ownAccounts([cash, bank], [cash, bank], [bank])).toEqual([bank]);
});
