import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input, Output } from '../../contract/api.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import type { TestShop } from '../../fixtures/shop.ts';
import { countLines, openCount, shelfShop } from '../../fixtures/stock-counts.ts';

const id = () => randomUUID();
type Lines = Output<'stocktakes.get'>['lines'];

async function shelfOf(shop: TestShop, sku: string): Promise<[number, number]> {
  const { items } = await shop.call('stock.balances', { sku, place: 'shelf' });
  return [items[0]?.quantity ?? 0, items[0]?.valueCents ?? 0];
}

const pick = (lines: Lines, key: 'counted' | 'book' | 'difference') =>
  Object.fromEntries(lines.map((line) => [line.sku, line[key]]));

async function entriesOf(shop: TestShop, document: string) {
  const { items } = await shop.call('money.entries', { from: '2026-11-01', to: '2026-11-30' });
  return items
    .filter((entry) => entry.document === document)
    .map(({ lines }) => lines.map(({ role, debitCents, creditCents }) => [role, debitCents, creditCents]));
}

test('what is missing leaves at the average cost, what was found comes at it, and the book was right for the rest', async () => {
  await using shop = await shelfShop({ CUP: [10, 800], POT: [5, 3500], HAT: [2, 600] });
  const number = await openCount(shop);
  await countLines(shop, number, { CUP: 7, POT: 6, HAT: 2 });
  const open = await shop.call('stocktakes.get', { number });
  expect(open).toMatchObject({ state: 'open', itemsInScope: 3, itemsCounted: 3, itemsEqual: 1 });
  expect(open.differenceCents).toBe(3500 - 3 * 800);
  expect(pick(open.lines, 'difference')).toEqual({ CUP: -3, POT: 1, HAT: 0 });

  const booked = await shop.call('stocktakes.book', { id: id(), number, reason: 'lost', note: 'of November' });
  expect(booked).toMatchObject({ state: 'booked', itemsCounted: 3, itemsEqual: 1, differenceCents: 1100 });
  expect(booked.lines.map(({ sku, reason }) => [sku, reason])).toEqual([
    ['CUP', 'lost'],
    ['POT', 'found'],
    ['HAT', undefined],
  ]);
  expect([await shelfOf(shop, 'CUP'), await shelfOf(shop, 'POT')]).toEqual([
    [7, 5600],
    [6, 21000],
  ]);
  expect(await entriesOf(shop, number)).toEqual([
    [
      ['loss-on-goods', 2400, 0],
      ['goods', 0, 2400],
      ['goods', 3500, 0],
      ['loss-on-goods', 0, 3500],
    ],
  ]);
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('trade goes on while it is counted: what is booked is the difference at the moment of the count', async () => {
  await using shop = await shelfShop({ CUP: [10, 800] }, { booksSales: true });
  const number = await openCount(shop);
  await countLines(shop, number, { CUP: 9 });
  const lines = [{ sku: 'CUP', quantity: 4, unitPrice: '20.00', paidCents: 8000 }];
  const sale = await recordSale(shop, { soldAt: '2026-11-18T02:00:00.000Z', lines });
  await shop.call('returns.counter', counterInput(sale));
  expect(pick((await shop.call('stocktakes.get', { number })).lines, 'book')).toEqual({ CUP: 10 });
  await shop.call('stocktakes.book', { id: id(), number, reason: 'stolen' });
  expect(await shelfOf(shop, 'CUP')).toEqual([9 - 4 + 1, 4800]);
});

test('a scanner adds and takes back; typing sets; what was only taken back again was not counted', async () => {
  await using shop = await shelfShop({ CUP: [3, 800], POT: [5, 3500] });
  const number = await openCount(shop);
  const scan = async (sku: string, quantity: number) =>
    (await shop.call('stocktakes.count', { id: id(), number, lines: [{ sku, quantity }] })).lines[0];
  expect(await scan('CUP', 1)).toEqual({ sku: 'CUP', name: 'CUP', counted: 1, book: 3 });
  await scan('CUP', 1);
  await scan('POT', 1);
  expect(await scan('POT', -1)).toMatchObject({ counted: 0 });
  await countLines(shop, number, { CUP: 2 });
  expect(await scan('CUP', 1)).toMatchObject({ counted: 3 });
  const { lines, itemsCounted } = await shop.call('stocktakes.get', { number });
  expect([pick(lines, 'counted'), itemsCounted]).toEqual([{ CUP: 3, POT: undefined }, 1]);
  await countLines(shop, number, { POT: 0 });
  expect(pick((await shop.call('stocktakes.get', { number })).lines, 'difference')).toEqual({ CUP: 0, POT: -5 });
});

test('a blind count shows no book, neither in figures nor in the order, until it is over', async () => {
  await using shop = await shelfShop({ A: [1, 100], B: [2, 100], C: [3, 100] });
  const number = await openCount(shop, { blind: true });
  const lines = [
    { sku: 'A', quantity: 1 },
    { sku: 'B', quantity: 9 },
  ];
  const counted = await shop.call('stocktakes.count', { id: id(), number, lines });
  expect(counted.lines.map(({ book }) => book)).toEqual([undefined, undefined]);
  const open = await shop.call('stocktakes.get', { number });
  expect(open.lines.map(({ sku }) => sku)).toEqual(['C', 'A', 'B']);
  expect(JSON.stringify(open)).not.toMatch(/"book"|difference|itemsEqual/);
  expect((await shop.call('stocktakes.list', {})).items).toMatchObject([{ number, itemsCounted: 2 }]);
  const booked = await shop.call('stocktakes.book', { id: id(), number });
  expect(booked).toMatchObject({ itemsEqual: 1, differenceCents: 700 });
  expect(pick(booked.lines, 'book')).toEqual({ A: 1, B: 2 });
});

test('what nobody counted stays, or is taken as gone', async () => {
  await using shop = await shelfShop({ A: [1, 100], B: [2, 100], C: [3, 100] });
  const left = await openCount(shop, { scope: { skus: ['A', 'B'] } });
  await countLines(shop, left, { A: 1 });
  expect((await shop.call('stocktakes.book', { id: id(), number: left })).lines).toHaveLength(1);
  const gone = await openCount(shop, { scope: { skus: ['A', 'B'] } });
  const input = { id: id(), number: gone, uncounted: 'none-there', reason: 'lost' } as const;
  const booked = await shop.call('stocktakes.book', input);
  expect(booked).toMatchObject({ itemsCounted: 2, itemsEqual: 0, differenceCents: -300 });
  expect([await shelfOf(shop, 'B'), await shelfOf(shop, 'C')]).toEqual([
    [0, 0],
    [3, 300],
  ]);
});

test('two counts of the same item book its difference once', async () => {
  await using shop = await shelfShop({ CUP: [10, 800] });
  const numbers = [await openCount(shop), await openCount(shop)];
  for (const number of numbers) await countLines(shop, number, { CUP: 8 });
  const booked = [];
  for (const number of numbers) booked.push(await shop.call('stocktakes.book', { id: id(), number, reason: 'lost' }));
  expect(booked.map(({ itemsEqual }) => itemsEqual)).toEqual([0, 1]);
  expect(await shelfOf(shop, 'CUP')).toEqual([8, 6400]);
});

test('what was found at a cost nobody knows waits for its cost', async () => {
  await using shop = await shelfShop({ CUP: [1, 800] });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'NEW' });
  const number = await openCount(shop);
  await countLines(shop, number, { NEW: 2 });
  await shop.call('stocktakes.book', { id: id(), number });
  const { items } = await shop.call('stock.balances', { sku: 'NEW', place: 'shelf' });
  expect(items).toMatchObject([{ quantity: 2, valueCents: 0, unknownQuantity: 2 }]);
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('a cancelled count keeps what was counted and books nothing', async () => {
  await using shop = await shelfShop({ CUP: [10, 800], POT: [5, 3500] });
  const number = await openCount(shop);
  await countLines(shop, number, { CUP: 7, POT: 5 });
  const cancelled = await shop.call('stocktakes.cancel', { id: id(), number, why: 'closing time' });
  expect(cancelled).toMatchObject({ state: 'cancelled', itemsCounted: 2, itemsEqual: 1, differenceCents: 0 });
  expect(pick(cancelled.lines, 'difference')).toEqual({ CUP: -3, POT: 0 });
  expect(await shelfOf(shop, 'CUP')).toEqual([10, 8000]);
  const later = await openCount(shop);
  expect((await shop.call('stocktakes.list', {})).items.map((item) => [item.number, item.state])).toEqual([
    [later, 'open'],
    [number, 'cancelled'],
  ]);
});

test('goods by weight are counted to the gram', async () => {
  await using shop = await shelfShop({ TEA: [2.5, 4000] });
  const number = await openCount(shop);
  await countLines(shop, number, { TEA: 2.372 });
  const booked = await shop.call('stocktakes.book', { id: id(), number, reason: 'own-use' });
  expect(booked).toMatchObject({ differenceCents: -512, lines: [{ difference: -0.128 }] });
});

test('a category or a supplier may be counted alone', async () => {
  await using shop = await shelfShop({ A: [1, 100], B: [2, 100] });
  const { supplierId } = await shop.call('suppliers.save', { id: id(), name: 'Potters' });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'A', category: 'cups' });
  await shop.call('catalog.saveProduct', { id: id(), sku: 'B', supplierId });
  const scopes: Input<'stocktakes.open'>['scope'][] = [{ category: 'cups' }, { supplierId }, { all: true }];
  const seen = [];
  for (const scope of scopes) {
    const { lines } = await shop.call('stocktakes.open', { id: id(), ...(scope && { scope }) });
    seen.push(lines.map(({ sku }) => sku));
  }
  expect(seen).toEqual([['A'], ['B'], ['A', 'B']]);
});

