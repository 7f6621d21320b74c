import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { balanceOf, booksAgree, readyToSettle, stockShelf } from '../../fixtures/settlement.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const cash = (amountCents: number) => ({ tender: 'cash' as const, amountCents });
const cups = (quantity: number) => ({ sku: 'CUP', quantity, unitPrice: '20.00' });
const pot = { sku: 'POT', quantity: 1, unitPrice: '50.00' };

/** Three cups of 20.00 for 54.00 in all, 30.00 by WeChat and the rest in cash. */
const discounted = (shop: TestShop) =>
  recordSale(shop, {
    lines: [{ sku: 'CUP', quantity: 3, unitPrice: '20.00', paidCents: 5400, taxCents: 621, costCents: 2400 }],
    tenders: [{ tender: 'wechat', amountCents: 3000 }, cash(2400)],
  });

test('an even exchange moves no money, and what was really paid is inherited', async () => {
  await using shop = testShop();
  const back = await readyToSettle(shop, await discounted(shop));
  const quote = await shop.call('refunds.quoteExchange', { returnId: back.returnId, lines: [cups(3)] });
  expect(quote).toMatchObject({ totalCents: 5400, paidInGoodsCents: 5400, differenceCents: 0, tenders: [] });
  const done = await back.settle({ payouts: [], exchange: { lines: [cups(3)], tenders: [] } });
  expect(done.exchange).toMatchObject({ totalCents: 5400, paidInGoodsCents: 5400, differenceCents: 0 });
  expect(done.return).toMatchObject({ stage: 'settled', creditedCents: 5400, paidOutCents: 5400 });
  const sale = await shop.call('sales.get', { saleId: done.exchange?.saleId ?? 0 });
  expect(sale.lines).toMatchObject([{ unitPrice: '20.00', paidCents: 5400, taxCents: 621 }]);
  expect(sale.tenders.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['wechat', 3000],
    ['cash', 2400],
  ]);
  expect(await balanceOf(shop, 'cash', 'wechat')).toBe(0);
  expect(await booksAgree(shop)).toEqual({ clearing: 0, storeCredit: 0 });
});

test('goods of an exchange that come back are paid by the tenders that took the money', async () => {
  await using shop = testShop();
  const first = await readyToSettle(shop, await discounted(shop));
  const { exchange } = await first.settle({ payouts: [], exchange: { lines: [cups(3)], tenders: [] } });
  const again = await readyToSettle(shop, await shop.call('sales.get', { saleId: exchange?.saleId ?? 0 }));
  expect((await again.quote()).tenders).toEqual([
    { tender: 'wechat', maxCents: 3000 },
    { tender: 'cash', maxCents: 2400 },
  ]);
  await again.settle({ payouts: [{ tender: 'wechat', amountCents: 3000 }, cash(2400)] });
  expect(await booksAgree(shop)).toEqual({ clearing: 0, storeCredit: 0 });
  expect(await shop.call('care.health', {})).toMatchObject({ ledgersAgree: true });
});

test('the customer pays what the new goods cost more', async () => {
  await using shop = testShop();
  await stockShelf(shop, 'POT');
  const back = await readyToSettle(shop, await discounted(shop), { quantity: 1 });
  const exchange = (cents: number) => ({ lines: [pot], tenders: [{ tender: 'alipay' as const, amountCents: cents }] });
  expect(await back.refused({ payouts: [], exchange: exchange(3000) })).toEqual({
    code: 'tenders-not-total',
    data: { totalCents: 3200, tendersCents: 3000 },
  });
  const done = await back.settle({ payouts: [], exchange: exchange(3200) });
  expect(done.exchange).toMatchObject({ totalCents: 5000, paidInGoodsCents: 1800, differenceCents: 3200 });
  expect(await balanceOf(shop, 'alipay')).toBe(3200);
  expect(await booksAgree(shop)).toEqual({ clearing: 0, storeCredit: 0 });
  const proof = await shop.call('refunds.proof', { returnId: back.returnId });
  expect(proof.exchanges).toMatchObject([
    { paidInGoodsCents: 1800, tenders: [{ tender: 'alipay', cents: 3200 }], lines: [{ sku: 'POT', paidCents: 5000 }] },
  ]);
  expect(proof.totals).toMatchObject({ refundCents: 1800, paidOutCents: 0, inGoodsCents: 1800, owedCents: 0 });
});

