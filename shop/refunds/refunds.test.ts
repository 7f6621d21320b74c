import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { openInput, type RecordedSale, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';

type Payouts = Input<'refunds.record'>['payouts'];
const cash = (amountCents: number): Payouts[number] => ({ tender: 'cash', amountCents });
const wechat = (amountCents: number): Payouts[number] => ({ tender: 'wechat', amountCents });

/** A return of all units of the first line, graded A, with nothing left but to pay. */
async function graded(shop: TestShop, sale: RecordedSale, quantity = 3) {
  const back = await walk(shop, sale, { quantity });
  await back.receive();
  await back.inspect();
  return {
    ...back,
    refusal: (...payouts: Payouts) =>
      shop.refusal('refunds.record', { id: randomUUID(), returnId: back.returnId, payouts }),
  };
}

/** 60.00 of which 10.00 in cash and 50.00 by WeChat; 6.90 of it tax. */
const twoTenders = {
  lines: [{ sku: 'CUP', quantity: 3, unitPrice: '20.00', paidCents: 6000, taxCents: 690, costCents: 2400 }],
  tenders: [cash(1000), wechat(5000)],
};

async function entries(shop: TestShop, document: string): Promise<string[]> {
  const { items } = await shop.call('money.entries', { from: '2026-11-18', to: '2026-11-18' });
  const lines = items.filter((entry) => entry.document === document).flatMap((entry) => entry.lines);
  return lines.map(({ role, debitCents, creditCents }) => `${role} ${debitCents}/${creditCents}`);
}

test('a refund is a credit note and a payout for each tender, each with its entry', async () => {
  await using shop = testShop();
  const back = await graded(shop, await recordSale(shop, twoTenders), 2);
  const quote = await shop.call('refunds.quote', { returnId: back.returnId });
  expect(quote).toEqual({
    lines: [{ returnLineId: back.returnLineId, quantity: 2, goodsCents: 3540, taxCents: 460, feeCents: 0 }],
    extras: [],
    deliveryCents: 0,
    feeCents: 0,
    deliveryLeftCents: 0,
    noReceipt: false,
    unpaidCents: 0,
    totalCents: 4000,
    tenders: [
      { tender: 'cash', maxCents: 1000 },
      { tender: 'wechat', maxCents: 4000 },
    ],
  });
  const done = await back.refund(cash(500), { ...wechat(3500), reference: 'WX-77' });
  expect(done).toMatchObject({
    creditNote: 'C-2026-000001',
    payoutNumbers: ['P-2026-000001', 'P-2026-000002'],
    totalCents: 4000,
  });
  expect(done.return).toMatchObject({ stage: 'settled', creditedCents: 4000, paidOutCents: 4000 });
  expect(done.return.payouts[1]).toMatchObject({ tender: 'wechat', amountCents: 3500, reference: 'WX-77' });
  expect(await entries(shop, 'C-2026-000001')).toEqual(['sales 3540/0', 'output-tax 460/0', 'owed-to-customer 0/4000']);
  expect(await entries(shop, 'P-2026-000001')).toEqual(['owed-to-customer 500/0', 'cash 0/500']);
  expect(await entries(shop, 'P-2026-000002')).toEqual(['owed-to-customer 3500/0', 'wechat 0/3500']);
});

test('payouts add up to the quote, and no tender gives back more than it took', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, twoTenders);
  const back = await graded(shop, sale);
  expect(await back.refusal(cash(1000), wechat(5001))).toEqual({
    code: 'over-paid-amount',
    data: { payableCents: 6000, askedCents: 6001 },
  });
  expect(await back.refusal(cash(1000))).toEqual({
    code: 'under-paid-amount',
    data: { payableCents: 6000, askedCents: 1000 },
  });
  expect(await back.refusal()).toEqual({ code: 'under-paid-amount', data: { payableCents: 6000, askedCents: 0 } });
  expect(await back.refusal(cash(1001), wechat(4999))).toMatchObject({
    code: 'over-tender',
    data: { tender: 'cash', maxCents: 1000, askedCents: 1001 },
  });
  expect(await back.refusal(cash(600), cash(600), wechat(4800))).toMatchObject({
    code: 'over-tender',
    data: { tender: 'cash', askedCents: 1200 },
  });
  expect(await back.refusal({ tender: 'bank', amountCents: 1000 }, wechat(5000))).toMatchObject({
    code: 'over-tender',
    data: { tender: 'bank', maxCents: 0 },
  });
  await back.refund(wechat(5000), cash(1000));
  const { tenders } = await shop.call('sales.get', { saleId: sale.saleId });
  expect(tenders.map(({ givenBackCents }) => givenBackCents)).toEqual([1000, 5000]);
});