test('a barcode stands for its item, in the scope and when it is scanned', async () => {
  await using shop = await shelfShop({ CUP: [2, 800], POT: [1, 100] });
  const barcode = '6901234567892';
  await shop.call('catalog.saveProduct', { id: id(), sku: 'CUP', barcodes: [barcode] });
  const number = await openCount(shop, { scope: { skus: [barcode, 'CUP'] } });
  const lines = [
    { sku: barcode, quantity: 1 },
    { sku: 'CUP', quantity: 1 },
  ];
  await shop.call('stocktakes.count', { id: id(), number, lines });
  const { scope, itemsEqual } = await shop.call('stocktakes.get', { number });
  expect([scope, itemsEqual]).toEqual([{ skus: ['CUP'] }, 1]);
});

test('one count may put right more than the book had when another took the item: goods that came since make up for it', async () => {
  await using shop = await shelfShop({ CUP: [5, 800] }, { booksSales: true });
  const early = await openCount(shop);
  await countLines(shop, early, { CUP: 0 });
  const tenders = [{ tender: 'cash' as const, amountCents: 3000 }];
  await shop.call('sales.record', { id: id(), lines: [{ sku: 'CUP', quantity: 3, unitPrice: '10.00' }], tenders });
  const late = await openCount(shop);
  await countLines(shop, late, { CUP: 0 });
  await shop.call('stock.receive', { id: id(), paidBy: 'cash', lines: [{ sku: 'CUP', quantity: 10, unitCost: '8' }] });
  await shop.call('stocktakes.book', { id: id(), number: early, reason: 'lost' });
  expect(await shelfOf(shop, 'CUP')).toEqual([7, 5600]);
  const booked = await shop.call('stocktakes.book', { id: id(), number: late });
  expect(booked.lines).toMatchObject([{ counted: 0, book: -3, difference: 3, reason: 'found' }]);
  expect(await shelfOf(shop, 'CUP')).toEqual([10, 8000]);
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});
