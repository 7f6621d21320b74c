import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PolicyFee, PolicyRules } from '../../contract/api/policy-rules.ts';
import type { Input } from '../../contract/api.ts';
import { openInput, type RecordedSale, recordSale } from '../../fixtures/builders.ts';
import { policyWindow } from '../../fixtures/policy-window.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { plainRules } from './settings-rules.ts';

const rulesOf = (days: number, changes: Partial<PolicyRules> = {}): PolicyRules => ({
  ...plainRules,
  windows: [policyWindow({ days })],
  ...changes,
});
const save = (shop: TestShop, rules: PolicyRules, changes: Partial<Input<'policy.save'>> = {}) =>
  shop.call('policy.save', { id: randomUUID(), name: 'Ours', rules, ...changes });
const open = (shop: TestShop, sale: RecordedSale, changes: Partial<Input<'returns.open'>> = {}) =>
  shop.call('returns.open', openInput(sale, changes));

test('before any was saved the settings make the policy; the first one saved writes theirs down for earlier sales', async () => {
  await using shop = testShop();
  const made = await shop.call('policy.get', {});
  expect([made.policyId, made.name, made.rules.windows.map(({ days }) => days)]).toEqual([undefined, '', [7, 15]]);
  expect((await shop.call('policy.list', {})).policies).toEqual([{ ...made, inForce: true }]);
  const sale = await recordSale(shop, { soldAt: '2026-11-10T02:00:00.000Z' });
  const saved = await save(shop, rulesOf(30));
  expect(saved).toMatchObject({ name: 'Ours', validFrom: '2026-11-18', person: 'owner' });
  await shop.call('settings.set', { returnWindowDays: 365 });
  expect((await open(shop, sale)).verdict).toMatchObject({ outcome: 'reject', policy: 'The days of the settings' });
  const { policies } = await shop.call('policy.list', {});
  expect(policies.map(({ validFrom, inForce }) => [validFrom, inForce])).toEqual([
    ['2026-11-18', true],
    ['1970-01-01', false],
  ]);
});

test('the rules in force on the day of the sale decide, whatever holds on the day of the return', async () => {
  const clock = testClock(Date.UTC(2026, 9, 1, 3));
  await using shop = testShop({ clock });
  await save(shop, rulesOf(100), { name: 'Long' });
  await save(shop, rulesOf(1), { name: 'Short', validFrom: '2026-10-10' });
  clock.set('2026-10-20T03:00:00.000Z');
  await save(shop, rulesOf(50), { name: 'Later', validFrom: '2026-11-01' });
  const early = await recordSale(shop, { soldAt: '2026-10-09T02:00:00.000Z' });
  const late = await recordSale(shop, { soldAt: '2026-10-10T02:00:00.000Z' });
  const judged = await Promise.all([early, late].map((sale) => open(shop, sale)));
  expect(judged.map(({ verdict }) => [verdict.policy, verdict.outcome])).toEqual([
    ['Long', 'accept'],
    ['Short', 'reject'],
  ]);
  const inForce = await Promise.all(
    ['2026-10-09', '2026-10-31', '2026-11-01'].map((day) => shop.call('policy.get', { day })),
  );
  expect(inForce.map(({ name }) => name)).toEqual(['Long', 'Short', 'Later']);
});

test('a policy cannot begin in the past, and what it says must fit', async () => {
  await using shop = testShop();
  const asked = { id: randomUUID(), name: 'Ours', rules: rulesOf(1) };
  expect(await shop.refusal('policy.save', { ...asked, validFrom: '2026-11-17' })).toEqual({
    code: 'policy-in-past',
    data: { day: '2026-11-17', today: '2026-11-18' },
  });
  const fee: PolicyFee = {
    label: 'Fee',
    categories: [],
    reasons: 'any',
    when: 'always',
    kind: 'restocking',
    taxPercent: 0,
  };
  const outcome = await shop.ask('policy.save', {
    ...asked,
    name: ' ',
    rules: { ...rulesOf(-1), fees: [fee, { ...fee, cents: 1, percent: 2 }] },
  });
  expect('invalid' in outcome && outcome.invalid.map(({ path }) => path)).toEqual([
    'name',
    'rules.windows.0.days',
    'rules.fees.0.percent',
    'rules.fees.1.percent',
  ]);
});

