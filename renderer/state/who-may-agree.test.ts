import { expect, test } from 'vitest';
import type { StaffMember, StaffRole } from '../../contract/api/staff.ts';
import { permissions, standardPermissions } from '../../contract/values/permissions.ts';
import { isHelpedByPin } from './consent.svelte.ts';
import { whoMayAgree } from './who-may-agree.ts';

const person = (name: string, role: string, active = true): StaffMember => ({
  staffId: name.length,
  name,
  role,
  active,
  failures: 0,
  hasRecovery: false,
});
const role = (name: string, changes: Partial<StaffRole> = {}): StaffRole => ({
  name,
  permissions: [],
  saleLimitCents: null,
  dayLimitCents: null,
  ...changes,
});
const action = 'returns.approve';
const shop = {
  people: [
    person('Olga', 'owner'),
    person('Ben', 'clerk'),
    person('Cara', 'cashier'),
    person('Dan', 'inspector'),
    person('Eve', 'owner', false),
  ],
  roles: [
    role('owner', { permissions: [...permissions] }),
    role('clerk', { permissions: [...standardPermissions.clerk], saleLimitCents: 3000 }),
    role('cashier', { permissions: [...standardPermissions.cashier], saleLimitCents: 5000 }),
    role('inspector', { permissions: [...standardPermissions.inspector] }),
  ],
  self: 'Ben',
};

test('whoever agrees is there, is another, and may do what is asked', () => {
  expect(whoMayAgree({ code: 'not-allowed', data: { needs: 'approval' }, action }, shop)).toEqual(['Olga', 'Cara']);
  expect(whoMayAgree({ code: 'not-allowed', data: { needs: 'inspection' }, action }, shop)).toEqual([
    'Olga',
    'Cara',
    'Dan',
  ]);
});

test('who had a hand in it before does not agree', () => {
  const instead = (person: string) => whoMayAgree({ code: 'other-person-needed', data: { person }, action }, shop);
  expect([instead('Cara'), instead('Olga')]).toEqual([['Olga'], ['Cara']]);
});

test('a limit is lent by whoever may pay and has more of it', () => {
  const beyond = (wouldBeCents: number) =>
    whoMayAgree({ code: 'over-limit', data: { per: 'sale', limitCents: 3000, wouldBeCents }, action }, shop);
  expect([beyond(5000), beyond(5001)]).toEqual([['Olga', 'Cara'], ['Olga']]);
  expect(
    whoMayAgree({ code: 'over-limit', data: { per: 'day', limitCents: 3000, wouldBeCents: 9900 }, action }, shop),
  ).toEqual(['Olga', 'Cara']);
});

test('a PIN helps at the desk and not in the office', () => {
  const helped = (code: string, data: object): boolean => isHelpedByPin({ code, data });
  expect([
    helped('pin-needed', {}),
    helped('over-limit', { per: 'day', limitCents: 1, wouldBeCents: 2 }),
    helped('not-allowed', { needs: 'voids' }),
    helped('not-allowed', { needs: 'books' }),
    helped('nothing-left', {}),
  ]).toEqual([true, true, true, false, false]);
});
