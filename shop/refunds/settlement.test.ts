import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { balanceOf, putInForce, readyToSettle, soldToday } from '../../fixtures/settlement.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';

const cash = (amountCents: number) => ({ tender: 'cash' as const, amountCents });
const fee = {
  label: 'Restocking',
  categories: [],
  reasons: 'other' as const,
  when: 'always' as const,
  kind: 'restocking' as const,
  percent: 10,
  taxPercent: 13,
};
const changedMind = { reason: 'changed-mind' };
const taxed = {
  soldAt: soldToday,
  lines: [{ sku: 'CUP', quantity: 3, unitPrice: '20.00', paidCents: 6000, taxCents: 690, costCents: 2400 }],
};

/** A sale of today with a delivery charge of 8.00. */
const delivered = (shop: TestShop) => recordSale(shop, { ...taxed, deliveryCents: 800, tenders: [cash(6800)] });

test('a fee is a line of the credit note with its own tax, and its own lines of the entry', async () => {
  await using shop = testShop();
  await putInForce(shop, { fees: [fee], delivery: 'never' });
  const back = await readyToSettle(shop, await recordSale(shop, taxed), changedMind);
  const restocking = { kind: 'restocking', returnLineId: back.returnLineId, cents: 600, taxCents: 69 };
  expect(await back.quote()).toMatchObject({ extras: [restocking], feeCents: 600, totalCents: 5400 });
  const done = await back.settle({ payouts: [cash(5400)] });
  expect(done).toMatchObject({ totalCents: 5400, return: { stage: 'settled', creditedCents: 5400 } });
  expect(done.return.creditNotes).toMatchObject([{ totalCents: 5400, extras: [restocking] }]);
  expect(done.return.lines[0]).toMatchObject({ creditedCents: 6000, creditedFeeCents: 600 });
  expect([await balanceOf(shop, 'other-income'), await balanceOf(shop, 'output-tax')]).toEqual([-531, 690 - 69]);
  expect(await balanceOf(shop, 'owed-to-customer')).toBe(0);
});

test('a person keeps less with a note, and never more than is credited', async () => {
  await using shop = testShop();
  await putInForce(shop, { fees: [fee], delivery: 'never' });
  const back = await readyToSettle(shop, await recordSale(shop, taxed), changedMind);
  const kept = (cents: number, note?: string) => ({
    extras: [{ kind: 'restocking' as const, returnLineId: back.returnLineId, cents, ...(note && { note }) }],
    payouts: [cash(Math.max(1, 6000 - cents))],
  });
  expect(await back.refused({ ...kept(0), extras: [] })).toMatchObject({ code: 'extra-needs-note' });
  expect(await back.refused(kept(300))).toMatchObject({ code: 'extra-needs-note', data: { kind: 'restocking' } });
  expect(await back.refused(kept(6001, 'all of it'))).toEqual({
    code: 'over-fee',
    data: { maxCents: 6000, askedCents: 6001 },
  });
  const stranger = { extras: [{ kind: 'other-fee' as const, returnLineId: 99, cents: 1 }], payouts: [] };
  expect(await back.refused(stranger)).toMatchObject({ code: 'no-such-return-line' });
  const done = await back.settle(kept(0, 'a regular customer'));
  expect(done.return.steps.at(-1)).toMatchObject({ step: 'refund', note: 'a regular customer' });
  expect(done.return.creditNotes).toMatchObject([{ totalCents: 6000, extras: [] }]);
});

test('the delivery charge goes back once, when all has come back', async () => {
  await using shop = testShop();
  await putInForce(shop, { fees: [], delivery: 'fault-or-all' });
  const sale = await delivered(shop);
  const first = await readyToSettle(shop, sale, { ...changedMind, quantity: 1 });
  expect(await first.quote()).toMatchObject({ deliveryCents: 0, deliveryLeftCents: 800, totalCents: 2000 });
  const tooMuch = { extras: [{ kind: 'delivery' as const, cents: 801, note: 'so be it' }], payouts: [] };
  expect(await first.refused(tooMuch)).toEqual({ code: 'over-delivery', data: { maxCents: 800, askedCents: 801 } });
  await first.settle({ payouts: [cash(2000)] });
  const rest = await readyToSettle(shop, sale, { ...changedMind, quantity: 2 });
  expect(await rest.quote()).toMatchObject({ extras: [{ kind: 'delivery', cents: 800 }], totalCents: 4800 });
  await rest.settle({ payouts: [cash(4800)] });
  expect(await balanceOf(shop, 'sales')).toBe(6000 - 690 + 800);
  expect((await shop.call('refunds.quote', { returnId: first.returnId })).deliveryLeftCents).toBe(0);
});

test('what the customer paid for the way back is given where the shop pays it', async () => {
  await using shop = testShop();
  await putInForce(shop, { fees: [], delivery: 'never', freight: { fault: 'shop', other: 'customer' } });
  const sale = await recordSale(shop, taxed);
  const input = counterInput(sale, { freightCents: 1200, payouts: [cash(3200)] });
  const lines = input.lines.map((line) => ({ ...line, reason: 'quality' }));
  const judged = await shop.call('returns.judge', {
    saleId: sale.saleId,
    freightCents: 1200,
    lines: lines.map(({ gradings: _, ...line }) => line),
  });
  expect(judged).toMatchObject({ extras: [{ kind: 'freight-paid', cents: 1200 }], totalCents: 3200 });
  expect((await shop.call('returns.counter', { ...input, lines })).totalCents).toBe(3200);
  expect(await balanceOf(shop, 'freight-expense')).toBe(1200);
});

