import { beforeAll, expect, test, vi } from 'vitest';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: Buffer;
beforeAll(async () => {
  file = await busyShopFile();
});

const newest = (step: string): string =>
  `(SELECT max(id) FROM return_steps WHERE step = '${step}' AND person <> 'policy' AND event_seq > (SELECT event_seq FROM staff WHERE id = 1))`;
const stepBy = (step: string, person: string): string =>
  `UPDATE return_steps SET person = '${person}' WHERE id = ${newest(step)}`;
const withoutStep = (step: string): string => `UPDATE return_steps SET step = 'receive' WHERE id = ${newest(step)}`;
const roleOf = (name: string): string =>
  `name = '${name}' AND id = (SELECT max(id) FROM staff_roles WHERE name = '${name}')`;

test.each([
  ['somebody lent a role', `UPDATE staff SET role = 'owner' WHERE name = '小王'`],
  ['somebody back who had left', `UPDATE staff SET active = 1 WHERE name = '小赵'`],
  ['a change that is gone', `DELETE FROM staff_changes WHERE id = (SELECT max(id) FROM staff_changes)`],
  ['somebody who never got a PIN', `DELETE FROM staff_secrets WHERE staff_id = 2`],
  ['a right that the role has not', `INSERT INTO role_permissions VALUES ('clerk', 'shop')`],
  ['a right that the role has lost', `DELETE FROM role_permissions WHERE role = 'cashier' AND permission = 'voids'`],
  ['a role given more', `UPDATE staff_roles SET permissions = '["approval","shop"]' WHERE ${roleOf('clerk')}`],
  ['a shop without an owner', `UPDATE staff_changes SET role = 'clerk' WHERE staff_id = 1`],
])('staff finds %s', async (_, statements) => {
  expect(await failingChecks(file, statements)).toContain('staff');
});

test.each([
  ['the owner of a shop without people', 'owner'],
  ['nobody', 'nobody'],
  ['a stranger', 'Eve'],
])('events-by-staff finds an action by %s', async (_, person) => {
  const statement = `UPDATE journal_of_events SET person = '${person}' WHERE seq = (SELECT max(seq) FROM journal_of_events)`;
  expect(await failingChecks(file, statement)).toContain('events-by-staff');
});

test.each([
  ['themselves', 'person'],
  ['a stranger', `'Eve'`],
  ['one who had left', `'小赵'`],
])('events-by-staff finds an action agreed to by %s', async (_, approver) => {
  const statement = `UPDATE journal_of_events SET approver = ${approver} WHERE seq = (SELECT max(seq) FROM journal_of_events)`;
  expect(await failingChecks(file, statement)).toContain('events-by-staff');
});

test.each([
  ['an approval by the one who asked', stepBy('approve', '小王')],
  ['an approval by a stranger', stepBy('approve', 'Eve')],
  ['an approval by the policy of what it does not accept', stepBy('approve', 'policy')],
  ['a value said by the one who took the goods in', stepBy('value', '小王')],
  ['a match decided on by the one who took the goods in', stepBy('match', '小王')],
  ['a void by the one who paid', stepBy('void', '小王')],
  ['a value that nobody decided on', withoutStep('value')],
  ['a match that is no step', withoutStep('match')],
  ['a void that is no step', withoutStep('void')],
  [
    'an approval by one who might not yet',
    `UPDATE staff_roles SET permissions = '["returns"]' WHERE ${roleOf('cashier')}`,
  ],
  ['an approval by one who was gone then', `UPDATE staff_changes SET active = 0 WHERE staff_id = 3`],
])('other-eyes finds %s', async (_, statements) => {
  expect(await failingChecks(file, statements)).toContain('other-eyes');
});
