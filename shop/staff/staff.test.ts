import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

const id = () => randomUUID();
const pins = { 店主: '482913', 小王: '7046', 小李: '9035' } as const;

/** An owner, a clerk and a cashier; the owner is signed in. */
async function people(shop: TestShop): Promise<void> {
  await shop.call('staff.add', { id: id(), name: '店主', role: 'owner', pin: pins.店主 });
  await shop.call('staff.confirm', { pin: pins.店主 });
  await shop.call('staff.add', { id: id(), name: '小王', role: 'clerk', pin: pins.小王 });
  await shop.call('staff.confirm', { pin: pins.店主 });
  await shop.call('staff.add', { id: id(), name: '小李', role: 'cashier', pin: pins.小李 });
}

const signIn = (shop: TestShop, name: keyof typeof pins) => shop.call('staff.signIn', { name, pin: pins[name] });

/** A sale so old that a person has to look at what comes back of it. */
const oldSale = {
  soldAt: '2026-09-01T03:00:00.000Z',
  lines: [{ sku: 'CUP', name: 'Cup', quantity: 4, unitPrice: '12.00' }],
};

test('without people the owner does everything, and nobody signs in', async () => {
  await using shop = testShop();
  expect(await shop.call('staff.now', {})).toMatchObject({
    manned: false,
    permissions: expect.arrayContaining(['shop', 'payouts']),
  });
  expect(await shop.refusal('staff.add', { id: id(), name: 'Ann', role: 'clerk', pin: '4711' })).toEqual({
    code: 'owner-first',
    data: {},
  });
  await shop.call('settings.set', { shopName: 'Corner' });
});

test('the first person is the owner and is signed in; the next start is locked', async () => {
  await using shop = testShop();
  await people(shop);
  expect(await shop.call('staff.now', {})).toMatchObject({ manned: true, person: { name: '店主', role: 'owner' } });
  await shop.call('staff.signOut', {});
  expect(await shop.refusal('sales.search', { text: '' })).toEqual({ code: 'not-signed-in', data: {} });
  expect((await shop.call('staff.list', {})).items.map(({ name, role }) => [name, role])).toEqual([
    ['店主', 'owner'],
    ['小王', 'clerk'],
    ['小李', 'cashier'],
  ]);
  expect(await shop.refusal('staff.signIn', { name: '小王', pin: '7047' })).toEqual({ code: 'pin-wrong', data: {} });
  expect(await shop.call('staff.signIn', { name: '小王', pin: '７０４６' })).toMatchObject({
    person: { name: '小王' },
  });
  expect(await shop.refusal('settings.set', { shopName: 'Mine' })).toEqual({
    code: 'not-allowed',
    data: { needs: 'shop' },
  });
});

test('every event names its person, and the inputs’ fingerprints do not give a PIN away', async () => {
  await using shop = testShop();
  await people(shop);
  await signIn(shop, '小王');
  const sale = await recordSale(shop, {});
  const { person } =
    (await shop.call('care.fingerprint', { text: (await shop.call('care.verify', {})).head })).found[0] ?? {};
  expect([person, sale.lines.length]).toEqual(['小王', 1]);
  const once = { id: id(), name: '小王', pin: '5150' };
  await shop.call('staff.confirm', { pin: pins.小王 });
  const first = await shop.call('staff.setPin', once);
  expect(await shop.call('staff.setPin', { ...once, pin: '9999' })).toEqual(first);
  expect(await shop.call('staff.signIn', { name: '小王', pin: '5150' })).toMatchObject({ person: { name: '小王' } });
});

