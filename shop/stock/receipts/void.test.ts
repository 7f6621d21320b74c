import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../../contract/api.ts';
import { type TestShop, testClock, testShop } from '../../../fixtures/shop.ts';

type Lines = Input<'stock.receive'>['lines'];

/** A shop that books its sales here, with these items. */
async function shopWith(...skus: string[]): Promise<TestShop> {
  const shop = testShop({ settings: { booksSales: true } });
  for (const sku of skus) await shop.call('catalog.saveProduct', { id: randomUUID(), sku });
  return shop;
}

async function receive(shop: TestShop, lines: Lines): Promise<string> {
  const input = { id: randomUUID(), paidBy: 'payable', taxCents: 30, lines } as const;
  return (await shop.call('stock.receive', input)).number;
}

const voiding = (number: string) => ({ id: randomUUID(), number, why: 'wrong box' });
const refusedVoid = (shop: TestShop, number: string) => shop.refusal('stock.voidReceipt', voiding(number));

async function sell(shop: TestShop, line: Omit<Input<'sales.record'>['lines'][number], 'unitPrice'>): Promise<void> {
  const paidCents = 1000;
  const tenders = [{ tender: 'cash' as const, amountCents: paidCents }];
  await shop.call('sales.record', { id: randomUUID(), lines: [{ ...line, unitPrice: '10', paidCents }], tenders });
}

test('a void takes the goods off the shelf at what they came in at, and turns the entry round', async () => {
  await using shop = await shopWith('CUP', 'POT');
  await receive(shop, [{ sku: 'CUP', quantity: 5, unitCost: '1.00' }]);
  const number = await receive(shop, [
    { sku: 'CUP', quantity: 2, unitCost: '3.00' },
    { sku: 'POT', quantity: 1 },
  ]);
  const voided = await shop.call('stock.voidReceipt', voiding(number));
  expect(voided).toMatchObject({
    number: 'G-2026-000003',
    voids: number,
    note: 'wrong box',
    valueCents: 600,
    taxCents: 30,
  });
  expect((await shop.call('stock.receipt', { number })).voidedBy).toBe(voided.number);
  const { items } = await shop.call('money.entries', { from: '2026-11-18', to: '2026-11-18' });
  const lines = items.at(-1)?.lines.map(({ role, debitCents, creditCents }) => [role, debitCents, creditCents]);
  expect(lines).toEqual([
    ['payable', 630, 0],
    ['goods', 0, 600],
    ['input-tax', 0, 30],
  ]);
  const { items: balances } = await shop.call('stock.balances', { place: 'shelf' });
  expect(balances.filter(({ quantity }) => quantity > 0)).toMatchObject([{ sku: 'CUP', quantity: 5, valueCents: 500 }]);
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('what was voided is not voided again, and no void is', async () => {
  await using shop = await shopWith('CUP');
  const number = await receive(shop, [{ sku: 'CUP', quantity: 1, unitCost: '1' }]);
  const voided = await shop.call('stock.voidReceipt', voiding(number));
  expect(await refusedVoid(shop, number)).toEqual({ code: 'receipt-voided', data: { number } });
  const isNone = { code: 'no-such-receipt', data: { number: voided.number } };
  expect(await refusedVoid(shop, voided.number)).toEqual(isNone);
});

test('units that were sold cannot go back', async () => {
  await using shop = await shopWith('CUP');
  const number = await receive(shop, [{ sku: 'CUP', quantity: 5, unitCost: '1' }]);
  await sell(shop, { sku: 'CUP', quantity: 2 });
  const tooFew = { code: 'not-enough-stock', data: { sku: 'CUP', have: 3, asked: 5 } };
  expect(await refusedVoid(shop, number)).toEqual(tooFew);
});

test('what was sold at an average, or valued since, does not stand at what it came in at any more', async () => {
  await using shop = await shopWith('CUP', 'POT', 'HAT');
  const [cheap, dear] = [
    await receive(shop, [{ sku: 'CUP', quantity: 5, unitCost: '1' }]),
    await receive(shop, [{ sku: 'CUP', quantity: 5, unitCost: '3' }]),
  ];
  await sell(shop, { sku: 'CUP', quantity: 5 });
  const mixed = (number: string, sku: string) => ({ code: 'receipt-mixed', data: { number, sku } });
  expect(await refusedVoid(shop, dear)).toEqual(mixed(dear, 'CUP'));
  expect(await refusedVoid(shop, cheap)).toEqual(mixed(cheap, 'CUP'));
  const unknown = await receive(shop, [{ sku: 'POT', quantity: 2 }]);
  await shop.call('stock.setCost', { id: randomUUID(), sku: 'POT', unitCost: '4' });
  expect(await refusedVoid(shop, unknown)).toEqual(mixed(unknown, 'POT'));
  const known = await receive(shop, [{ sku: 'HAT', quantity: 2, unitCost: '4' }]);
  await receive(shop, [{ sku: 'HAT', quantity: 2 }]);
  await sell(shop, { sku: 'HAT', quantity: 1 });
  expect(await refusedVoid(shop, known)).toEqual(mixed(known, 'HAT'));
});

test('a serial number that was sold cannot go back, even while another one stands in its place', async () => {
  await using shop = testShop();
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'PHONE', tracking: 'serial' });
  const phones = (...serials: string[]) => [{ sku: 'PHONE', quantity: serials.length, unitCost: '5', serials }];
  const number = await receive(shop, phones('A', 'B'));
  await receive(shop, phones('C'));
  await sell(shop, { sku: 'PHONE', quantity: 1, serials: ['A'] });
  const one = { code: 'not-enough-stock', data: { sku: 'PHONE', have: 1, asked: 2 } };
  expect(await refusedVoid(shop, number)).toEqual(one);
});

test('a void is of today: it is refused once that month is closed', async () => {
  const clock = testClock(Date.parse('2026-10-20T02:00:00.000Z'));
  await using shop = testShop({ clock });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP' });
  const number = await receive(shop, [{ sku: 'CUP', quantity: 1, unitCost: '1' }]);
  clock.set('2026-11-18T03:00:00.000Z');
  await shop.call('months.close', { id: randomUUID(), month: '2026-10' });
  expect(await shop.call('stock.voidReceipt', voiding(number))).toMatchObject({ day: '2026-11-18', voids: number });
});
