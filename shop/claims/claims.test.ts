import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { accounts, lastEntry, stockOf } from '../../fixtures/ledgers.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';
import { oldestOf } from './waiting.ts';

/** Three cups of a return, all on the shelf of a supplier who takes claims for 30 days. */
async function onSupplierShelf(shop: TestShop) {
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters', claimDays: 30 });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Cup', supplierId });
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  await back.inspect({ grade: 'C', disposition: 'supplier' });
  return { supplierId };
}

/** The same with a claim for all three. */
async function claimed(shop: TestShop, line: Partial<Input<'claims.open'>['lines'][number]> = {}) {
  const { supplierId } = await onSupplierShelf(shop);
  const lines = [{ sku: 'CUP', quantity: 3, ...line }];
  const claim = await shop.call('claims.open', { id: randomUUID(), supplierId, lines, dueOn: '2026-12-18' });
  const { claimId } = claim;
  const pay = (cents: number, paidBy: Input<'claims.pay'>['paidBy'] = 'bank') =>
    shop.call('claims.pay', { id: randomUUID(), claimId, cents, paidBy, reference: 'slip 7' });
  const close = () => shop.call('claims.close', { id: randomUUID(), claimId });
  return { supplierId, claim, claimId, pay, close };
}

test('goods on the supplier shelf wait with their supplier, their age and the last day for a claim', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { supplierId } = await onSupplierShelf(shop);
  clock.set('2026-12-20T03:00:00.000Z');
  const waiting = {
    sku: 'CUP',
    name: 'Cup',
    supplierId,
    supplier: 'Potters',
    quantity: 3,
    valueCents: 2400,
    unknownQuantity: 0,
    since: '2026-11-18',
    days: 32,
    claimBy: '2026-12-18',
    overdue: true,
  };
  expect((await shop.call('claims.waiting', {})).items).toEqual([waiting]);
  expect((await shop.call('claims.waiting', { supplierId: 99 })).items).toEqual([]);
});

test('of what is still here the oldest is told by counting back from the newest', () => {
  const arrivals = [
    { day: '2026-11-18', quantityMilli: 1000 },
    { day: '2026-11-10', quantityMilli: 2000 },
    { day: '2026-11-01', quantityMilli: 5000 },
  ];
  expect([1000, 1001, 3000, 3001].map((milli) => oldestOf(arrivals, milli))).toEqual([
    '2026-11-18',
    '2026-11-10',
    '2026-11-10',
    '2026-11-01',
  ]);
  expect(oldestOf([], 1000)).toBeUndefined();
});

test('a batch leaves for the supplier at cost, and its cost is claimed', async () => {
  await using shop = testShop();
  const { claim } = await claimed(shop, { note: 'cracks' });
  expect(await lastEntry(shop)).toEqual(['supplier-claim 2400/0', 'goods 0/2400']);
  expect(await stockOf(shop)).toEqual(['supplier 3 0']);
  expect(claim).toMatchObject({
    number: 'L-2026-000001',
    supplier: 'Potters',
    dueOn: '2026-12-18',
    claimedCents: 2400,
    valueCents: 2400,
    owedCents: 2400,
    open: true,
    days: 0,
    overdue: false,
    lines: [{ sku: 'CUP', quantity: 3, unknownQuantity: 0, valueCents: 2400, claimedCents: 2400, note: 'cracks' }],
    events: [],
  });
  expect((await shop.call('claims.waiting', {})).items).toEqual([]);
  expect(await shop.call('claims.get', { number: 'L-2026-000001' })).toEqual(claim);
});

test('a claim that is paid in part and refused for the rest is closed at a loss', async () => {
  await using shop = testShop();
  const { claimId, pay, close } = await claimed(shop);
  await pay(1500);
  expect(await lastEntry(shop)).toEqual(['bank 1500/0', 'supplier-claim 0/1500']);
  await shop.call('claims.note', { id: randomUUID(), claimId, note: 'rang them' });
  const refused = await shop.call('claims.refuse', { id: randomUUID(), claimId, cents: 900, note: 'our fault' });
  expect(refused).toMatchObject({ paidCents: 1500, refusedCents: 900, owedCents: 0, open: true });
  const closed = await close();
  expect(await lastEntry(shop)).toEqual(['loss-on-goods 900/0', 'supplier-claim 0/900']);
  expect(closed).toMatchObject({ open: false, lostCents: 900, owedCents: 0 });
  expect(closed.events.map(({ kind, cents, document }) => [kind, cents, document])).toEqual([
    ['paid', 1500, 'L-2026-000002'],
    ['note', 0, undefined],
    ['refused', 900, undefined],
    ['closed', 900, 'L-2026-000003'],
  ]);
  expect(await accounts(shop)).toEqual({ 'cost-of-sales': -2400, bank: 1500, 'loss-on-goods': 900 });
});