test('what the original tenders cannot take goes the shop’s other ways', async () => {
  await using shop = testShop({ settings: { fallbackTenders: ['bank', 'cash'] } });
  const back = await graded(shop, await recordSale(shop, { tenders: [] }));
  const { tenders } = await shop.call('refunds.quote', { returnId: back.returnId });
  expect(tenders).toEqual([
    { tender: 'bank', maxCents: 6000 },
    { tender: 'cash', maxCents: 6000 },
  ]);
  expect(await back.refusal(wechat(6000))).toMatchObject({
    code: 'over-tender',
    data: { tender: 'wechat', maxCents: 0 },
  });
  expect((await back.refund({ tender: 'bank', amountCents: 5000 }, cash(1000))).return.stage).toBe('settled');
});

test('only what is graded is credited, in as many parts as it comes', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop));
  await back.receive(2);
  await back.inspect({ quantity: 1 });
  expect((await back.refund(cash(2000))).return).toMatchObject({ stage: 'received', creditedCents: 2000 });
  await back.inspect({ quantity: 1, grade: 'C', disposition: 'scrap' });
  expect((await back.refund(cash(2000))).return).toMatchObject({ stage: 'settled', creditedCents: 4000 });
  await back.receive(1);
  await back.inspect({ quantity: 1 });
  const done = await back.refund(cash(2000));
  expect(done.return).toMatchObject({
    stage: 'settled',
    creditedCents: 6000,
    creditNotes: [{}, {}, { totalCents: 2000 }],
  });
});

test('a refund before its time is refused, step by step', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const back = await walk(shop, sale, { reason: 'other' });
  const { returnId, number } = back;
  const refusal = () => shop.refusal('refunds.record', { id: randomUUID(), returnId, payouts: [cash(6000)] });
  expect(await refusal()).toEqual({ code: 'needs-approval', data: { number } });
  await shop.call('returns.approve', { id: randomUUID(), returnId });
  expect(await refusal()).toEqual({ code: 'not-received', data: { number } });
  await back.receive();
  expect(await refusal()).toEqual({ code: 'not-inspected', data: { number } });
  await back.inspect();
  await back.refund(cash(6000));
  expect(await refusal()).toEqual({ code: 'nothing-to-refund', data: { number } });
  await shop.call('returns.close', { id: randomUUID(), returnId });
  expect(await refusal()).toEqual({ code: 'wrong-stage', data: { stage: 'closed', step: 'refund' } });
  const nowhere = { id: randomUUID(), returnId: 99, payouts: [cash(1)] };
  expect(await shop.refusal('refunds.record', nowhere)).toEqual({ code: 'no-such-return', data: { return: '99' } });
  expect(await shop.refusal('refunds.quote', { returnId: 99 })).toEqual({
    code: 'no-such-return',
    data: { return: '99' },
  });
});

test('goods without a sale have no price that was paid: they are taken in, graded and closed, not refunded', async () => {
  await using shop = testShop();
  const { lines: _, ...how } = openInput(await recordSale(shop));
  const opened = await shop.call('returns.open', { ...how, lines: [{ sku: 'CUP', quantity: 1, reason: 'quality' }] });
  const [line] = opened.lines;
  const { returnId } = opened;
  await shop.call('returns.approve', { id: randomUUID(), returnId });
  const part = { returnLineId: line?.returnLineId ?? 0, quantity: 1 };
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [part] });
  await shop.call('inspection.record', {
    id: randomUUID(),
    returnId,
    lines: [{ ...part, grade: 'A', disposition: 'resell' }],
  });
  const refund = { id: randomUUID(), returnId, payouts: [cash(2000)] };
  expect(await shop.refusal('refunds.record', refund)).toMatchObject({ code: 'nothing-to-refund' });
  expect((await shop.call('returns.close', { id: randomUUID(), returnId })).stage).toBe('closed');
});

