import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { openInput, type RecordedSale, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

let shop: TestShop;
beforeAll(() => {
  shop = testShop();
});
afterAll(() => shop.close());

type Line = Input<'returns.open'>['lines'][number];
const line = (sale: RecordedSale, changes: Partial<Line> = {}): Line => ({
  saleLineId: sale.lines[0]?.saleLineId ?? 0,
  quantity: 1,
  reason: 'quality',
  ...changes,
});
const open = (sale: RecordedSale, changes: Partial<Input<'returns.open'>> = {}) =>
  shop.call('returns.open', openInput(sale, changes));
const refusalOf = (sale: RecordedSale, changes: Partial<Input<'returns.open'>>) =>
  shop.refusal('returns.open', openInput(sale, changes));

describe('what the policy says', () => {
  test('in time and sold here: approved at once, by the policy', async () => {
    const sale = await recordSale(shop);
    const { returnId, stage, verdict } = await open(sale);
    expect([stage, verdict.outcome, verdict.rules.map(({ rule, outcome }) => `${rule} ${outcome}`)]).toEqual([
      'approved',
      'accept',
      ['window accept', 'sold-here accept', 'units-left accept', 'reason-known accept'],
    ]);
    const { steps } = await shop.call('returns.get', { returnId });
    expect(steps.map(({ step, person }) => [step, person])).toEqual([
      ['request', 'owner'],
      ['approve', 'policy'],
    ]);
  });

  test.each([
    ['the last day for any reason', '2026-11-11T02:00:00.000Z', 'changed-mind', 'accept'],
    ['the day after it', '2026-11-10T02:00:00.000Z', 'changed-mind', 'reject'],
    ['a fault on its last day', '2026-11-03T02:00:00.000Z', 'quality', 'accept'],
    ['a fault the day after', '2026-11-02T02:00:00.000Z', 'quality', 'review'],
    ['a reason of their own', '2026-11-17T02:00:00.000Z', 'other', 'review'],
  ])('%s', async (_, soldAt, reason, outcome) => {
    const sale = await recordSale(shop, { soldAt });
    const opened = await open(sale, { lines: [line(sale, { reason, note: 'so they say' })] });
    expect([opened.verdict.outcome, opened.stage]).toEqual([outcome, outcome === 'accept' ? 'approved' : 'requested']);
  });

  test('goods without a sale wait for review', async () => {
    const sale = await recordSale(shop);
    const { lines: _, ...how } = openInput(sale);
    const opened = await shop.call('returns.open', { ...how, lines: [{ sku: 'CUP', quantity: 1, reason: 'quality' }] });
    expect([opened.stage, opened.verdict.outcome]).toEqual(['requested', 'review']);
  });

  test('a no can be overridden by a person, with their note in the timeline', async () => {
    const sale = await recordSale(shop, { soldAt: '2026-10-01T02:00:00.000Z' });
    const { returnId } = await open(sale);
    const approved = await shop.call('returns.approve', { id: randomUUID(), returnId, note: 'good customer' });
    expect(approved.stage).toBe('approved');
    expect(approved.steps.at(-1)).toMatchObject({ step: 'approve', person: 'owner', note: 'good customer' });
  });
});

describe('what can never be right is refused', () => {
  test('more units than were sold, over all returns that still count', async () => {
    const sale = await recordSale(shop);
    await open(sale, { lines: [line(sale, { quantity: 2 })] });
    expect(await refusalOf(sale, { lines: [line(sale, { quantity: 2 })] })).toEqual({
      code: 'over-sold-quantity',
      data: { line: 1, sku: 'CUP', sold: 3, returned: 2, asked: 2 },
    });
    const twice = [line(sale), line(sale, { quantity: 0.001 })];
    expect(await refusalOf(sale, { lines: twice })).toMatchObject({
      code: 'over-sold-quantity',
      data: { line: 2, returned: 3 },
    });
  });

  test('a sale, a line or an item that is not there', async () => {
    const [sale, other] = [await recordSale(shop), await recordSale(shop)];
    expect(await refusalOf(sale, { saleId: 99_999 })).toEqual({ code: 'no-such-sale', data: { sale: '99999' } });
    const nowhere = { code: 'no-such-sale-line', data: { line: 1, saleLineId: 99_999 } };
    expect(await refusalOf(sale, { lines: [line(sale, { saleLineId: 99_999 })] })).toEqual(nowhere);
    const mixed = await refusalOf(sale, { lines: [line(sale), line(other)] });
    expect(mixed).toEqual({ code: 'no-such-sale-line', data: { line: 2, saleLineId: other.lines[0]?.saleLineId } });
    const [reason, quantity] = ['quality', 1];
    expect(await refusalOf(sale, { lines: [{ sku: 'cup', quantity, reason }] })).toEqual({
      code: 'no-such-product',
      data: { sku: 'cup' },
    });
    expect(await refusalOf(sale, { lines: [{ quantity, reason }] })).toEqual({
      code: 'line-needs-item',
      data: { line: 1 },
    });
  });

  test('a reason that nobody knows, and one that needs a note', async () => {
    const sale = await recordSale(shop);
    const unknown = await refusalOf(sale, { lines: [line(sale), line(sale, { reason: 'full-moon' })] });
    expect(unknown).toEqual({ code: 'no-such-reason', data: { line: 2, reason: 'full-moon' } });
    const bare = await refusalOf(sale, { lines: [line(sale, { reason: 'other', note: '  ' })] });
    expect(bare).toEqual({ code: 'note-needed', data: { line: 1, reason: 'other' } });
  });

  test('a day before the sale, or after today', async () => {
    const sale = await recordSale(shop);
    expect(await refusalOf(sale, { day: '2026-11-14' })).toEqual({
      code: 'return-before-sale',
      data: { soldOn: '2026-11-15', returnedOn: '2026-11-14' },
    });
    expect(await refusalOf(sale, { day: '2026-11-19' })).toEqual({
      code: 'day-in-future',
      data: { day: '2026-11-19', today: '2026-11-18' },
    });
    expect((await open(sale, { day: '2026-11-15' })).number).toMatch(/^R-2026-/);
  });

  test('input that does not fit is answered field by field, and nothing is written', async () => {
    const sale = await recordSale(shop);
    const { events } = await shop.call('care.health', {});
    const input = {
      ...openInput(sale),
      channel: 'pigeon',
      lines: [{ ...line(sale), quantity: -1 }, line(sale, { quantity: 1.2345 })],
    };
    const outcome = await shop.ask('returns.open', input as never);
    expect('invalid' in outcome && outcome.invalid.map(({ path }) => path)).toEqual([
      'channel',
      'lines.0.quantity',
      'lines.1.quantity',
    ]);
    expect((await shop.call('care.health', {})).events).toBe(events);
  });
});

describe('units go free again', () => {
  test.each(['reject', 'cancel'] as const)('when a return is turned down: %s', async (step) => {
    const sale = await recordSale(shop);
    const { returnId } = await open(sale, { lines: [line(sale, { quantity: 3, reason: 'other', note: 'smells' })] });
    expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]?.returnableQuantity).toBe(0);
    const done = await shop.call(`returns.${step}`, { id: randomUUID(), returnId, why: 'as agreed' });
    expect(done.stage).toBe(step === 'reject' ? 'rejected' : 'cancelled');
    expect(done).not.toHaveProperty('dueAt');
    expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]).toMatchObject({
      returnedQuantity: 0,
      returnableQuantity: 3,
    });
    expect((await open(sale, { lines: [line(sale, { quantity: 3 })] })).stage).toBe('approved');
  });

  test('judging writes nothing and promises what the refund will be', async () => {
    const sale = await recordSale(shop);
    const { events } = await shop.call('care.health', {});
    const judged = await shop.call('returns.judge', { lines: [line(sale), line(sale, { quantity: 2 })] });
    expect(judged).toMatchObject({
      lines: [{ goodsCents: 2000, taxCents: 0 }, { goodsCents: 4000 }],
      totalCents: 6000,
      tenders: [{ tender: 'cash', maxCents: 6000 }],
    });
    expect((await shop.call('care.health', {})).events).toBe(events);
  });
});
