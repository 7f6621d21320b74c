import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { openInput, type RecordedSale, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = testShop();
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'PHONE', name: 'Phone', tracking: 'serial' });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'MILK', name: 'Milk', tracking: 'batch' });
});
afterAll(() => shop.close());

type Line = Input<'returns.open'>['lines'][number];

const sellPhones = (serials: string[]): Promise<RecordedSale> =>
  recordSale(shop, {
    lines: [{ sku: 'PHONE', quantity: serials.length, unitPrice: '100', paidCents: 10_000 * serials.length, serials }],
  });
const lineOf = (sale: RecordedSale, changes: Partial<Line>): Line => ({
  saleLineId: sale.lines[0]?.saleLineId ?? 0,
  quantity: 1,
  reason: 'quality',
  ...changes,
});
const open = (sale: RecordedSale, ...lines: Partial<Line>[]) =>
  shop.call('returns.open', openInput(sale, { lines: lines.map((line) => lineOf(sale, line)) }));
const refusalOf = (sale: RecordedSale, ...lines: Partial<Line>[]) =>
  shop.refusal('returns.open', openInput(sale, { lines: lines.map((line) => lineOf(sale, line)) }));
const receive = (returnId: number, ...lines: Input<'returns.receive'>['lines']) => ({
  id: randomUUID(),
  returnId,
  lines,
});

