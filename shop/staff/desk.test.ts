import { randomUUID } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { shopFile } from '../../db/open.ts';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { addPeople, addPerson, confirmOwner, pins, signIn, vouch } from '../../fixtures/people.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

vi.setConfig({ testTimeout: 120_000 });

const id = () => randomUUID();
const longAgo = { soldAt: '2026-09-01T03:00:00.000Z' };
const locked = { code: 'not-signed-in', data: {} };

/** Who stands behind the newest event. */
async function newest(shop: TestShop): Promise<unknown> {
  const { head } = await shop.call('care.health', {});
  const { found } = await shop.call('care.fingerprint', { text: head });
  return found.map(({ kind, person }) => ({ kind, person }))[0];
}

test('whoever has left loses the desk at once, and cannot come back by the PIN', async () => {
  await using shop = testShop();
  await addPeople(shop);
  await addPerson(shop, { name: '二店主', role: 'owner', pin: '739164' });
  await signIn(shop, '店主');
  await shop.call('staff.change', { id: id(), name: '店主', active: false });
  expect(await shop.refusal('sales.search', { text: '' })).toEqual(locked);
  expect(await shop.refusal('care.backup', {})).toEqual(locked);
  expect((await shop.refusal('staff.signIn', { name: '店主', pin: pins.店主 })).code).toBe('pin-wrong');
});

test('a role that is changed counts at once', async () => {
  await using shop = testShop();
  await addPeople(shop);
  await signIn(shop, '店主');
  await shop.call('staff.saveRole', { id: id(), name: 'cashier', permissions: ['sales'] });
  await signIn(shop, '小李');
  expect(await shop.refusal('returns.approve', { id: id(), returnId: 1 })).toEqual({
    code: 'not-allowed',
    data: { needs: 'approval' },
  });
});

/** A return of long ago that the clerk takes in, who is signed in from then on; gives the try to approve it. */
async function clerkAsks(shop: TestShop) {
  const sale = await recordSale(shop, longAgo);
  await signIn(shop, '小王');
  const { returnId } = await shop.call('returns.open', openInput(sale));
  return () => shop.ask('returns.approve', { id: id(), returnId, note: 'regular' });
}

test('a PIN counts for two minutes of a clock that nobody sets, and for one action', async () => {
  let now = 0;
  const clock = testClock();
  await using shop = testShop({ clock, steady: () => now });
  await addPeople(shop);
  const approve = await clerkAsks(shop);
  await vouch(shop, '小李');
  now += 180_000;
  expect(await approve()).toMatchObject({ refused: { code: 'not-allowed' } });
  await signIn(shop, '店主');
  now += 119_000;
  await shop.call('staff.setPin', { id: id(), name: '小王', pin: '5150' });
  expect((await shop.refusal('staff.setPin', { id: id(), name: '小王', pin: '5150' })).code).toBe('pin-needed');
  await confirmOwner(shop);
  now += 121_000;
  expect((await shop.refusal('staff.setPin', { id: id(), name: '小王', pin: '5150' })).code).toBe('pin-needed');
});

test('who agreed by PIN stands in the event beside the person, and in what it did', async () => {
  await using shop = testShop();
  await addPeople(shop);
  const sale = await recordSale(shop, {});
  await signIn(shop, '小王');
  await vouch(shop, '小李');
  const { return: paid } = await shop.call('returns.counter', counterInput(sale));
  const { found } = await shop.call('care.fingerprint', { text: paid.fingerprint });
  expect(found).toMatchObject([{ person: '小王', approver: '小李' }]);
  expect(paid.steps.at(-1)).toMatchObject({ person: '小王', approver: '小李' });
  expect((await shop.call('returns.get', { number: paid.number })).steps).toEqual(paid.steps);

  const alone = await shop.call('returns.counter', counterInput(await recordSale(shop, {})));
  expect(alone.return.steps.filter((step) => 'approver' in step)).toEqual([]);
});

test('what was agreed to by PIN is gone with the action it was for, done or refused', async () => {
  await using shop = testShop();
  await addPeople(shop);
  const approve = await clerkAsks(shop);
  await vouch(shop, '小李');
  const cancel = { id: id(), returnId: 999, why: 'none' };
  expect((await shop.refusal('returns.cancel', cancel)).code).toBe('no-such-return');
  expect(await approve()).toMatchObject({ refused: { code: 'not-allowed' } });
  await vouch(shop, '小李');
  expect(await approve()).toHaveProperty('ok');
});

