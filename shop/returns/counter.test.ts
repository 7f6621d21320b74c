import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

/** Everything a refused action must leave as it was: events, sales, stock, entries and the numbers still to come. */
async function state(shop: TestShop, saleId: number): Promise<unknown> {
  const { events, head } = await shop.call('care.health', {});
  const everything = { from: '2026-01-01', to: '2026-12-31' };
  return {
    events,
    head,
    sale: await shop.call('sales.get', { saleId }),
    stock: await shop.call('stock.balances', {}),
    moves: await shop.call('stock.moves', {}),
    entries: await shop.call('money.entries', everything),
    returns: await shop.call('returns.search', {}),
  };
}

type Line = Input<'returns.counter'>['lines'][number];
const resell = (quantity: number): Line['gradings'][number] => ({ quantity, grade: 'A', disposition: 'resell' });
const line = (saleLineId: number, changes: Partial<Line> = {}): Line => ({
  saleLineId,
  quantity: 1,
  reason: 'quality',
  gradings: [resell(1)],
  ...changes,
});

test('a counter return is opened, received, graded, credited and paid in one event', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const done = await shop.call('returns.counter', counterInput(sale));
  expect(done).toMatchObject({ creditNote: 'C-2026-000001', payoutNumbers: ['P-2026-000001'], totalCents: 2000 });
  expect(done.return).toMatchObject({
    number: 'R-2026-000001',
    stage: 'settled',
    creditedCents: 2000,
    paidOutCents: 2000,
  });
  expect(done.return.steps.map(({ step }) => step)).toEqual(['request', 'approve', 'receive', 'inspect', 'refund']);
  expect(await shop.call('care.health', {})).toMatchObject({
    events: 2,
    head: done.return.fingerprint,
    ledgersAgree: true,
  });
});

test('one unit can be graded one way and its neighbour another', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const gradings = [resell(1), { quantity: 1, grade: 'C', disposition: 'scrap' } as const];
  const lines = [line(sale.lines[0]?.saleLineId ?? 0, { quantity: 2, gradings })];
  const done = await shop.call(
    'returns.counter',
    counterInput(sale, { lines, payouts: [{ tender: 'cash', amountCents: 4000 }] }),
  );
  expect(done.return.lines[0]?.inspections.map(({ grade }) => grade)).toEqual(['A', 'C']);
  const { items } = await shop.call('stock.balances', { sku: 'CUP' });
  expect(items.filter(({ quantity }) => quantity > 0)).toMatchObject([
    { place: 'scrapped', valueCents: 0 },
    { place: 'shelf', valueCents: 800 },
  ]);
});

test('what the policy sends to a person needs their yes, which is then in the timeline', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, { soldAt: '2026-10-01T02:00:00.000Z' });
  const input = counterInput(sale);
  expect(await shop.refusal('returns.counter', input)).toEqual({
    code: 'needs-approval',
    data: { number: 'R-2026-000001' },
  });
  const done = await shop.call('returns.counter', { ...input, approve: { note: 'good customer' } });
  expect(done.return.number).toBe('R-2026-000001');
  expect(done.return.steps[1]).toMatchObject({ step: 'approve', person: 'owner', note: 'good customer' });
});

test('goods without a sale are taken in and graded; nothing is owed and nothing may be paid', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const unlinked = { sku: 'CUP', quantity: 1, reason: 'quality', gradings: [resell(1)] };
  const input = counterInput(sale, { lines: [unlinked], approve: {} });
  expect(await shop.refusal('returns.counter', input)).toEqual({
    code: 'over-paid-amount',
    data: { payableCents: 0, askedCents: 2000 },
  });
  const done = await shop.call('returns.counter', { ...input, payouts: [] });
  expect(done).toMatchObject({ payoutNumbers: [], totalCents: 0, return: { stage: 'inspected', creditNotes: [] } });
});

test('goods handed straight back are settled without money', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const gradings = [{ quantity: 1, grade: 'C', disposition: 'send-back' } as const];
  const lines = [line(sale.lines[0]?.saleLineId ?? 0, { gradings })];
  const done = await shop.call('returns.counter', counterInput(sale, { lines, payouts: [] }));
  expect(done).toMatchObject({ totalCents: 0, return: { stage: 'settled' } });
  expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]?.returnableQuantity).toBe(3);
});

test('a refusal at any point leaves everything as it was, and uses no number', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, {
    tenders: [
      { tender: 'cash', amountCents: 1000 },
      { tender: 'card', amountCents: 5000 },
    ],
  });
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const before = await state(shop, sale.saleId);
  const refused: [string, Partial<Input<'returns.counter'>>][] = [
    ['over-tender', { payouts: [{ tender: 'cash', amountCents: 2000 }] }],
    ['under-paid-amount', { payouts: [{ tender: 'cash', amountCents: 500 }] }],
    ['over-paid-amount', { payouts: [{ tender: 'card', amountCents: 2001 }] }],
    ['over-value', { lines: [line(saleLineId, { gradings: [{ ...resell(1), writeDownCents: 801 }] })] }],
    ['not-inspected', { lines: [line(saleLineId, { quantity: 2 })] }],
    ['over-received-quantity', { lines: [line(saleLineId, { gradings: [resell(2)] })] }],
    ['over-sold-quantity', { lines: [line(saleLineId, { quantity: 4, gradings: [resell(4)] })] }],
    ['needs-approval', { lines: [line(saleLineId, { reason: 'other', note: 'smells' })] }],
    ['no-such-reason', { lines: [line(saleLineId, { reason: 'full-moon' })], customer: { name: 'Somebody new' } }],
    ['over-tender', { payouts: [{ tender: 'cash', amountCents: 2000 }], customer: { name: 'Somebody new' } }],
  ];
  for (const [code, changes] of refused) {
    expect(await shop.refusal('returns.counter', counterInput(sale, changes))).toMatchObject({ code });
    expect(await state(shop, sale.saleId), code).toEqual(before);
  }
  const done = await shop.call(
    'returns.counter',
    counterInput(sale, { payouts: [{ tender: 'card', amountCents: 2000 }] }),
  );
  expect([done.return.number, done.creditNote, done.payoutNumbers]).toEqual([
    'R-2026-000001',
    'C-2026-000001',
    ['P-2026-000001'],
  ]);
  expect((await shop.call('find.search', { text: 'Somebody' })).items).toEqual([]);
});

test('a return dated back into an open month keeps its day, and moves goods and money today', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, { soldAt: '2026-10-30T02:00:00.000Z' });
  const input = counterInput(sale, { day: '2026-10-31' });
  const { return: done } = await shop.call('returns.counter', input);
  expect([done.day, done.creditNotes[0]?.day, done.payouts[0]?.day]).toEqual([
    '2026-10-31',
    '2026-11-18',
    '2026-11-18',
  ]);
});

test('nothing is opened in a closed month', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, { soldAt: '2026-10-30T02:00:00.000Z' });
  await shop.call('months.close', { id: randomUUID(), month: '2026-10' });
  const input = counterInput(sale, { day: '2026-10-31' });
  expect(await shop.refusal('returns.counter', input)).toEqual({ code: 'month-closed', data: { month: '2026-10' } });
  expect(
    (await shop.call('returns.counter', { ...input, day: '2026-11-18', approve: { note: 'as an exception' } })).return
      .stage,
  ).toBe('settled');
});
