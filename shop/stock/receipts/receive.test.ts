import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input, Output } from '../../../contract/api.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const day = '2026-11-18';

async function withItems(shop: TestShop, ...skus: string[]): Promise<void> {
  for (const sku of skus) await shop.call('catalog.saveProduct', { id: randomUUID(), sku, name: sku.toLowerCase() });
}

type Received = Input<'stock.receive'>;

function receive(shop: TestShop, lines: Received['lines'], changes: Partial<Received> = {}) {
  return shop.call('stock.receive', { id: randomUUID(), paidBy: 'cash', lines, ...changes });
}

async function entriesOf(shop: TestShop, document: string): Promise<[string, number, number][]> {
  const { items } = await shop.call('money.entries', { from: '2026-01-01', to: day });
  const lines = items.filter((item) => item.document === document).flatMap((item) => item.lines);
  return lines.map(({ role, debitCents, creditCents }) => [role, debitCents, creditCents]);
}

async function shelf(shop: TestShop, sku: string): Promise<Partial<Output<'stock.balances'>['items'][number]>> {
  const { items } = await shop.call('stock.balances', { sku, place: 'shelf' });
  const { quantity = 0, valueCents = 0, unknownQuantity = 0 } = items[0] ?? {};
  return { quantity, valueCents, unknownQuantity };
}

test('goods from a supplier stand on the shelf at what they cost, and are owed with their tax', async () => {
  await using shop = testShop();
  await withItems(shop, 'CUP', 'POT');
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  const lines = [
    { sku: 'CUP', quantity: 10, unitCost: '3.3333' },
    { sku: 'POT', quantity: 3, valueCents: 1000 },
  ];
  const changes = { supplierId, paidBy: 'payable', taxCents: 433, reference: 'LS-7', note: 'two boxes' } as const;
  const receipt = await receive(shop, lines, changes);
  expect(receipt).toEqual({
    number: 'G-2026-000001',
    kind: 'received',
    day,
    person: 'owner',
    supplier: { supplierId, name: 'Potters' },
    paidBy: 'payable',
    reference: 'LS-7',
    note: 'two boxes',
    valueCents: 4333,
    taxCents: 433,
    lines: [
      { sku: 'CUP', name: 'cup', quantity: 10, valueCents: 3333, costKnown: true, serials: [], batches: [] },
      { sku: 'POT', name: 'pot', quantity: 3, valueCents: 1000, costKnown: true, serials: [], batches: [] },
    ],
  });
  expect(await shop.call('stock.receipt', { number: receipt.number })).toEqual(receipt);
  expect(await entriesOf(shop, receipt.number)).toEqual([
    ['goods', 4333, 0],
    ['input-tax', 433, 0],
    ['payable', 0, 4766],
  ]);
  expect(await shelf(shop, 'CUP')).toEqual({ quantity: 10, valueCents: 3333, unknownQuantity: 0 });
});

test('the average moves with what comes, and what is sold leaves at it', async () => {
  await using shop = testShop({ settings: { booksSales: true } });
  await withItems(shop, 'CUP');
  await receive(shop, [{ sku: 'CUP', quantity: 10, unitCost: '1.00' }]);
  await receive(shop, [{ sku: 'CUP', quantity: 10, unitCost: '3.00' }]);
  expect(await shelf(shop, 'CUP')).toEqual({ quantity: 20, valueCents: 4000, unknownQuantity: 0 });
  const lines = [{ sku: 'CUP', quantity: 5, unitPrice: '5.00' }];
  const tenders = [{ tender: 'cash' as const, amountCents: 2500 }];
  await shop.call('sales.record', { id: randomUUID(), lines, tenders });
  expect(await shelf(shop, 'CUP')).toEqual({ quantity: 15, valueCents: 3000, unknownQuantity: 0 });
});

test('a cost nobody says is the one that was set, else it is unknown until somebody sets it', async () => {
  await using shop = testShop();
  await withItems(shop, 'CUP');
  const first = await receive(shop, [{ sku: 'CUP', quantity: 2.5 }]);
  expect(first.lines).toMatchObject([{ valueCents: 0, costKnown: false }]);
  expect(await entriesOf(shop, first.number)).toEqual([]);
  expect(await shelf(shop, 'CUP')).toEqual({ quantity: 2.5, valueCents: 0, unknownQuantity: 2.5 });
  await shop.call('stock.setCost', { id: randomUUID(), sku: 'CUP', unitCost: '4.00' });
  const second = await receive(shop, [{ sku: 'CUP', quantity: 1 }]);
  expect(second.lines).toMatchObject([{ valueCents: 400, costKnown: true }]);
  expect(await shelf(shop, 'CUP')).toEqual({ quantity: 3.5, valueCents: 1400, unknownQuantity: 0 });
});