test('a part can be credited now and the rest later', async () => {
  await using shop = testShop();
  const back = await readyToSettle(shop, await recordSale(shop, taxed));
  const part = (quantity: number) => ({ lines: [{ returnLineId: back.returnLineId, quantity }] });
  expect(await back.refused({ ...part(4), payouts: [] })).toMatchObject({ code: 'not-inspected' });
  expect(await back.refused({ lines: [{ returnLineId: 99, quantity: 1 }], payouts: [] })).toMatchObject({
    code: 'no-such-return-line',
  });
  expect((await back.settle({ ...part(1), payouts: [cash(2000)] })).return.stage).toBe('inspected');
  expect(await shop.call('refunds.quote', { returnId: back.returnId, ...part(1) })).toMatchObject({ totalCents: 2000 });
  expect((await back.settle({ payouts: [cash(4000)] })).return.stage).toBe('settled');
});

test('without a receipt a person says what is given; it goes on store credit, unless a person says otherwise', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, taxed);
  const gradings = [{ quantity: 3, grade: 'A' as const, disposition: 'resell' as const }];
  const input = counterInput(sale, {
    lines: [{ sku: 'CUP', quantity: 3, reason: 'quality', gradings }],
    approve: { note: 'we sell these', values: [{ line: 1, valueCents: 1000, taxCents: 115 }] },
    payouts: [cash(1000)],
  });
  expect(await shop.refusal('returns.counter', input)).toEqual({
    code: 'store-credit-only',
    data: { tenders: ['store-credit'] },
  });
  const payouts = [{ tender: 'store-credit' as const, amountCents: 1000 }];
  const done = await shop.call('returns.counter', { ...input, payouts });
  expect(done).toMatchObject({ totalCents: 1000, storeCredits: [{ amountCents: 1000, balanceCents: 1000 }] });
  const other = { ...input, id: randomUUID(), override: { note: 'we know her' } };
  expect(await shop.call('returns.counter', other)).toMatchObject({ totalCents: 1000, storeCredits: [] });
});

test('of a bundle that comes back in part the price lost is kept', async () => {
  await using shop = testShop();
  const piece = { quantity: 1, unitPrice: '20.00', paidCents: 1500, bundle: 'tea set' };
  const sale = await recordSale(shop, {
    lines: [
      { ...piece, sku: 'POT' },
      { ...piece, sku: 'CUP' },
    ],
  });
  const back = await readyToSettle(shop, sale, { quantity: 1 });
  expect(await back.quote()).toMatchObject({ extras: [{ kind: 'bundle-kept', cents: 500 }], totalCents: 1000 });
  await back.settle({ payouts: [cash(1000)] });
});

test('the proof of a refund adds up, line by line and in all', async () => {
  await using shop = testShop();
  await putInForce(shop, { fees: [fee], delivery: 'fault-or-all' });
  const sale = await delivered(shop);
  const back = await readyToSettle(shop, sale, changedMind);
  await back.settle({ payouts: [cash(2000), { tender: 'store-credit', amountCents: 4200 }] });
  const proof = await shop.call('refunds.proof', { returnId: back.returnId });
  expect(proof.lines).toMatchObject([
    {
      units: { sold: 3, before: 0, left: 0 },
      now: 3,
      pending: 0,
      listCents: 6000,
      discountCents: 0,
      paidCents: 6000,
      feeCents: 600,
      refundCents: 5400,
      ofSale: { paidCents: 6000, creditedCents: 6000, leftCents: 0 },
    },
  ]);
  expect(proof.totals).toEqual({
    goodsCents: 5310,
    taxCents: 690,
    deliveryCents: 800,
    freightCents: 0,
    feeCents: 600,
    refundCents: 6200,
    paidOutCents: 6200,
    inGoodsCents: 0,
    owedCents: 0,
  });
  expect(proof.tenders).toEqual([
    { tender: 'cash', cents: 2000 },
    { tender: 'store-credit', cents: 4200 },
  ]);
  expect(proof.storeCredits).toMatchObject([{ cents: 4200, balanceCents: 4200 }]);
  expect(await shop.refusal('refunds.proof', { returnId: 99 })).toMatchObject({ code: 'no-such-return' });
});

test('a quote of parts names what does not fit', async () => {
  await using shop = testShop();
  const { returnId } = await walk(shop, await recordSale(shop));
  const ask = (line: { returnLineId: number; quantity: number }) =>
    shop.refusal('refunds.quote', { returnId, lines: [line] });
  expect(await ask({ returnLineId: 99, quantity: 1 })).toMatchObject({ code: 'no-such-return-line' });
  expect(await ask({ returnLineId: 1, quantity: 1 })).toMatchObject({ code: 'not-inspected' });
});
