import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

let shop: TestShop;
beforeEach(() => {
  shop = testShop();
});
afterEach(() => shop.close());

const arrival = (changes: Partial<Input<'returns.arrive'>> = {}): Input<'returns.arrive'> => ({
  id: randomUUID(),
  channel: 'parcel',
  waybill: 'SF123',
  lines: [{ sku: 'CUP', quantity: 2 }],
  ...changes,
});
const arrive = (changes: Partial<Input<'returns.arrive'>> = {}) => shop.call('returns.arrive', arrival(changes));
const match = (returnId: number, saleId: number, changes: Partial<Input<'returns.match'>> = {}) => ({
  id: randomUUID(),
  returnId,
  saleId,
  ...changes,
});
const stockOf = async (place: 'returns' | 'shelf') =>
  (await shop.call('stock.balances', { place })).items.map(({ sku, quantity, valueCents }) => [
    sku,
    quantity,
    valueCents,
  ]);

describe('a parcel without an order', () => {
  test('lies in the returns area at once, and nothing is owed for it', async () => {
    await recordSale(shop);
    const arrived = await arrive({
      lines: [{ sku: 'CUP', quantity: 2, note: 'no paper inside', condition: 'opened' }],
    });
    expect([arrived.stage, arrived.waybill, arrived.verdict.outcome]).toEqual(['received', 'SF123', 'review']);
    expect(arrived.lines[0]).toMatchObject({ reason: 'other', receivedQuantity: 2, condition: 'opened' });
    expect(arrived.steps.map(({ step, stage }) => [step, stage])).toEqual([
      ['request', 'requested'],
      ['arrive', 'approved'],
      ['receive', 'received'],
    ]);
    expect((await shop.call('refunds.quote', { returnId: arrived.returnId })).totalCents).toBe(0);
    expect(await stockOf('returns')).toMatchObject([['CUP', 2, expect.any(Number)]]);
  });

  test.each<[Partial<Input<'returns.arrive'>>, string]>([
    [{ lines: [{ sku: 'NOBODY', quantity: 1 }] }, 'no-such-product'],
    [{ parentId: 99 }, 'no-such-return'],
    [{ day: '2027-01-01' }, 'day-in-future'],
    [{ lines: [{ sku: 'CUP', quantity: 1, reason: 'dreamt-it' }] }, 'no-such-reason'],
    [{ lines: [{ sku: 'CUP', quantity: 2, serial: 'A' }] }, 'one-line-per-serial'],
  ])('%o is refused: %s', async (changes, code) => {
    await recordSale(shop);
    expect((await shop.refusal('returns.arrive', arrival(changes))).code).toBe(code);
    expect((await shop.call('returns.search', {})).items).toEqual([]);
  });

  test('goods with serial numbers are read, and come once', async () => {
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'PHONE', name: 'Phone', tracking: 'serial' });
    const refused = async (line: object) =>
      (await shop.refusal('returns.arrive', arrival({ lines: [{ sku: 'PHONE', quantity: 1, ...line }] }))).code;
    expect(await refused({})).toBe('serial-needed');
    await arrive({ lines: [{ sku: 'PHONE', quantity: 1, serial: 'S1' }] });
    expect(await refused({ serial: 'S1' })).toBe('serial-back-already');
  });
});

describe('what lay in a parcel beside what was asked for', () => {
  test('becomes a return of its own in the same action', async () => {
    const sale = await recordSale(shop);
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'HAT', name: 'Hat' });
    const opened = await shop.call(
      'returns.open',
      openInput(sale, { channel: 'parcel', courier: 'SF', waybill: 'W7' }),
    );
    const returnLineId = opened.lines[0]?.returnLineId ?? 0;
    const lines = [{ returnLineId, quantity: 1, condition: 'damaged' as const, note: 'box torn' }];
    const extra = [
      { sku: 'CUP', quantity: 1, kind: 'over' as const },
      { sku: 'HAT', quantity: 2, kind: 'wrong-item' as const, note: 'not ours?' },
    ];
    const { returnId } = opened;
    const input = { id: randomUUID(), returnId, lines, extra };
    expect(
      (await shop.refusal('returns.receive', { ...input, extra: [{ ...extra[0], sku: 'NO' } as never] })).code,
    ).toBe('no-such-product');
    await shop.call('returns.receive', input);
    const { children } = await shop.call('returns.related', { returnId });
    expect(children).toMatchObject([{ stage: 'received', goods: 'Cup', quantity: 3 }]);
    const child = await shop.call('returns.get', { returnId: children[0]?.returnId ?? 0 });
    expect([child.courier, child.waybill, child.lines.map(({ sku, reason }) => [sku, reason])]).toEqual([
      'SF',
      'W7',
      [
        ['CUP', 'other'],
        ['HAT', 'wrong-item'],
      ],
    ]);
    expect((await shop.call('returns.related', { returnId: child.returnId })).parent?.returnId).toBe(returnId);
  });

  test('a parcel in which nothing lay cannot be received', async () => {
    const sale = await recordSale(shop);
    const { returnId } = await shop.call('returns.open', openInput(sale));
    expect(await shop.ask('returns.receive', { id: randomUUID(), returnId, lines: [] })).toHaveProperty('invalid');
  });
});

