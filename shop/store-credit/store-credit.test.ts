import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordSale, saleInput } from '../../fixtures/builders.ts';
import { balanceOf, booksAgree, readyToSettle } from '../../fixtures/settlement.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

const onCredit = (amountCents: number) => ({ tender: 'store-credit' as const, amountCents });

/** Gives 60.00 of store credit for three cups that came back. */
async function credited(shop: TestShop, storeCredit?: { code?: string; expiresOn?: string }) {
  const back = await readyToSettle(shop, await recordSale(shop, { customer: { name: 'Li Lei' } }));
  const done = await back.settle({ payouts: [onCredit(6000)], ...(storeCredit && { storeCredit }) });
  return { code: done.storeCredits[0]?.code ?? '', payoutNumber: done.payoutNumbers[0] ?? '', done };
}

const useOf = (code: string, amountCents: number) => ({ id: randomUUID(), code, amountCents });

test('store credit is issued by a payout, to a code of its own or to one that stands', async () => {
  await using shop = testShop();
  const { code, payoutNumber } = await credited(shop);
  expect(await shop.call('storeCredit.get', { code: code.toLowerCase() })).toMatchObject({
    code,
    standing: 'standing',
    balanceCents: 6000,
    customer: { name: 'Li Lei' },
    events: [{ kind: 'issued', cents: 6000, document: payoutNumber, return: { number: 'R-2026-000001' } }],
  });
  await credited(shop, { code });
  expect(await shop.call('storeCredit.list', {})).toMatchObject({ items: [{ code }], owedCents: 12_000 });
  expect(await booksAgree(shop)).toEqual({ clearing: 0, storeCredit: 0 });
});

test('a sale that is booked here takes the credit by its own entry, and must name the code', async () => {
  await using shop = testShop();
  const { code } = await credited(shop);
  await shop.call('settings.set', { booksSales: true });
  const sale = { ...forCredit(undefined, 0), soldAt: '2026-11-18T02:00:00.000Z' };
  expect(await shop.refusal('sales.record', sale)).toEqual({
    code: 'tenders-not-total',
    data: { totalCents: 2000, tendersCents: 0 },
  });
  const named = { ...sale, storeCredits: [{ code, amountCents: 2000 }] };
  const { number } = await shop.call('sales.record', named);
  expect((await shop.call('storeCredit.get', { code })).events.at(-1)).toMatchObject({
    document: number,
    cents: -2000,
  });
  await shop.call('sales.record', { ...named, id: randomUUID(), number: 'TILL-7' });
  expect((await shop.call('storeCredit.get', { code })).events.at(-1)).toMatchObject({ document: 'V-2026-000001' });
  expect(await booksAgree(shop)).toEqual({ clearing: 0, storeCredit: 0 });
});

test('codes that are none, or have too little, are refused', async () => {
  await using shop = testShop();
  const { code } = await credited(shop);
  expect(await shop.refusal('storeCredit.get', { code: 'NONE' })).toEqual({
    code: 'no-such-credit',
    data: { code: 'NONE' },
  });
  expect(await shop.refusal('storeCredit.use', useOf('NONE', 1))).toMatchObject({ code: 'no-such-credit' });
  expect(await shop.refusal('storeCredit.use', useOf(code, 6001))).toEqual({
    code: 'over-credit-balance',
    data: { code, balanceCents: 6000, askedCents: 6001 },
  });
  const { number, credit } = await shop.call('storeCredit.use', useOf(code, 2500));
  expect([number, credit.balanceCents]).toEqual(['V-2026-000001', 3500]);
  expect(await balanceOf(shop, 'clearing')).toBe(-2500);
});

const forCredit = (code: string | undefined, amountCents: number) =>
  saleInput({
    lines: [{ sku: 'CUP', quantity: 1, unitPrice: '20.00', paidCents: 2000 }],
    tenders: [onCredit(2000)],
    ...(code !== undefined && { storeCredits: [{ code, amountCents }] }),
  });

test('a sale for reference takes the credit it names under a number of its own', async () => {
  await using shop = testShop();
  const { code } = await credited(shop);
  expect(await shop.refusal('sales.record', forCredit(code, 1999))).toEqual({
    code: 'tenders-not-total',
    data: { totalCents: 2000, tendersCents: 1999 },
  });
  expect(await shop.refusal('sales.record', forCredit('NONE', 2000))).toMatchObject({ code: 'no-such-credit' });
  const { saleId } = await shop.call('sales.record', forCredit(code, 2000));
  const { balanceCents, events } = await shop.call('storeCredit.get', { code });
  expect([balanceCents, events.at(-1)]).toMatchObject([4000, { kind: 'used', cents: -2000, sale: { saleId } }]);
  expect(await shop.call('sales.record', forCredit(undefined, 0))).toMatchObject({ number: expect.any(String) });
});

