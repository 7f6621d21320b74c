import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPeople, confirmOwner, ownersCode, pins, signIn } from '../../fixtures/people.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

vi.setConfig({ hookTimeout: 60_000 });

const id = () => randomUUID();

/** A shop with people; nothing of what is refused changes it. */
let shop: TestShop;
beforeAll(async () => {
  shop = testShop();
  await addPeople(shop);
});
afterAll(() => shop.close());

async function refusedAdd(changes: { name?: string; role?: string; pin?: string }): Promise<unknown> {
  await confirmOwner(shop);
  return shop.refusal('staff.add', { id: id(), name: '小陈', role: 'clerk', pin: '4711', ...changes });
}

describe('a name is given once', () => {
  test.each([
    ['that somebody bears', '小王'],
    ['with spaces around it', ' 小王 '],
    ['of the owner of a shop without people', 'owner'],
    ['of the policy', 'Policy'],
    ['of nobody, in wide letters', 'ＮＯＢＯＤＹ'],
    ['of the owner, in wide letters', 'ＯＷＮＥＲ'],
  ])('%s is refused', async (_, name) => {
    expect(await refusedAdd({ name })).toEqual({ code: 'name-used', data: { name: name.trim() } });
  });

  test.each([
    ['Ann Lee', 'ANN  LEE'],
    ['Ann Lee', 'Ａｎｎ　Ｌｅｅ'],
    ['ﬁona', 'Fiona'],
  ])('%s and %s look the same', async (first, second) => {
    await using other = testShop();
    await other.call('staff.add', { id: id(), name: first, role: 'owner', pin: '482913' });
    await other.call('staff.confirm', { pin: '482913' });
    const again = { id: id(), name: second, role: 'clerk', pin: '7046' };
    expect((await other.refusal('staff.add', again)).code).toBe('name-used');
    expect(await other.call('staff.signIn', { name: second, pin: '482913' })).toMatchObject({
      person: { name: first },
    });
  });
});

describe('PINs that are too easy to guess are refused', () => {
  test.each(['1111', '1212', '1234', '9876', '１２３４', '121212', '7778'])('%s for a clerk', async (pin) => {
    expect(await refusedAdd({ pin })).toEqual({ code: 'pin-too-simple', data: { least: 4 } });
  });

  test('an owner needs six figures, also when the PIN is changed', async () => {
    expect(await refusedAdd({ role: 'owner', pin: '48291' })).toEqual({ code: 'pin-too-simple', data: { least: 6 } });
    await confirmOwner(shop);
    const asked = { id: id(), name: '店主', pin: '48291' };
    expect(await shop.refusal('staff.setPin', asked)).toEqual({ code: 'pin-too-simple', data: { least: 6 } });
  });
});

test('people and roles that are not there are named', async () => {
  expect(await refusedAdd({ role: 'king' })).toEqual({ code: 'no-such-role', data: { role: 'king' } });
  await confirmOwner(shop);
  const stranger = { code: 'no-such-person', data: { name: 'Eve' } };
  expect(await shop.refusal('staff.change', { id: id(), name: 'Eve', active: false })).toEqual(stranger);
  expect(await shop.refusal('staff.setPin', { id: id(), name: 'Eve', pin: '7046' })).toEqual(stranger);
  const toKing = { id: id(), name: '小王', role: 'king' };
  expect(await shop.refusal('staff.change', toKing)).toEqual({ code: 'no-such-role', data: { role: 'king' } });
});

test('the last owner stays one, and the owner may always do everything', async () => {
  await confirmOwner(shop);
  const last = { code: 'last-owner', data: { name: '店主' } };
  expect(await shop.refusal('staff.change', { id: id(), name: '店主', active: false })).toEqual(last);
  expect(await shop.refusal('staff.change', { id: id(), name: '店主', role: 'clerk' })).toEqual(last);
  const less = { id: id(), name: 'owner', permissions: [] };
  expect(await shop.refusal('staff.saveRole', less)).toEqual({ code: 'owner-stays', data: {} });
});

test('people are changed by a PIN given just before', async () => {
  await signIn(shop, '店主');
  await shop.call('settings.set', { phone: '1' });
  for (const asked of [
    shop.refusal('staff.add', { id: id(), name: '小陈', role: 'clerk', pin: '4711' }),
    shop.refusal('staff.change', { id: id(), name: '小王', active: false }),
    shop.refusal('staff.setPin', { id: id(), name: '小王', pin: '4711' }),
    shop.refusal('staff.saveRole', { id: id(), name: 'clerk', permissions: [] }),
  ])
    expect(await asked).toEqual({ code: 'pin-needed', data: {} });
});

test('a clerk sets no PIN but the own, and an owner gets back in by the code', async () => {
  await signIn(shop, '小王');
  const others = { id: id(), name: '小李', pin: '4711' };
  expect(await shop.refusal('staff.setPin', others)).toEqual({ code: 'not-allowed', data: { needs: 'shop' } });
  expect((await shop.refusal('staff.vouch', { name: '小王', pin: pins.小王 })).code).toBe('other-person-needed');
  expect((await shop.refusal('staff.signIn', { name: '小王', pin: ownersCode })).code).toBe('pin-wrong');
  expect(await shop.call('staff.signIn', { name: '店主', pin: ownersCode })).toMatchObject({
    person: { name: '店主' },
  });
});