test('what the new goods cost less is paid out', async () => {
  await using shop = testShop();
  const back = await readyToSettle(shop, await discounted(shop));
  const exchange = { lines: [cups(1)], tenders: [] };
  expect(await back.refused({ payouts: [cash(3601)], exchange })).toMatchObject({
    code: 'over-paid-amount',
    data: { payableCents: 3600 },
  });
  // WeChat took 30.00, of which 18.00 went into the new cup.
  expect(await back.refused({ payouts: [cash(3600)], exchange })).toMatchObject({ code: 'over-tender' });
  const payouts = [{ tender: 'wechat' as const, amountCents: 1200 }, cash(2400)];
  const done = await back.settle({ payouts, exchange });
  expect(done.exchange).toMatchObject({ paidInGoodsCents: 1800, differenceCents: -3600 });
  expect(done.return.stage).toBe('settled');
});

test('there must be goods on the shelf to exchange for', async () => {
  await using shop = testShop();
  const back = await readyToSettle(shop, await discounted(shop));
  const exchange = { lines: [{ sku: 'NONE', quantity: 1, unitPrice: '54.00' }], tenders: [] };
  expect(await back.refused({ payouts: [], exchange })).toEqual({
    code: 'not-enough-stock',
    data: { sku: 'NONE', have: 0, asked: 1 },
  });
});

test('a payout in goods is not voided: the goods come back instead', async () => {
  await using shop = testShop();
  const back = await readyToSettle(shop, await discounted(shop));
  const { payoutNumbers } = await back.settle({ payouts: [], exchange: { lines: [cups(3)], tenders: [] } });
  const input = { id: randomUUID(), payoutNumber: payoutNumbers[0] ?? '', why: 'mistake' };
  const stays = { code: 'exchange-stays', data: { payout: payoutNumbers[0] } };
  expect(await shop.refusal('refunds.void', input)).toEqual(stays);
  expect(await shop.refusal('refunds.correct', input)).toEqual(stays);
});

test('a counter return is exchanged on one ticket, as it was judged', async () => {
  await using shop = testShop();
  await stockShelf(shop, 'POT');
  const sale = await recordSale(shop);
  const { lines, ...shared } = counterInput(sale);
  const judged = await shop.call('returns.judge', {
    saleId: sale.saleId,
    lines: lines.map(({ gradings: _, ...line }) => line),
    exchange: [pot],
  });
  expect(judged.exchange).toMatchObject({ totalCents: 5000, paidInGoodsCents: 2000, differenceCents: 3000 });
  const exchange = { lines: [pot], tenders: [cash(3000)] };
  const done = await shop.call('returns.counter', { ...shared, lines, payouts: [], exchange });
  expect(done.exchange).toMatchObject({ differenceCents: 3000 });
  expect(done.return.payouts).toMatchObject([{ amountCents: 2000, exchange: { number: done.exchange?.number } }]);
});

test('what is quoted for an exchange keeps to the same limits', async () => {
  await using shop = testShop();
  const { returnId, returnLineId } = await readyToSettle(shop, await discounted(shop));
  const ask = (changes: object) => shop.refusal('refunds.quoteExchange', { returnId, lines: [pot], ...changes });
  expect(await ask({ returnId: 99 })).toMatchObject({ code: 'no-such-return' });
  expect(await ask({ credit: [{ returnLineId: 99, quantity: 1 }] })).toMatchObject({ code: 'no-such-return-line' });
  expect(await ask({ credit: [{ returnLineId, quantity: 9 }] })).toMatchObject({ code: 'not-inspected' });
  const extra = (kind: 'delivery' | 'other-fee', note?: string) => ({
    extras: [{ kind, cents: 9000, ...(note && { note }) }],
  });
  expect(await ask(extra('other-fee'))).toMatchObject({ code: 'extra-needs-note' });
  expect(await ask(extra('other-fee', 'so'))).toMatchObject({ code: 'over-fee' });
  expect(await ask(extra('delivery', 'so'))).toMatchObject({ code: 'over-delivery' });
});