test('what a supplier pays beyond the cost is other income, and nothing is lost', async () => {
  await using shop = testShop();
  const { pay, close } = await claimed(shop, { claimedCents: 3000 });
  await pay(2000, 'payable');
  expect(await lastEntry(shop)).toEqual(['payable 2000/0', 'supplier-claim 0/2000']);
  await pay(1000, 'other');
  expect(await lastEntry(shop)).toEqual(['other-tender 1000/0', 'supplier-claim 0/400', 'other-income 0/600']);
  expect(await close()).toMatchObject({ lostCents: 0, owedCents: 0, open: false });
  expect(await accounts(shop)).toEqual({
    'cost-of-sales': -2400,
    payable: 2000,
    'other-tender': 1000,
    'other-income': -600,
  });
});

test('what each supplier owes is told by its age', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { supplierId, pay } = await claimed(shop);
  await pay(400);
  clock.set('2027-01-10T03:00:00.000Z');
  const { items, suppliers } = await shop.call('claims.list', { open: true });
  expect(items).toMatchObject([{ number: 'L-2026-000001', owedCents: 2000, days: 53, overdue: true }]);
  expect(suppliers).toEqual([
    {
      supplierId,
      supplier: 'Potters',
      claims: 1,
      owedCents: 2000,
      paidCents: 400,
      refusedCents: 0,
      lostCents: 0,
      aged: { upTo30Cents: 0, upTo60Cents: 2000, upTo90Cents: 0, olderCents: 0 },
    },
  ]);
  expect((await shop.call('suppliers.list', {})).items).toMatchObject([
    { openClaims: 1, owedCents: 2000, products: 1 },
  ]);
  expect((await shop.call('claims.list', { open: false })).items).toEqual([]);
});

test('units of unknown cost go back at nothing, and whatever comes for them is income', async () => {
  await using shop = testShop();
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  const unknown = { lines: [{ sku: 'VASE', quantity: 1, unitPrice: '15.00', paidCents: 1500 }] };
  const back = await walk(shop, await recordSale(shop, unknown), { quantity: 1 });
  await back.receive();
  await back.inspect({ grade: 'C', disposition: 'supplier' });
  const lines = [{ sku: 'VASE', quantity: 1, claimedCents: 700 }];
  const { claimId, ...claim } = await shop.call('claims.open', { id: randomUUID(), supplierId, lines });
  expect(claim).toMatchObject({ valueCents: 0, owedCents: 700, lines: [{ unknownQuantity: 1 }] });
  await shop.call('claims.pay', { id: randomUUID(), claimId, cents: 700, paidBy: 'cash' });
  expect(await accounts(shop)).toEqual({ cash: 700, 'other-income': -700 });
});

test('a claim is refused by what is wrong with it', async () => {
  await using shop = testShop();
  const { supplierId } = await onSupplierShelf(shop);
  const open = (line: object, supplier = supplierId) =>
    shop.refusal('claims.open', {
      id: randomUUID(),
      supplierId: supplier,
      lines: [
        { sku: 'CUP', quantity: 2 },
        { sku: 'CUP', quantity: 1, ...line },
      ],
    });
  expect(await open({}, 99)).toEqual({ code: 'no-such-supplier', data: { supplier: '99' } });
  expect(await open({ sku: 'NOTHING' })).toEqual({ code: 'no-such-product', data: { sku: 'NOTHING' } });
  expect(await open({ quantity: 1.5 })).toEqual({
    code: 'over-claimable-quantity',
    data: { line: 2, sku: 'CUP', have: 1, asked: 1.5 },
  });
  expect(await stockOf(shop)).toEqual(['supplier-shelf 3 2400']);
});

test('nothing more happens to a claim that is closed, nor to one that nobody made', async () => {
  await using shop = testShop();
  const { claimId, close } = await claimed(shop);
  await close();
  const pay = (id: number) => ({ id: randomUUID(), claimId: id, cents: 1, paidBy: 'cash' }) as const;
  const say = (id: number) => ({ id: randomUUID(), claimId: id, note: 'late' });
  const closed = { code: 'claim-closed', data: { claim: 'L-2026-000001' } };
  const nothing = { code: 'no-such-claim', data: { claim: '9' } };
  for (const [id, expected] of [
    [claimId, closed],
    [9, nothing],
  ] as const) {
    expect(await shop.refusal('claims.pay', pay(id))).toEqual(expected);
    expect(await shop.refusal('claims.refuse', { ...say(id), cents: 1 })).toEqual(expected);
    expect(await shop.refusal('claims.note', say(id))).toEqual(expected);
    expect(await shop.refusal('claims.close', say(id))).toEqual(expected);
  }
  expect(await shop.refusal('claims.get', { claimId: 9 })).toEqual(nothing);
});