describe('the sale that is found later', () => {
  test('is joined with its lines; what was really paid can be refunded, and the books agree', async () => {
    const sale = await recordSale(shop, { customer: 'Ann' });
    const { returnId } = await arrive({ lines: [{ sku: 'CUP', quantity: 2, reason: 'quality' }] });
    const matched = await shop.call('returns.match', match(returnId, sale.saleId));
    expect(matched).toMatchObject({
      stage: 'received',
      matched: true,
      sale: { saleId: sale.saleId },
      customer: { name: 'Ann' },
      verdict: { outcome: 'accept' },
      lines: [{ saleLineId: sale.lines[0]?.saleLineId }],
    });
    const returnLineId = matched.lines[0]?.returnLineId ?? 0;
    await shop.call('inspection.record', {
      id: randomUUID(),
      returnId,
      lines: [{ returnLineId, quantity: 2, grade: 'A', disposition: 'resell' }],
    });
    const payouts = [{ tender: 'cash' as const, amountCents: 4000 }];
    const done = await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
    expect([done.return.stage, done.totalCents]).toEqual(['settled', 4000]);
    const after = await shop.call('sales.get', { saleId: sale.saleId });
    expect([after.lines[0]?.returnedQuantity, after.tenders[0]?.givenBackCents]).toEqual([2, 4000]);
    expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
  });

  test('cannot be one that did not sell it, sold too little, or was later', async () => {
    const sale = await recordSale(shop, { lines: [{ sku: 'CUP', quantity: 1, unitPrice: '20', paidCents: 2000 }] });
    const hats = await recordSale(shop, { lines: [{ sku: 'HAT', quantity: 1, unitPrice: '5', paidCents: 500 }] });
    const late = await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z' });
    const { returnId, lines } = await arrive({ day: '2026-11-17' });
    const returnLineId = lines[0]?.returnLineId ?? 0;
    const saleLineId = sale.lines[0]?.saleLineId ?? 0;
    const refused = async (saleId: number, changes: Partial<Input<'returns.match'>> = {}) =>
      (await shop.refusal('returns.match', match(returnId, saleId, changes))).code;
    expect(await refused(999)).toBe('no-such-sale');
    expect(await refused(hats.saleId)).toBe('line-does-not-fit');
    expect(await refused(sale.saleId)).toBe('over-sold-quantity');
    expect(await refused(late.saleId)).toBe('return-before-sale');
    expect(await refused(sale.saleId, { lines: [{ returnLineId: 99, saleLineId }] })).toBe('no-such-return-line');
    expect(await refused(sale.saleId, { lines: [{ returnLineId, saleLineId: 99 }] })).toBe('no-such-sale-line');
  });

  test('needs a yes where the policy gives none, and a note against its no', async () => {
    const sale = await recordSale(shop, { soldAt: '2026-10-01T02:00:00.000Z' });
    const { returnId, number } = await arrive({ lines: [{ sku: 'CUP', quantity: 1, reason: 'changed-mind' }] });
    const refused = (changes: Partial<Input<'returns.match'>>) =>
      shop.refusal('returns.match', match(returnId, sale.saleId, changes));
    expect(await refused({})).toEqual({ code: 'needs-approval', data: { number } });
    expect(await refused({ approve: {} })).toEqual({ code: 'approval-needs-note', data: { number } });
    const done = await shop.call('returns.match', match(returnId, sale.saleId, { approve: { note: 'a regular' } }));
    expect(done.steps.at(-1)).toMatchObject({ step: 'match', stage: 'received', note: 'a regular' });
    expect((await shop.refusal('returns.match', match(returnId, sale.saleId))).code).toBe('already-matched');
  });

  test('approves a return without a receipt that waited for review', async () => {
    const sale = await recordSale(shop);
    const { lines: _, ...how } = openInput(sale);
    const waiting = await shop.call('returns.open', {
      ...how,
      lines: [{ sku: 'CUP', quantity: 1, reason: 'quality' }],
    });
    const matched = await shop.call('returns.match', match(waiting.returnId, sale.saleId));
    expect([waiting.stage, matched.stage]).toEqual(['requested', 'approved']);
  });

  test('may be found after the goods were graded, with some sent back', async () => {
    const sale = await recordSale(shop);
    const { returnId, lines } = await arrive({ lines: [{ sku: 'CUP', quantity: 2, reason: 'quality' }] });
    const returnLineId = lines[0]?.returnLineId ?? 0;
    const graded = await shop.call('inspection.record', {
      id: randomUUID(),
      returnId,
      lines: [
        { returnLineId, quantity: 1, grade: 'A', disposition: 'resell' },
        { returnLineId, quantity: 1, grade: 'C', disposition: 'send-back' },
      ],
    });
    const matched = await shop.call('returns.match', match(returnId, sale.saleId));
    expect([graded.stage, matched.stage]).toEqual(['inspected', 'inspected']);
    expect((await shop.call('refunds.quote', { returnId })).totalCents).toBe(2000);
    expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]?.returnedQuantity).toBe(1);
    expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
  });

  test('must have sold the numbers that came', async () => {
    await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'PHONE', name: 'Phone', tracking: 'serial' });
    const sell = (serials: string[]) =>
      recordSale(shop, { lines: [{ sku: 'PHONE', quantity: 1, unitPrice: '9', paidCents: 900, serials }] });
    const [right, wrong] = [await sell(['S1']), await sell(['S2'])];
    const { returnId } = await arrive({ lines: [{ sku: 'PHONE', quantity: 1, serial: 'S1', reason: 'quality' }] });
    expect((await shop.refusal('returns.match', match(returnId, wrong.saleId))).code).toBe('serial-not-sold');
    const { items } = await shop.call('returns.matches', { returnId });
    expect([items[0]?.saleId, items[0]?.why]).toEqual([right.saleId, ['serial', 'all-items', 'near']]);
    await shop.call('returns.match', match(returnId, right.saleId));
  });

  test('is offered by what speaks for it, the likeliest first', async () => {
    const stranger = await recordSale(shop, { soldAt: '2026-09-01T02:00:00.000Z' });
    const hers = await recordSale(shop, { customer: { name: 'Ann', phone: '138' } });
    await recordSale(shop, { lines: [{ sku: 'HAT', quantity: 1, unitPrice: '5', paidCents: 500 }] });
    const announced = await recordSale(shop);
    await shop.call('returns.open', openInput(announced, { waybill: 'SF123' }));
    const { returnId } = await arrive({ customer: { name: 'Ann', phone: '138' } });
    const { items } = await shop.call('returns.matches', { returnId });
    expect(items.map(({ saleId, why, fits }) => [saleId, why, fits])).toEqual([
      [announced.saleId, ['waybill', 'all-items', 'near'], true],
      [hers.saleId, ['customer', 'all-items', 'near'], true],
      [stranger.saleId, ['all-items'], true],
    ]);
    expect((await shop.refusal('returns.matches', { returnId: 99 })).code).toBe('no-such-return');
    expect((await shop.refusal('returns.match', match(99, hers.saleId))).code).toBe('no-such-return');
    expect((await shop.refusal('returns.related', { returnId: 99 })).code).toBe('no-such-return');
  });
});

test('what belongs together: the visit, the customer and the sale', async () => {
  const sale = await recordSale(shop, { customer: 'Ann' });
  const visit = randomUUID();
  const first = await shop.call('returns.open', openInput(sale, { visit }));
  const second = await shop.call('returns.open', openInput(sale, { visit }));
  const related = await shop.call('returns.related', { returnId: second.returnId });
  const ids = (list: readonly { returnId: number }[]) => list.map(({ returnId }) => returnId);
  expect([ids(related.visit), ids(related.ofCustomer), ids(related.ofSale)]).toEqual([
    [first.returnId],
    [first.returnId],
    [first.returnId],
  ]);
});
