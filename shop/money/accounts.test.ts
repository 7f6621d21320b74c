import { expect, test } from 'vitest';
import { accountRoles, charts, tenders } from '../../contract/values/words.ts';
import { defaultSettings } from '../settings/defaults.ts';
import { accountOf, allAccounts, tenderRole } from './accounts.ts';

const settings = defaultSettings('2026-01-01');

test.each(charts)('every role has a code of its own in the chart %s', (chart) => {
  const accounts = allAccounts({ ...settings, chart });
  expect(accounts.map(({ role }) => role)).toEqual(accountRoles);
  expect(new Set(accounts.map(({ code }) => code)).size).toBe(accountRoles.length);
});

test('the codes are those of 小企业会计准则, and of 企业会计准则 for income and cost', () => {
  const codeOf = (chart: (typeof charts)[number], role: (typeof accountRoles)[number]) =>
    accountOf({ ...settings, chart }, role).code;
  const roles = ['cash', 'bank', 'goods', 'pending-loss', 'sales', 'cost-of-sales', 'loss-on-goods'] as const;
  expect(roles.map((role) => codeOf('small-business-cn', role))).toEqual([
    '1001',
    '1002',
    '1405',
    '1901',
    '5001',
    '5401',
    '5711',
  ]);
  expect(roles.map((role) => codeOf('business-cn', role))).toEqual([
    '1001',
    '1002',
    '1405',
    '1901',
    '6001',
    '6401',
    '6711',
  ]);
});

test('the shop’s own account comes before the chart’s', () => {
  const own = { role: 'sales', code: '5001.02', name: '门店收入' } as const;
  expect(accountOf({ ...settings, accounts: [own] }, 'sales')).toEqual(own);
});

test('each tender has an account of its own', () => {
  expect(new Set(tenders.map(tenderRole)).size).toBe(tenders.length);
});