test('stock is opened once per item, against the opening balance, on the day the book was opened', async () => {
  await using shop = testShop();
  await withItems(shop, 'CUP', 'POT');
  const lines = [{ sku: 'CUP', quantity: 4, unitCost: '2.50' }];
  const opened = await shop.call('stock.open', { id: randomUUID(), lines });
  expect(opened).toMatchObject({ number: 'O-2026-000001', kind: 'opening', day: '2026-01-01', valueCents: 1000 });
  expect(await entriesOf(shop, opened.number)).toEqual([
    ['goods', 1000, 0],
    ['opening', 0, 1000],
  ]);
  const again = { code: 'stock-opened-before', data: { line: 2, sku: 'CUP' } };
  const two = [{ sku: 'POT', quantity: 1 }, ...lines];
  expect(await shop.refusal('stock.open', { id: randomUUID(), lines: two })).toEqual(again);
  const twice = [lines, lines].flat().map((line) => ({ ...line, sku: 'POT' }));
  expect(await shop.refusal('stock.open', { id: randomUUID(), lines: twice })).toMatchObject({
    code: 'stock-opened-before',
    data: { line: 2, sku: 'POT' },
  });
  await shop.call('stock.voidReceipt', { id: randomUUID(), number: opened.number, why: 'wrong shelf' });
  expect((await shop.call('stock.open', { id: randomUUID(), lines })).number).toBe('O-2026-000003');
});

test('documents are listed newest first, and found by number, reference, supplier, item or barcode', async () => {
  await using shop = testShop();
  await withItems(shop, 'CUP');
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'POT', barcodes: ['6901234567892'] });
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: '景德镇陶瓷厂' });
  await receive(shop, [{ sku: 'CUP', quantity: 2 }], { supplierId });
  await receive(shop, [{ sku: '6901234567892', quantity: 3 }], { reference: 'LS-7' });
  await shop.call('stock.open', { id: randomUUID(), lines: [{ sku: 'CUP', quantity: 1 }] });
  const found = async (asked: Input<'stock.receipts'>) =>
    (await shop.call('stock.receipts', asked)).items.map(({ number, units }) => `${number} ${units}`);
  const [opening, second, first] = ['O-2026-000001 1', 'G-2026-000002 3', 'G-2026-000001 2'];
  expect(await found({})).toEqual([opening, second, first]);
  expect(await found({ kind: 'received', limit: 1 })).toEqual([second]);
  expect(await found({ text: 'g-2026' })).toEqual([second, first]);
  expect(await found({ text: '陶瓷' })).toEqual([first]);
  expect(await found({ text: 'ls-7' })).toEqual([second]);
  expect(await found({ text: 'cup' })).toEqual([opening, first]);
  expect(await found({ text: '6901234567892' })).toEqual([second]);
});

test('what cannot be received is refused before anything is written', async () => {
  await using shop = testShop();
  await withItems(shop, 'CUP');
  const lines = [{ sku: 'CUP', quantity: 1 }];
  const refused = async (changes: Partial<Received>) => {
    const refusal = await shop.refusal('stock.receive', { id: randomUUID(), paidBy: 'cash', lines, ...changes });
    return [refusal.code, refusal.data];
  };
  expect(await refused({ supplierId: 9 })).toEqual(['no-such-supplier', { supplier: '9' }]);
  expect(await refused({ lines: [{ sku: 'X', quantity: 1 }] })).toEqual(['no-such-product', { sku: 'X' }]);
  expect(await refused({ day: '2026-11-19' })).toEqual(['day-in-future', { day: '2026-11-19', today: day }]);
  await shop.call('months.close', { id: randomUUID(), month: '2026-10' });
  expect(await refused({ day: '2026-10-31' })).toEqual(['month-closed', { month: '2026-10' }]);
  expect((await shop.call('stock.open', { id: randomUUID(), lines })).day).toBe(day);
  expect(await shop.refusal('stock.receipt', { number: 'G-2026-000009' })).toEqual({
    code: 'no-such-receipt',
    data: { number: 'G-2026-000009' },
  });
});

test('so many at the known cost that no line can hold it are refused', async () => {
  await using shop = testShop();
  await withItems(shop, 'GEM');
  await shop.call('stock.setCost', { id: randomUUID(), sku: 'GEM', unitCost: '9999999.00' });
  const asked = { id: randomUUID(), paidBy: 'bank' as const, lines: [{ sku: 'GEM', quantity: 999_999_999 }] };
  const refused = { code: 'amount-too-large', data: { line: 1, sku: 'GEM', unitCost: '9999999.00' } };
  expect(await shop.refusal('stock.receive', asked)).toEqual(refused);
  expect(await shop.refusal('stock.open', { id: randomUUID(), lines: asked.lines })).toEqual(refused);
});
