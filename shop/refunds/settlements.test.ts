import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input, Output } from '../../contract/api.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { randomSale, saleOf } from '../../fixtures/histories.ts';
import { balanceOf, booksAgree, readyToSettle } from '../../fixtures/settlement.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

type Sale = Output<'sales.get'>;
type Quote = Output<'refunds.quote'>;

const randomAct = fc.record({
  sale: fc.nat({ max: 50 }),
  /** Of what can still come back, in thousandths. */
  share: fc.integer({ min: 1, max: 1000 }),
  way: fc.constantFrom('as-quoted', 'as-quoted', 'store-credit', 'even', 'cheaper', 'dearer'),
  feePercent: fc.constantFrom(0, 0, 0, 10, 100),
  isVoided: fc.boolean(),
});
type Act = typeof randomAct extends fc.Arbitrary<infer Value> ? Value : never;

/** As the quote offers, from the first to the last. */
function paidAsOffered({ tenders }: Pick<Quote, 'tenders'>, totalCents: number): Input<'refunds.record'>['payouts'] {
  let restCents = totalCents;
  return tenders.flatMap(({ tender, maxCents }) => {
    const amountCents = Math.min(maxCents, restCents);
    restCents -= amountCents;
    return amountCents > 0 ? [{ tender, amountCents }] : [];
  });
}

/** Takes some of the first line back and settles it; gives the sale of an exchange, whose goods may come back in their turn. */
async function settleOne(shop: TestShop, sale: Sale, act: Act): Promise<number | undefined> {
  const line = sale.lines[0];
  const milli = Math.round((toMilli(line?.returnableQuantity ?? 0) * act.share) / 1000);
  if (!line || milli === 0) return undefined;
  const back = await readyToSettle(shop, sale, { quantity: fromMilli(milli) });
  const { lines } = await back.quote();
  const creditCents = lines.reduce((sum, own) => sum + own.goodsCents + own.taxCents, 0);
  const feeCents = Math.floor((creditCents * act.feePercent) / 100);
  const note = 'as agreed';
  const extras = [{ kind: 'other-fee' as const, returnLineId: back.returnLineId, cents: feeCents, note }];
  const totalCents = creditCents - feeCents;
  const { returnId } = back;
  if (act.way === 'store-credit' || act.way === 'as-quoted') {
    const onCredit = totalCents > 0 ? [{ tender: 'store-credit' as const, amountCents: totalCents }] : [];
    const payouts = act.way === 'as-quoted' ? paidAsOffered(await back.quote(), totalCents) : onCredit;
    const done = await back.settle({ extras, payouts });
    if (act.isVoided) await voidLast(shop, done);
    return undefined;
  }
  const goods = { sku: line.sku, quantity: fromMilli(milli), unitPrice: line.unitPrice };
  const paid = { even: undefined, cheaper: Math.floor(totalCents / 2), dearer: totalCents + 700 }[act.way];
  const wanted = [{ ...goods, ...(paid !== undefined && { paidCents: paid }) }];
  const quote = await shop.call('refunds.quoteExchange', { returnId, extras, lines: wanted });
  const tenders = quote.differenceCents > 0 ? [{ tender: 'alipay' as const, amountCents: quote.differenceCents }] : [];
  const payouts = paidAsOffered(quote, Math.max(0, -quote.differenceCents));
  const done = await back.settle({ extras, payouts, exchange: { lines: wanted, tenders } });
  expect(done.exchange?.differenceCents).toBe(quote.differenceCents);
  return done.exchange?.saleId;
}

/** Takes the last payout back and pays it again. */
async function voidLast(shop: TestShop, done: Output<'refunds.record'>): Promise<void> {
  const payoutNumber = done.payoutNumbers.at(-1);
  if (payoutNumber === undefined) return;
  await shop.call('refunds.void', { id: randomUUID(), payoutNumber, why: 'wrong drawer' });
  const { returnId } = done.return;
  const quote = await shop.call('refunds.quote', { returnId });
  const payouts = paidAsOffered(quote, quote.totalCents);
  await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
}

async function expectRules(shop: TestShop, saleIds: readonly number[]): Promise<void> {
  expect(await booksAgree(shop)).toEqual({ clearing: 0, storeCredit: 0 });
  expect(await balanceOf(shop, 'owed-to-customer')).toBe(0);
  expect(await shop.call('care.health', {})).toMatchObject({ ledgersAgree: true });
  for (const saleId of saleIds) {
    const sale = await shop.call('sales.get', { saleId });
    for (const tender of sale.tenders) expect(tender.givenBackCents).toBeLessThanOrEqual(tender.amountCents);
    for (const line of sale.lines) {
      expect(line.returnedQuantity).toBeLessThanOrEqual(line.quantity);
      expect(line.creditableCents).toBeGreaterThanOrEqual(0);
    }
    const paidCents = sale.lines.reduce((sum, line) => sum + line.paidCents, 0);
    const tendersCents = sale.tenders.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (sale.tenders.length > 0) expect(tendersCents).toBe(paidCents);
  }
}

test('whatever is returned and however it is settled: nothing stays in clearing, and no rule of a refund is broken', async () => {
  await using shop = testShop();
  let [mark, exchanges] = [0, 0];
  const property = fc.asyncProperty(randomSale, fc.array(randomAct, { maxLength: 6 }), async (sold, acts) => {
    mark += 1;
    const { saleId } = await recordSale(shop, { ...saleOf(sold, `S${mark}`), soldAt: '2026-11-17T02:00:00.000Z' });
    const saleIds = [saleId];
    for (const act of acts) {
      const sale = await shop.call('sales.get', { saleId: saleIds[act.sale % saleIds.length] ?? saleId });
      const exchanged = await settleOne(shop, sale, act);
      if (exchanged === undefined) continue;
      saleIds.push(exchanged);
      exchanges += 1;
    }
    await expectRules(shop, saleIds);
  });
  await fc.assert(property, { numRuns: 120 });
  expect(exchanges).toBeGreaterThan(20);
}, 120_000);
