import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = testShop();
  await recordSale(shop);
});
afterEach(() => shop.close());

const noReceipt: Input<'returns.open'> = {
  id: '',
  channel: 'counter',
  want: 'refund',
  lines: [{ sku: 'CUP', quantity: 2, reason: 'quality' }],
};
const open = () => shop.call('returns.open', { ...noReceipt, id: randomUUID() });

describe('goods without a receipt', () => {
  test('a person says what is given for them, and why', async () => {
    const { returnId, number, lines } = await open();
    const values = [{ returnLineId: lines[0]?.returnLineId ?? 0, valueCents: 1500, taxCents: 100 }];
    const input = { id: randomUUID(), returnId, values };
    expect(await shop.refusal('returns.approve', input)).toEqual({ code: 'approval-needs-note', data: { number } });
    const approved = await shop.call('returns.approve', { ...input, note: 'known customer' });
    expect([approved.stage, approved.lines[0]?.valueCents]).toEqual(['approved', 1500]);
  });

  test('are valued later, once, where they came without an order', async () => {
    const { returnId, lines } = await shop.call('returns.arrive', {
      id: randomUUID(),
      channel: 'parcel',
      lines: [{ sku: 'CUP', quantity: 1 }],
    });
    const returnLineId = lines[0]?.returnLineId ?? 0;
    const input = { id: randomUUID(), returnId, why: 'no sale found', values: [{ returnLineId, valueCents: 900 }] };
    const done = await shop.call('returns.value', input);
    expect([done.stage, done.lines[0]?.valueCents, done.steps.at(-1)]).toMatchObject([
      'received',
      900,
      { step: 'value', note: 'no sale found' },
    ]);
    const again = { ...input, id: randomUUID() };
    expect((await shop.refusal('returns.value', again)).code).toBe('line-has-value');
    const elsewhere = { ...again, values: [{ returnLineId: 99, valueCents: 1 }] };
    expect((await shop.refusal('returns.value', elsewhere)).code).toBe('no-such-return-line');
    expect((await shop.refusal('returns.value', { ...again, returnId: 99 })).code).toBe('no-such-return');
    const { saleId } = await recordSale(shop);
    const matching = { id: randomUUID(), returnId, saleId, approve: { note: 'found' } };
    expect((await shop.refusal('returns.match', matching)).code).toBe('line-has-value');
  });

  test('before it is approved, only the approval says it', async () => {
    const { returnId, lines } = await open();
    const values = [{ returnLineId: lines[0]?.returnLineId ?? 0, valueCents: 1 }];
    expect((await shop.refusal('returns.value', { id: randomUUID(), returnId, why: 'so', values })).code).toBe(
      'wrong-stage',
    );
  });

  test('what was sold here has a price that was paid', async () => {
    const sale = await recordSale(shop);
    const { returnId, lines } = await shop.call('returns.open', openInput(sale));
    const values = [{ returnLineId: lines[0]?.returnLineId ?? 0, valueCents: 1 }];
    expect((await shop.refusal('returns.value', { id: randomUUID(), returnId, why: 'so', values })).code).toBe(
      'line-has-sale',
    );
  });

  test('at the counter they are approved and valued in one action', async () => {
    const gradings = [{ quantity: 2, grade: 'A', disposition: 'resell' } as const];
    const input = (approve: Input<'returns.counter'>['approve']): Input<'returns.counter'> => ({
      ...noReceipt,
      id: randomUUID(),
      lines: noReceipt.lines.map((line) => ({ ...line, gradings })),
      payouts: [{ tender: 'store-credit', amountCents: 1500 }],
      ...(approve && { approve }),
    });
    const values = [{ line: 1, valueCents: 1500 }];
    const refused = async (approve: Input<'returns.counter'>['approve']) =>
      (await shop.refusal('returns.counter', input(approve))).code;
    expect(await refused(undefined)).toBe('needs-approval');
    expect(await refused({ values })).toBe('approval-needs-note');
    expect(await refused({ note: 'so', values: [{ line: 2, valueCents: 1 }] })).toBe('no-such-return-line');
    expect(await refused({ note: 'so', values: [...values, ...values] })).toBe('line-has-value');
    const done = await shop.call('returns.counter', input({ note: 'gift of a friend', values }));
    expect([done.return.stage, done.totalCents, done.return.lines[0]?.valueCents]).toEqual(['settled', 1500, 1500]);
  });
});

describe('goods the customer keeps', () => {
  const waive = (returnId: number, returnLineId: number, changes: Partial<Input<'returns.waive'>> = {}) => ({
    id: randomUUID(),
    returnId,
    lines: [{ returnLineId, quantity: 1 }],
    why: 'not worth the post',
    ...changes,
  });

  test('need a person where the policy wants them back', async () => {
    const sale = await recordSale(shop);
    const { returnId, number, lines } = await shop.call('returns.open', openInput(sale));
    const returnLineId = lines[0]?.returnLineId ?? 0;
    expect(await shop.refusal('returns.waive', waive(returnId, returnLineId))).toEqual({
      code: 'goods-must-come',
      data: { number },
    });
    const override = { note: 'broken in transit, picture seen' };
    const refused = async (changes: Partial<Input<'returns.waive'>>) =>
      (await shop.refusal('returns.waive', waive(returnId, returnLineId, { override, ...changes }))).code;
    expect(await refused({ lines: [{ returnLineId, quantity: 2 }] })).toBe('over-requested-quantity');
    expect(await refused({ lines: [{ returnLineId: 99, quantity: 1 }] })).toBe('no-such-return-line');
    expect(await refused({ returnId: 99 })).toBe('no-such-return');
    const kept = await shop.call('returns.waive', waive(returnId, returnLineId, { override }));
    expect([kept.stage, kept.lines[0]?.waivedQuantity]).toEqual(['inspected', 1]);
    const payouts = [{ tender: 'cash' as const, amountCents: 2000 }];
    const done = await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
    expect([done.return.stage, done.totalCents]).toEqual(['settled', 2000]);
    expect((await shop.call('stock.balances', { place: 'returns' })).items).toEqual([]);
    const late = { id: randomUUID(), returnId, lines: [{ returnLineId, quantity: 1 }] };
    expect((await shop.refusal('returns.receive', late)).code).toBe('over-requested-quantity');
  });

  test('may be the rest of a return that is settled: it is owed for again', async () => {
    const sale = await recordSale(shop);
    const lines = [{ saleLineId: sale.lines[0]?.saleLineId ?? 0, quantity: 2, reason: 'quality' }];
    const opened = await shop.call('returns.open', openInput(sale, { lines }));
    const { returnId } = opened;
    const returnLineId = opened.lines[0]?.returnLineId ?? 0;
    const line = { returnLineId, quantity: 1 };
    await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [line] });
    const graded = { ...line, grade: 'A' as const, disposition: 'resell' as const };
    await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [graded] });
    const payouts = [{ tender: 'cash' as const, amountCents: 2000 }];
    await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
    const kept = await shop.call('returns.waive', waive(returnId, returnLineId, { override: { note: 'lost' } }));
    expect(kept.stage).toBe('inspected');
    const done = await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
    expect([done.return.stage, done.return.creditedCents]).toEqual(['settled', 4000]);
  });

  test('wait for review like others', async () => {
    const { returnId, lines } = await open();
    expect((await shop.refusal('returns.waive', waive(returnId, lines[0]?.returnLineId ?? 0))).code).toBe(
      'wrong-stage',
    );
  });
});