test('what one took in another approves: the clerk not at all, somebody who may by PIN beside them', async () => {
  await using shop = testShop();
  await people(shop);
  const sale = await recordSale(shop, oldSale);
  await signIn(shop, '小王');
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const opened = await shop.call('returns.open', {
    id: id(),
    saleId: sale.saleId,
    channel: 'counter',
    want: 'refund',
    lines: [{ saleLineId, quantity: 1, reason: 'changed-mind' }],
  });
  expect(opened.stage).toBe('requested');
  const { returnId } = opened;
  const approve = { returnId, note: 'regular' };
  expect((await shop.refusal('returns.approve', { id: id(), ...approve })).code).toBe('not-allowed');
  await shop.call('staff.vouch', { name: '小李', pin: pins.小李 });
  const approved = await shop.call('returns.approve', { id: id(), ...approve });
  expect(approved.steps.at(-1)).toMatchObject({ step: 'approve', person: '小李' });
  // It counted for that one action.
  expect((await shop.call('staff.now', {})).approver).toBeUndefined();
});

test('an owner alone approves what they took in from the next day on', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await shop.call('staff.add', { id: id(), name: '店主', role: 'owner', pin: pins.店主 });
  const sale = await recordSale(shop, oldSale);
  const { returnId } = await shop.call('returns.open', {
    id: id(),
    saleId: sale.saleId,
    channel: 'counter',
    want: 'refund',
    lines: [{ saleLineId: sale.lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'changed-mind' }],
  });
  const approve = { returnId, note: 'regular' };
  expect(await shop.refusal('returns.approve', { id: id(), ...approve })).toEqual({
    code: 'other-person-needed',
    data: { person: '店主' },
  });
  clock.set('2026-11-19T03:00:00.000Z');
  expect((await shop.call('returns.approve', { id: id(), ...approve })).stage).toBe('approved');
});

test('limits hold for each sale and each day, whatever it is split into; a higher one can be lent', async () => {
  await using shop = testShop();
  await people(shop);
  await shop.call('staff.confirm', { pin: pins.店主 });
  await shop.call('staff.saveRole', {
    id: id(),
    name: 'clerk',
    permissions: ['sales', 'returns', 'payouts'],
    saleLimitCents: 4500,
    dayLimitCents: 7000,
  });
  const lines = [{ sku: 'CUP', name: 'Cup', quantity: 4, unitPrice: '20.00' }];
  const first = await recordSale(shop, { lines });
  const second = await recordSale(shop, { lines });
  await signIn(shop, '小王');
  await shop.call('returns.counter', counterInput(first));
  await shop.call('returns.counter', counterInput(first));
  expect(await shop.refusal('returns.counter', counterInput(first))).toEqual({
    code: 'over-limit',
    data: { per: 'sale', limitCents: 4500, wouldBeCents: 6000 },
  });
  await shop.call('returns.counter', counterInput(second));
  expect(await shop.refusal('returns.counter', counterInput(second))).toEqual({
    code: 'over-limit',
    data: { per: 'day', limitCents: 7000, wouldBeCents: 8000 },
  });
  await shop.call('staff.vouch', { name: '店主', pin: pins.店主 });
  await shop.call('returns.counter', counterInput(second));
});

test('a large payout asks for the PIN once more', async () => {
  await using shop = testShop({ settings: { pinAboveCents: 1000 } });
  await people(shop);
  const sale = await recordSale(shop, {});
  await signIn(shop, '小王');
  await shop.call('returns.counter', counterInput(sale)).catch(() => undefined);
  const asked = counterInput(await recordSale(shop, {}));
  expect(await shop.refusal('returns.counter', asked)).toEqual({ code: 'pin-needed', data: {} });
  await shop.call('staff.confirm', { pin: pins.小王 });
  await shop.call('returns.counter', asked);
});

test('a refund is taken back by another person', async () => {
  await using shop = testShop();
  await people(shop);
  await signIn(shop, '小李');
  const { payoutNumbers } = await shop.call('returns.counter', counterInput(await recordSale(shop, {})));
  const asked = { payoutNumber: payoutNumbers[0] ?? '', why: 'wrong tender' };
  expect(await shop.refusal('refunds.void', { id: id(), ...asked })).toEqual({
    code: 'other-person-needed',
    data: { person: '小李' },
  });
  await signIn(shop, '店主');
  await shop.call('refunds.void', { id: id(), ...asked });
});