test('what a code paid goes back to it; what has expired meanwhile goes to a new one', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { code } = await credited(shop, { expiresOn: '2026-11-20' });
  const { saleId } = await shop.call('sales.record', forCredit(code, 2000));
  const sale = await shop.call('sales.get', { saleId });
  const first = await readyToSettle(shop, sale, { quantity: 1 });
  const part = { lines: [{ returnLineId: first.returnLineId, quantity: 0.5 }] };
  expect((await first.settle({ ...part, payouts: [onCredit(1000)] })).storeCredits).toMatchObject([
    { code, balanceCents: 5000 },
  ]);
  clock.set('2026-11-21T03:00:00.000Z');
  const [given] = (await first.settle({ payouts: [onCredit(1000)] })).storeCredits;
  expect(given).toMatchObject({ amountCents: 1000, balanceCents: 1000 });
  expect(given?.code).not.toBe(code);
});

test('a payout that went to store credit is taken back with it, while it is still there', async () => {
  await using shop = testShop();
  const { code, payoutNumber } = await credited(shop);
  const { number } = await shop.call('storeCredit.use', useOf(code, 100));
  expect(number).toBe('V-2026-000001');
  const voiding = { id: randomUUID(), payoutNumber, why: 'wanted cash' };
  expect(await shop.refusal('refunds.void', voiding)).toEqual({ code: 'credit-used', data: { code, usedCents: 100 } });
  const other = await credited(shop);
  await shop.call('refunds.void', { ...voiding, payoutNumber: other.payoutNumber });
  expect(await shop.call('storeCredit.get', { code: other.code })).toMatchObject({
    standing: 'spent',
    balanceCents: 0,
  });
  expect((await booksAgree(shop)).storeCredit).toBe(0);
});

test('what is past its last day is not used any more, and becomes income', async () => {
  const clock = testClock();
  await using shop = testShop({ clock, settings: { storeCreditDays: 2 } });
  const { code } = await credited(shop);
  const named = { id: randomUUID(), codes: [code] };
  expect(await shop.refusal('storeCredit.expire', named)).toEqual({ code: 'credit-not-expired', data: { code } });
  expect(await shop.call('storeCredit.expire', { id: randomUUID() })).toEqual({ codes: [], totalCents: 0 });
  clock.set('2026-11-21T03:00:00.000Z');
  expect(await shop.refusal('storeCredit.use', useOf(code, 1))).toEqual({
    code: 'credit-expired',
    data: { code, day: '2026-11-20' },
  });
  expect(await shop.call('storeCredit.list', { standing: 'expired' })).toMatchObject({ expiredCents: 6000 });
  const done = await shop.call('storeCredit.expire', { id: randomUUID() });
  expect(done).toEqual({ number: 'V-2026-000001', codes: [code], totalCents: 6000 });
  expect(await shop.refusal('storeCredit.expire', named)).toEqual({ code: 'credit-empty', data: { code } });
  expect(await shop.refusal('storeCredit.expire', { ...named, codes: ['NONE'] })).toMatchObject({
    code: 'no-such-credit',
  });
  expect([await balanceOf(shop, 'other-income'), (await booksAgree(shop)).storeCredit]).toEqual([-6000, 0]);
});

test('the owner takes what is left off for good', async () => {
  await using shop = testShop();
  const { code } = await credited(shop);
  const input = { id: randomUUID(), code, why: 'given by mistake' };
  expect((await shop.call('storeCredit.void', input)).credit).toMatchObject({ balanceCents: 0, standing: 'spent' });
  expect(await shop.refusal('storeCredit.void', { ...input, id: randomUUID() })).toMatchObject({
    code: 'credit-empty',
  });
  expect(await shop.refusal('storeCredit.void', { ...input, id: randomUUID(), code: 'NONE' })).toMatchObject({
    code: 'no-such-credit',
  });
});

test('a payout cannot go to a code that is none, or to one that begins expired', async () => {
  await using shop = testShop();
  const back = await readyToSettle(shop, await recordSale(shop));
  const payouts = [onCredit(6000)];
  expect(await back.refused({ payouts, storeCredit: { code: 'NONE' } })).toMatchObject({ code: 'no-such-credit' });
  expect(await back.refused({ payouts, storeCredit: { expiresOn: '2026-11-17' } })).toMatchObject({
    code: 'credit-expired',
  });
});