describe('serial numbers', () => {
  test('a sale shows what it sold, and what is back', async () => {
    const sale = await sellPhones(['A1', 'A2']);
    await open(sale, { serial: 'A2' });
    expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]).toMatchObject({
      tracking: 'serial',
      serials: [
        { serial: 'A1', back: false },
        { serial: 'A2', back: true },
      ],
    });
  });

  test('only what was sold comes back, once, on a line of its own', async () => {
    const sale = await sellPhones(['B1', 'B2', 'B3']);
    expect(await refusalOf(sale, { serial: 'X9' })).toEqual({
      code: 'serial-not-sold',
      data: { line: 1, sku: 'PHONE', serial: 'X9' },
    });
    expect((await refusalOf(sale, { serial: 'B1', quantity: 2 })).code).toBe('one-line-per-serial');
    expect(await refusalOf(sale, { serial: 'B1' }, { serial: 'B1' })).toEqual({
      code: 'serial-back-already',
      data: { line: 2, serial: 'B1' },
    });
    await open(sale, { serial: 'B1' });
    expect((await refusalOf(sale, { serial: 'B1' })).code).toBe('serial-back-already');
  });

  test('announced by phone without its number, it is read when the goods are here', async () => {
    const sale = await sellPhones(['C1', 'C2', 'C3']);
    const { returnId, lines } = await open(sale, { quantity: 2 });
    const returnLineId = lines[0]?.returnLineId ?? 0;
    const refused = async (...came: Input<'returns.receive'>['lines']) =>
      (await shop.refusal('returns.receive', receive(returnId, ...came))).code;
    expect(await refused({ returnLineId, quantity: 1 })).toBe('serial-needed');
    expect(await refused({ returnLineId, quantity: 2, serial: 'C1' })).toBe('one-line-per-serial');
    expect(await refused({ returnLineId, quantity: 1, serial: 'Z' })).toBe('serial-not-sold');
    expect(
      await refused({ returnLineId, quantity: 1, serial: 'C1' }, { returnLineId, quantity: 1, serial: 'C1' }),
    ).toBe('serial-back-already');
    const done = await shop.call(
      'returns.receive',
      receive(returnId, { returnLineId, quantity: 1, serial: 'C1' }, { returnLineId, quantity: 1, serial: 'C3' }),
    );
    expect([done.stage, done.lines[0]?.receivedQuantity]).toEqual(['received', 2]);
    expect((await refusalOf(sale, { serial: 'C3' })).code).toBe('serial-back-already');
  });

  test('another number than the announced one is not what was announced', async () => {
    const sale = await sellPhones(['D1', 'D2']);
    const { returnId, lines } = await open(sale, { serial: 'D1' });
    const returnLineId = lines[0]?.returnLineId ?? 0;
    const came = receive(returnId, { returnLineId, quantity: 1, serial: 'D2' });
    expect((await shop.refusal('returns.receive', came)).code).toBe('serial-not-sold');
    expect((await shop.call('returns.receive', receive(returnId, { returnLineId, quantity: 1 }))).stage).toBe(
      'received',
    );
  });

  test('after a no it may come again', async () => {
    const sale = await sellPhones(['E1']);
    const { returnId } = await open(sale, { serial: 'E1' });
    await shop.call('returns.cancel', { id: randomUUID(), returnId, why: 'changed their mind' });
    expect((await open(sale, { serial: 'E1' })).stage).toBe('approved');
  });

  test('at the counter the number is needed', async () => {
    const sale = await sellPhones(['F1']);
    const line = { ...lineOf(sale, {}), gradings: [{ quantity: 1, grade: 'A', disposition: 'resell' } as const] };
    const { lines: _, ...how } = openInput(sale);
    const input = { ...how, lines: [line], payouts: [{ tender: 'cash' as const, amountCents: 10_000 }] };
    expect((await shop.refusal('returns.counter', input)).code).toBe('serial-needed');
    const done = await shop.call('returns.counter', { ...input, lines: [{ ...line, serial: 'F1' }] });
    expect(done.return).toMatchObject({ stage: 'settled', lines: [{ serial: 'F1' }] });
  });

  test('however they are opened, cancelled and opened again, a number is with us at most once and never one that was not sold', async () => {
    const steps = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const serials = ['0', '1', '2'].map((at) => `${randomUUID()}-${at}`);
        const sale = await sellPhones(serials);
        const openOf = new Map<string, number>();
        for (const [which, cancels] of history) {
          const serial = serials[which] ?? 'unsold';
          const standing = openOf.get(serial);
          if (cancels && standing !== undefined) {
            await shop.call('returns.cancel', { id: randomUUID(), returnId: standing, why: 'so it is' });
            openOf.delete(serial);
            continue;
          }
          const asked = openInput(sale, { lines: [lineOf(sale, { serial })] });
          const outcome = await shop.ask('returns.open', asked);
          const expected = serial === 'unsold' || standing !== undefined ? 'refused' : 'ok';
          expect(Object.keys(outcome)).toEqual([expected]);
          if ('ok' in outcome) openOf.set(serial, outcome.ok.returnId);
        }
        const shown = await shop.call('sales.get', { saleId: sale.saleId });
        expect(shown.lines[0]?.serials?.filter(({ back }) => back).map(({ serial }) => serial)).toEqual(
          serials.filter((serial) => openOf.has(serial)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('batches', () => {
  test('no more of a batch comes back than was sold of it', async () => {
    const batches = [
      { code: 'L1', quantity: 2 },
      { code: 'L2', quantity: 1 },
    ];
    const sale = await recordSale(shop, {
      lines: [{ sku: 'MILK', quantity: 3, unitPrice: '10', paidCents: 3000, batches }],
    });
    expect((await refusalOf(sale, { batch: 'L3' })).code).toBe('serial-not-sold');
    expect(await refusalOf(sale, { batch: 'L2' }, { batch: 'L2' })).toEqual({
      code: 'over-sold-quantity',
      data: { line: 2, sku: 'MILK', sold: 1, returned: 1, asked: 1 },
    });
    await open(sale, { batch: 'L1', quantity: 1.5 });
    expect((await refusalOf(sale, { batch: 'L1' })).code).toBe('over-sold-quantity');
    expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]?.batches).toEqual(batches);
  });

  test('more numbers than units, or one twice, are no sale', async () => {
    const sell = (units: object) =>
      shop.ask('sales.record', {
        id: randomUUID(),
        lines: [{ sku: 'MILK', quantity: 1, unitPrice: '10', ...units }],
        tenders: [],
      });
    const wrong = [{ serials: ['a', 'b'] }, { serials: ['a', 'a'] }, { batches: [{ code: 'L', quantity: 2 }] }];
    for (const units of wrong) expect(await sell(units)).toHaveProperty('invalid');
  });
});