test('what was judged stays as it was, with its terms, when the policy changes', async () => {
  await using shop = testShop();
  const fee: PolicyFee = {
    label: 'Restocking',
    categories: [],
    reasons: 'any',
    when: 'always',
    kind: 'restocking',
    percent: 10,
    taxPercent: 13,
  };
  await save(shop, rulesOf(30, { fees: [fee] }));
  const sale = await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z' });
  const { returnId, verdict } = await open(shop, sale);
  expect(verdict).toMatchObject({ outcome: 'accept', policy: 'Ours', terms: { fees: [{ line: 0, percent: 10 }] } });
  await save(shop, rulesOf(0, { unpromised: 'reject', reasons: [{ reason: 'changed-mind', outcome: 'reject' }] }));
  expect((await shop.call('returns.get', { returnId })).verdict).toEqual(verdict);
  expect((await open(shop, sale)).verdict.outcome).toBe('reject');
});

test('sales from afar count from the signing that is known of the return, or of the sale', async () => {
  await using shop = testShop();
  await save(
    shop,
    rulesOf(7, { windows: [policyWindow({ channels: ['remote'], from: 'signing' })], unpromised: 'reject' }),
  );
  const soldAt = '2026-11-18T02:00:00.000Z';
  const counter = await recordSale(shop, { soldAt });
  const remote = await recordSale(shop, { soldAt, channel: '淘宝' });
  const [atCounter, unsigned] = [await open(shop, counter), await open(shop, remote)];
  expect([atCounter.verdict.outcome, unsigned.verdict.rules[0]]).toMatchObject([
    'reject',
    { outcome: 'accept', data: { signed: false } },
  ]);
  const signed = await open(shop, remote, { signedOn: '2026-11-18' });
  expect(signed.verdict.rules[0]?.data).toMatchObject({ start: 'signing', lastDay: '2026-11-25' });
});

test('customers who bring back much, and what one person gives back, are counted from what happened', async () => {
  await using shop = testShop();
  await save(shop, rulesOf(30, { perCustomer: { returns: 2, days: 30 }, perClerk: { cents: 2000 } }));
  const sale = await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z', customer: { name: 'Wang', phone: '138' } });
  const outcomes = [];
  for (const _ of [1, 2, 3])
    outcomes.push((await open(shop, sale)).verdict.rules.map(({ data }) => data.returns).find(Number.isFinite));
  expect(outcomes).toEqual([0, 1, 2]);
  const { returnId } = (await shop.call('returns.search', {})).items.at(-1) ?? { returnId: 0 };
  const { lines } = await shop.call('returns.get', { returnId });
  const asked = [{ returnLineId: lines[0]?.returnLineId ?? 0, quantity: 1 }];
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: asked });
  await shop.call('inspection.record', {
    id: randomUUID(),
    returnId,
    lines: asked.map((line) => ({ ...line, grade: 'A' as const, disposition: 'resell' as const })),
  });
  await shop.call('refunds.record', { id: randomUUID(), returnId, payouts: [{ tender: 'cash', amountCents: 2000 }] });
  const other = await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z' });
  const { verdict } = await shop.call('returns.judge', { lines: openInput(other).lines });
  expect(verdict.rules.find(({ rule }) => rule === 'clerk-limit')).toEqual({
    rule: 'clerk-limit',
    outcome: 'review',
    data: { cents: 4000, limitCents: 2000 },
  });
});

test('the policy’s no is overridden only with a note', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, { soldAt: '2026-10-01T02:00:00.000Z' });
  const { returnId, verdict } = await open(shop, sale);
  expect(verdict.outcome).toBe('reject');
  expect(await shop.refusal('returns.approve', { id: randomUUID(), returnId })).toMatchObject({
    code: 'approval-needs-note',
  });
  const done = await shop.call('returns.approve', { id: randomUUID(), returnId, note: 'good customer' });
  expect([done.stage, done.verdict.outcome]).toEqual(['approved', 'reject']);
});