test('what was agreed to by PIN is gone with whoever it was given to', async () => {
  await using shop = testShop();
  await addPeople(shop);
  const { returnId } = await shop.call('returns.open', openInput(await recordSale(shop, longAgo)));
  await signIn(shop, '小王');
  await vouch(shop, '小李');
  await signIn(shop, '小王');
  expect((await shop.call('staff.now', {})).approver).toBeUndefined();
  expect((await shop.refusal('returns.approve', { id: id(), returnId, note: 'so' })).code).toBe('not-allowed');
});

test('goods that are here are matched against the policy by another person, whose yes the match bears', async () => {
  await using shop = testShop();
  await addPeople(shop);
  const { saleId } = await recordSale(shop, longAgo);
  await signIn(shop, '小李');
  const lines = [{ sku: 'CUP', quantity: 1 }];
  const { returnId } = await shop.call('returns.arrive', { id: id(), channel: 'counter', lines });
  const match = { returnId, saleId, approve: { note: 'closed box' } };
  expect(await shop.refusal('returns.match', { id: id(), ...match })).toEqual({
    code: 'other-person-needed',
    data: { person: '小李' },
  });
  await vouch(shop, '店主');
  const matched = await shop.call('returns.match', { id: id(), ...match });
  expect(matched.steps.at(-1)).toMatchObject({ step: 'match', person: '店主' });
});

test('packs, closed months and files taken back name who did it', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  await addPeople(shop);
  await signIn(shop, '小王');
  const path = join(shop.folder, 'sales.csv');
  writeFileSync(
    path,
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,LAMP,Lamp,4,2026-11-03 10:00:00,12.50,1,UK\n',
  );
  await shop.call('imports.run', { id: id(), path, kind: 'sales' });
  expect(await newest(shop)).toEqual({ kind: 'imports.run', person: '小王' });
  const [file] = (await shop.call('imports.history', {})).items;
  const undo = { id: id(), importId: file?.importId ?? 0 };
  expect((await shop.refusal('imports.undo', undo)).code).toBe('not-allowed');
  expect((await shop.refusal('months.close', { id: id(), month: '2026-11' })).code).toBe('not-allowed');
  await signIn(shop, '店主');
  await shop.call('imports.undo', undo);
  expect(await newest(shop)).toEqual({ kind: 'imports.undo', person: '店主' });
  await shop.call('months.export', { month: '2026-11', format: 'csv', to: temporaryFolder() });
  expect((await shop.call('months.packs', {})).items.map(({ person }) => person)).toEqual(['店主']);
  clock.set('2026-12-02T03:00:00.000Z');
  await shop.call('months.close', { id: id(), month: '2026-11' });
  expect(await newest(shop)).toEqual({ kind: 'months.close', person: '店主' });
});

test('a backup that does not know the person signed in locks the desk', async () => {
  await using shop = testShop();
  await addPeople(shop);
  const { path } = await shop.call('care.backup', {});
  await addPerson(shop, { name: '二店主', role: 'owner', pin: '739164' });
  await shop.call('staff.signIn', { name: '二店主', pin: '739164' });
  await shop.call('care.restore', { id: id(), path });
  expect((await shop.call('staff.now', {})).person).toBeUndefined();
  expect(await shop.refusal('sales.search', { text: '' })).toEqual(locked);
  await signIn(shop, '店主');
  expect(await newest(shop)).toEqual({ kind: 'care.restore', person: '二店主' });
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('a damaged file is replaced by whoever stands there, which the event says; the desk is locked then', async () => {
  const folder = temporaryFolder();
  const before = testShop({ folder });
  await addPeople(before);
  await recordSale(before);
  const { path } = await before.call('care.backup', {});
  await before.close();
  truncateSync(shopFile(folder), 5000);
  await using shop = testShop({ folder });
  expect((await shop.refusal('sales.search', { text: '' })).code).toBe('shop-cannot-open');
  await shop.call('care.restore', { id: id(), path });
  expect(await shop.refusal('sales.search', { text: '' })).toEqual(locked);
  await signIn(shop, '店主');
  expect(await newest(shop)).toEqual({ kind: 'care.restore', person: 'nobody' });
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  const today = { from: '2026-11-18', to: '2026-11-18' };
  expect((await shop.call('insight.unusual', today)).items).toMatchObject([{ kind: 'put-in-place', person: 'nobody' }]);
});

test('a shop with people is not filled with made-up trade', async () => {
  await using shop = testShop();
  await addPeople(shop);
  expect((await shop.refusal('demo.fill', { id: id() })).code).toBe('shop-not-empty');
});

test('what a person repeats under the same id is answered as before, also for another who may', async () => {
  await using shop = testShop();
  await addPeople(shop);
  const input = counterInput(await recordSale(shop));
  await signIn(shop, '小李');
  const first = await shop.call('returns.counter', input);
  await signIn(shop, '店主');
  expect((await shop.call('returns.counter', input)).payoutNumbers).toEqual(first.payoutNumbers);
});
