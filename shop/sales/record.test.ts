import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { saleInput } from '../../fixtures/builders.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

test('a booked sale of a closed month is refused; for reference, where sales are not booked here, it is taken', async () => {
  const clock = testClock(Date.parse('2026-12-03T02:00:00.000Z'));
  await using shop = testShop({ clock, settings: { booksSales: true } });
  await shop.call('months.close', { id: randomUUID(), month: '2026-11' });
  expect(await shop.refusal('sales.record', saleInput())).toEqual({
    code: 'month-closed',
    data: { month: '2026-11' },
  });
  await shop.call('settings.set', { booksSales: false });
  expect(await shop.call('sales.record', saleInput())).toMatchObject({ number: 'S-2026-000001' });
});

test('a number is given once', async () => {
  await using shop = testShop();
  await shop.call('sales.record', saleInput({ number: 'A-1' }));
  expect(await shop.refusal('sales.record', saleInput({ number: 'A-1' }))).toEqual({
    code: 'number-used',
    data: { number: 'A-1' },
  });
});

test('half a character and a zero byte in a text are stored as what can be, and the fingerprints agree', async () => {
  await using shop = testShop();
  const lines = [{ sku: 'CUP', name: 'a\u0000b', quantity: 1, unitPrice: '1' }];
  await shop.call('sales.record', saleInput({ number: 'party-\ud83c', lines, tenders: [] }));
  expect(await shop.call('sales.get', { number: 'party-\ufffd' })).toMatchObject({ lines: [{ name: 'a\u0000b' }] });
  expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
});

test.each([
  ['soldAt', { soldAt: '1969-12-31T00:00:00Z' }],
  ['lines.0.paidCents', { lines: [{ sku: 'CUP', quantity: 1, unitPrice: '1', paidCents: 10 ** 14 }], tenders: [] }],
  ['lines.0', { lines: [{ sku: 'CUP', quantity: 1e9, unitPrice: '9999999999.9999' }] }],
])('%s that cannot be recorded is told before anything is done', async (path, changes) => {
  await using shop = testShop();
  expect(await shop.ask('sales.record', saleInput(changes))).toEqual({
    invalid: [{ path, message: expect.any(String) }],
  });
});

test('a sale keeps its channel, its delivery charge, the day it was signed for, bundles and what belongs into the box', async () => {
  await using shop = testShop();
  const product = { sku: 'PAN', name: 'Pan', category: 'kitchen', accessories: ['lid', 'manual'] };
  await shop.call('catalog.saveProduct', { id: randomUUID(), ...product });
  const input = saleInput({
    channel: 'online',
    signedOn: '2026-11-17',
    deliveryCents: 800,
    lines: [
      { sku: 'PAN', quantity: 1, unitPrice: '50', paidCents: 5000, bundle: 'set' },
      { sku: 'SPOON', name: 'Spoon', quantity: 1, unitPrice: '9', paidCents: 0, bundle: 'set' },
    ],
    tenders: [{ tender: 'cash', amountCents: 5800 }],
  });
  const short = { ...input, tenders: [{ tender: 'cash' as const, amountCents: 5000 }] };
  expect((await shop.refusal('sales.record', short)).code).toBe('tenders-not-total');
  expect((await shop.refusal('sales.record', { ...input, signedOn: '2026-12-01' })).code).toBe('day-in-future');
  const { saleId } = await shop.call('sales.record', input);
  expect(await shop.call('sales.get', { saleId })).toMatchObject({
    channel: 'online',
    signedOn: '2026-11-17',
    deliveryCents: 800,
    totalCents: 5800,
    lines: [
      { bundle: 'set', category: 'kitchen', accessories: ['lid', 'manual'] },
      { bundle: 'set', unitPrice: '9.00' },
    ],
  });
});
