import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { readyToSettle } from '../../fixtures/settlement.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

test('a confirmation that was asked for lapses after 72 hours; the newest word counts', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { returnId, settle } = await readyToSettle(shop, await recordSale(shop));
  await settle({ payouts: [{ tender: 'cash', amountCents: 6000 }] });
  const set = (status: 'requested' | 'issued', said: object = {}) =>
    shop.call('redInvoices.set', { id: randomUUID(), returnId, status, ...said });
  expect(await set('requested', { blueNumber: '26312000000012345678' })).toMatchObject({
    status: 'requested',
    creditedCents: 6000,
    lapsesAt: '2026-11-21T03:00:00.000Z',
  });
  clock.set('2026-11-21T02:59:59.999Z');
  expect(await shop.call('redInvoices.list', { open: true })).toMatchObject({ items: [{ status: 'requested' }] });
  clock.set('2026-11-21T03:00:00.000Z');
  expect(await shop.call('redInvoices.list', { open: true })).toMatchObject({ items: [{ status: 'lapsed' }] });
  expect(await set('issued', { number: '26312000000099999999' })).toMatchObject({
    status: 'issued',
    blueNumber: '26312000000012345678',
  });
  expect((await shop.call('redInvoices.list', { open: true })).items).toEqual([]);
  const { current, history } = await shop.call('redInvoices.get', { returnId });
  expect([current?.status, history.map(({ status }) => status)]).toEqual(['issued', ['issued', 'requested']]);
});

test('an issued one has a number, and belongs to a return', async () => {
  await using shop = testShop();
  const { returnId } = await readyToSettle(shop, await recordSale(shop));
  const input = { id: randomUUID(), returnId, status: 'issued' as const };
  expect(await shop.refusal('redInvoices.set', input)).toEqual({ code: 'number-needed', data: { status: 'issued' } });
  expect(await shop.refusal('redInvoices.set', { ...input, returnId: 99 })).toMatchObject({ code: 'no-such-return' });
  expect(await shop.refusal('redInvoices.get', { returnId: 99 })).toMatchObject({ code: 'no-such-return' });
});
