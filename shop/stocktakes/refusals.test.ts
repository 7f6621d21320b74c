import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { countLines, openCount, shelfShop } from '../../fixtures/stock-counts.ts';

const id = () => randomUUID();

test('a count must be there, and be of what the shop knows', async () => {
  await using shop = await shelfShop({ CUP: [1, 800] });
  const nobody = { number: 'K-2026-000009' };
  const refused = { code: 'no-such-stocktake', data: nobody };
  const lines = [{ sku: 'CUP', quantity: 1 }];
  expect(await shop.refusal('stocktakes.get', nobody)).toEqual(refused);
  expect(await shop.refusal('stocktakes.count', { id: id(), ...nobody, lines })).toEqual(refused);
  expect(await shop.refusal('stocktakes.book', { id: id(), ...nobody })).toEqual(refused);
  expect(await shop.refusal('stocktakes.cancel', { id: id(), ...nobody, why: 'x' })).toEqual(refused);
  expect(await shop.refusal('stocktakes.open', { id: id(), scope: { skus: ['CUP', 'X'] } })).toEqual({
    code: 'no-such-product',
    data: { sku: 'X' },
  });
  expect(await shop.refusal('stocktakes.open', { id: id(), scope: { supplierId: 9 } })).toEqual({
    code: 'no-such-supplier',
    data: { supplier: '9' },
  });
});

test('what is counted is known, belongs to the count, and is never less than nothing', async () => {
  await using shop = await shelfShop({ CUP: [1, 800], POT: [1, 800] });
  const number = await openCount(shop, { scope: { skus: ['CUP'] } });
  const count = (sku: string, quantity: number, mode: 'add' | 'set' = 'add') =>
    shop.refusal('stocktakes.count', {
      id: id(),
      number,
      lines: [
        { sku: 'CUP', quantity: 1 },
        { sku, quantity, mode },
      ],
    });
  expect(await count('X', 1)).toEqual({ code: 'no-such-product', data: { sku: 'X' } });
  expect(await count('POT', 1)).toEqual({ code: 'not-in-scope', data: { line: 2, sku: 'POT' } });
  const below = { code: 'count-below-zero', data: { line: 2, sku: 'CUP', counted: 1 } };
  expect([await count('CUP', -2), await count('CUP', -1, 'set')]).toEqual([below, below]);
  expect((await shop.call('stocktakes.get', { number })).itemsCounted).toBe(0);
});

test('a count that is over takes no more', async () => {
  await using shop = await shelfShop({ CUP: [1, 800] });
  const number = await openCount(shop);
  await shop.call('stocktakes.cancel', { id: id(), number, why: 'closing time' });
  const refused = { code: 'stocktake-ended', data: { number } };
  const lines = [{ sku: 'CUP', quantity: 1 }];
  expect(await shop.refusal('stocktakes.count', { id: id(), number, lines })).toEqual(refused);
  expect(await shop.refusal('stocktakes.book', { id: id(), number })).toEqual(refused);
  expect(await shop.refusal('stocktakes.cancel', { id: id(), number, why: 'again' })).toEqual(refused);
});

test('nothing is booked of what nobody counted, nor a loss without its reason', async () => {
  await using shop = await shelfShop({ CUP: [3, 800], POT: [1, 800] });
  const number = await openCount(shop);
  expect(await shop.refusal('stocktakes.book', { id: id(), number })).toEqual({
    code: 'stocktake-not-counted',
    data: { number },
  });
  await countLines(shop, number, { CUP: 1, POT: 0 });
  const reasons = [{ sku: 'CUP', reason: 'broken' as const }];
  expect(await shop.refusal('stocktakes.book', { id: id(), number, reasons })).toEqual({
    code: 'reason-needed',
    data: { sku: 'POT' },
  });
  expect((await shop.call('stocktakes.get', { number })).state).toBe('open');
});

test('what was sold meanwhile cannot be missing too', async () => {
  await using shop = await shelfShop({ CUP: [5, 800] }, { booksSales: true });
  const number = await openCount(shop);
  await countLines(shop, number, { CUP: 1 });
  const lines = [{ sku: 'CUP', quantity: 2, unitPrice: '20.00', paidCents: 4000 }];
  await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z', lines });
  expect(await shop.refusal('stocktakes.book', { id: id(), number, reason: 'lost' })).toEqual({
    code: 'not-enough-stock',
    data: { sku: 'CUP', have: 3, asked: 4 },
  });
});

test('goods in the returns area belong to their returns: they are counted there, and no difference is booked', async () => {
  await using shop = await shelfShop({ HAT: [1, 800] });
  const sale = await recordSale(shop);
  const { returnId, lines } = await shop.call('returns.open', openInput(sale));
  const received = lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity }));
  await shop.call('returns.receive', { id: id(), returnId, lines: received });
  const number = await openCount(shop, { place: 'returns' });
  await countLines(shop, number, { CUP: 0 });
  expect(await shop.refusal('stocktakes.book', { id: id(), number, reason: 'lost' })).toEqual({
    code: 'goods-of-cases',
    data: { sku: 'CUP', place: 'returns' },
  });
  await countLines(shop, number, { CUP: 1 });
  expect(await shop.call('stocktakes.book', { id: id(), number })).toMatchObject({ itemsEqual: 1 });
});