test('a return that is owed money is not closed', async () => {
  await using shop = testShop();
  const back = await graded(shop, await recordSale(shop));
  const close = { id: randomUUID(), returnId: back.returnId };
  expect(await shop.refusal('returns.close', close)).toEqual({
    code: 'wrong-stage',
    data: { stage: 'inspected', step: 'close' },
  });
  const { payoutNumbers } = await back.refund(cash(6000));
  await shop.call('refunds.void', { id: randomUUID(), payoutNumber: payoutNumbers[0] ?? '', why: 'wrong drawer' });
  expect(await shop.refusal('returns.close', close)).toEqual({
    code: 'wrong-stage',
    data: { stage: 'inspected', step: 'close' },
  });
  await back.refund(cash(6000));
  expect((await shop.call('returns.close', close)).stage).toBe('closed');
});

test('units that never came can be returned again once the return is closed', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const back = await walk(shop, sale);
  await back.receive(1);
  await back.inspect({ quantity: 1 });
  await back.refund(cash(2000));
  expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]?.returnableQuantity).toBe(0);
  await shop.call('returns.close', { id: randomUUID(), returnId: back.returnId });
  expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]).toMatchObject({
    returnableQuantity: 2,
    creditableCents: 4000,
  });
});

test('goods that cost the customer nothing are credited with nothing, and settled', async () => {
  await using shop = testShop();
  const gift = { lines: [{ sku: 'GIFT', quantity: 3, unitPrice: '0', paidCents: 0, costCents: 900 }] };
  const back = await graded(shop, await recordSale(shop, gift));
  const done = await back.refund();
  expect(done).toMatchObject({ payoutNumbers: [], totalCents: 0, return: { stage: 'settled', creditedCents: 0 } });
  expect(await entries(shop, done.creditNote)).toEqual([]);
});

test('a payout is voided by a counter-document, and paid again another way', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, twoTenders);
  const back = await graded(shop, sale);
  const { creditNote, payoutNumbers } = await back.refund(cash(1000), wechat(5000));
  const payoutNumber = payoutNumbers[1] ?? '';
  const { number } = await shop.call('refunds.void', { id: randomUUID(), payoutNumber, why: 'wrong account' });
  expect(await entries(shop, number)).toEqual(['wechat 5000/0', 'owed-to-customer 0/5000']);
  const voided = await back.get();
  expect(voided).toMatchObject({ stage: 'inspected', creditedCents: 6000, paidOutCents: 1000 });
  expect(voided.payouts.map(({ amountCents, voidedBy, voids }) => [amountCents, voidedBy, voids])).toEqual([
    [1000, undefined, undefined],
    [5000, number, undefined],
    [-5000, undefined, payoutNumber],
  ]);
  expect(await shop.call('refunds.quote', { returnId: back.returnId })).toMatchObject({
    lines: [],
    unpaidCents: 5000,
    totalCents: 5000,
  });
  expect(await back.refusal(cash(5000))).toMatchObject({ code: 'over-tender' });
  const again = await back.refund(wechat(5000));
  expect(again).toMatchObject({ creditNote, totalCents: 5000, return: { stage: 'settled', paidOutCents: 6000 } });
});

test('what cannot be voided is refused', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const back = await graded(shop, await recordSale(shop));
  const { payoutNumbers } = await back.refund(cash(6000));
  const [payoutNumber = ''] = payoutNumbers;
  const refusal = (payout: string) =>
    shop.refusal('refunds.void', { id: randomUUID(), payoutNumber: payout, why: 'mistake' });
  expect(await refusal('P-2026-000099')).toEqual({ code: 'no-such-payout', data: { payout: 'P-2026-000099' } });
  const { number } = await shop.call('refunds.void', { id: randomUUID(), payoutNumber, why: 'mistake' });
  expect(await refusal(payoutNumber)).toEqual({ code: 'already-voided', data: { payout: payoutNumber } });
  expect(await refusal(number)).toEqual({ code: 'no-such-payout', data: { payout: number } });
  const again = (await back.refund(cash(6000))).payoutNumbers[0] ?? '';
  clock.set('2026-11-18T16:00:00.000Z');
  expect(await refusal(again)).toEqual({ code: 'void-other-day', data: { payout: again, day: '2026-11-18' } });
});

test('a payout of a closed return stays', async () => {
  await using shop = testShop();
  const back = await graded(shop, await recordSale(shop));
  const { payoutNumbers } = await back.refund(cash(6000));
  await shop.call('returns.close', { id: randomUUID(), returnId: back.returnId });
  const input = { id: randomUUID(), payoutNumber: payoutNumbers[0] ?? '', why: 'mistake' };
  expect(await shop.refusal('refunds.void', input)).toEqual({
    code: 'wrong-stage',
    data: { stage: 'closed', step: 'void' },
  });
});
