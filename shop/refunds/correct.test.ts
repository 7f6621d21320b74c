import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { counterInput, openInput, recordSale } from '../../fixtures/builders.ts';
import { readPack } from '../../fixtures/month.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';

const october = '2026-10-20T03:00:00.000Z';
const november = '2026-11-10T03:00:00.000Z';

/** A refund in cash of October, in a shop whose clock then stands in November. */
async function refunded() {
  const clock = testClock(Date.parse(october));
  const shop = testShop({ clock });
  const sale = await recordSale(shop, { soldAt: '2026-10-19T02:00:00.000Z' });
  const { payoutNumbers, return: found } = await shop.call('returns.counter', counterInput(sale));
  clock.set(november);
  const correct = { payoutNumber: payoutNumbers[0] ?? '', why: 'never left the drawer' };
  return { shop, returnId: found.returnId, correct };
}

test('a payout of a closed month is taken back in the open one, and everything names what it corrects', async () => {
  const { shop, returnId, correct } = await refunded();
  await using _ = shop;
  await shop.call('months.close', { id: randomUUID(), month: '2026-10' });
  const { number } = await shop.call('refunds.correct', { id: randomUUID(), ...correct });
  const found = await shop.call('returns.get', { returnId });
  expect(found).toMatchObject({ stage: 'inspected', paidOutCents: 0 });
  expect(found.payouts.map(({ day, amountCents, voids, voidedBy }) => [day, amountCents, voids, voidedBy])).toEqual([
    ['2026-10-20', 2000, undefined, number],
    ['2026-11-10', -2000, correct.payoutNumber, undefined],
  ]);
  expect(found.steps.at(-1)).toMatchObject({ step: 'correct', note: correct.why, person: 'owner' });

  const payouts = [{ tender: 'cash' as const, amountCents: 2000 }];
  await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
  const pack = await shop.call('months.export', { month: '2026-11', format: 'csv', to: join(shop.folder, 'pack') });
  const summaries = readPack(pack)
    .get('journal')
    ?.filter(({ document }) => document === number)
    .map(({ summary }) => summary);
  const said = `退款更正 payout-correction ${number} ← ${correct.payoutNumber} 2026-10-20`;
  expect(summaries).toEqual([said, said]);
  expect((await shop.call('care.verify', {})).ok).toBe(true);
});

test('a payout of today is voided instead, one that is gone or is a counter-document cannot be corrected', async () => {
  const { shop, correct } = await refunded();
  await using _ = shop;
  const sale = await recordSale(shop, { soldAt: '2026-11-09T02:00:00.000Z' });
  const refusal = (payoutNumber: string) =>
    shop.refusal('refunds.correct', { ...correct, id: randomUUID(), payoutNumber });
  const today = (await shop.call('returns.counter', counterInput(sale))).payoutNumbers[0] ?? '';
  expect(await refusal(today)).toEqual({ code: 'correct-same-day', data: { payout: today } });
  const { number } = await shop.call('refunds.correct', { id: randomUUID(), ...correct });
  expect(await refusal(correct.payoutNumber)).toEqual({
    code: 'already-voided',
    data: { payout: correct.payoutNumber },
  });
  expect(await refusal(number)).toEqual({ code: 'no-such-payout', data: { payout: number } });
});

test('a closed return is open again for its money; units given free when it was closed do not come any more', async () => {
  const clock = testClock(Date.parse(october));
  await using shop = testShop({ clock });
  const sale = await recordSale(shop, { soldAt: '2026-10-19T02:00:00.000Z' });
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const opened = await shop.call(
    'returns.open',
    openInput(sale, { lines: [{ saleLineId, quantity: 2, reason: 'quality' }] }),
  );
  const { returnId } = opened;
  const line = { returnLineId: opened.lines[0]?.returnLineId ?? 0, quantity: 1 };
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [line] });
  const graded = { ...line, grade: 'A' as const, disposition: 'resell' as const };
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [graded] });
  const payouts = [{ tender: 'cash' as const, amountCents: 2000 }];
  const { payoutNumbers } = await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
  await shop.call('returns.close', { id: randomUUID(), returnId });

  clock.set(november);
  const payoutNumber = payoutNumbers[0] ?? '';
  await shop.call('refunds.correct', { id: randomUUID(), payoutNumber, why: 'wrong wallet' });
  expect(await shop.call('returns.get', { returnId })).toMatchObject({ stage: 'inspected' });
  expect(await shop.refusal('returns.receive', { id: randomUUID(), returnId, lines: [line] })).toMatchObject({
    code: 'over-requested-quantity',
    data: { requested: 1, received: 1, asked: 1 },
  });
  await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
  await shop.call('returns.close', { id: randomUUID(), returnId });
  expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]).toMatchObject({ returnedQuantity: 1 });
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});
