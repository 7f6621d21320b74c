import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

/** A cup on the way to where its grading sends it; paid for where it stays. */
async function gradedCup(shop: TestShop, disposition: 'resell' | 'repair' | 'supplier'): Promise<number> {
  const sale = await recordSale(shop, { customer: 'Ann' });
  const { returnId, lines } = await shop.call('returns.open', openInput(sale));
  const returnLineId = lines[0]?.returnLineId ?? 0;
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [{ returnLineId, quantity: 1 }] });
  const graded = { returnLineId, quantity: 1, grade: 'B', disposition } as const;
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [graded] });
  return returnId;
}

async function others(shop: TestShop) {
  return (await shop.call('returns.worklist', {})).others.map(({ kind, number, about, dueAt, late }) => ({
    kind,
    number,
    about,
    dueAt,
    late,
  }));
}

test('an open repair waits until it is over', async () => {
  const clock = testClock();
  await using shop = testShop({ clock, settings: { repairDueHours: 48 } });
  const returnId = await gradedCup(shop, 'repair');
  await shop.call('returns.assign', { id: randomUUID(), returnId, person: 'Mei' });
  const [ticket] = (await shop.call('repair.list', { returnId })).items;
  const waits = {
    kind: 'repair',
    number: ticket?.number,
    about: 'Cup',
    dueAt: '2026-11-20T03:00:00.000Z',
    late: false,
  };
  expect(await others(shop)).toEqual([waits]);
  expect((await shop.call('returns.worklist', { person: 'Mei' })).others).toMatchObject([{ assignee: 'Mei' }]);
  clock.set('2026-11-20T03:00:01.000Z');
  expect(await others(shop)).toEqual([{ ...waits, late: true }]);
  await shop.call('repair.finish', {
    id: randomUUID(),
    ticketId: ticket?.ticketId ?? 0,
    mended: true,
    grade: 'B',
    disposition: 'resell',
  });
  expect(await others(shop)).toEqual([]);
});

test('a claim waits for its supplier until its day is over', async () => {
  await using shop = testShop();
  await gradedCup(shop, 'supplier');
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potter' });
  const claim = await shop.call('claims.open', {
    id: randomUUID(),
    supplierId,
    lines: [{ sku: 'CUP', quantity: 1 }],
    dueOn: '2026-11-25',
  });
  expect(await others(shop)).toEqual([
    { kind: 'claim', number: claim.number, about: 'Potter', dueAt: '2026-11-25T15:59:59.000Z', late: false },
  ]);
});

test('a red invoice that was asked for lapses after 72 hours; what became of it ends the waiting', async () => {
  await using shop = testShop();
  const returnId = await gradedCup(shop, 'resell');
  const say = (status: 'requested' | 'confirmed') =>
    shop.call('redInvoices.set', { id: randomUUID(), returnId, status });
  await say('requested');
  expect(await others(shop)).toEqual([
    { kind: 'red-invoice', number: 'R-2026-000001', about: 'Ann', dueAt: '2026-11-21T03:00:00.000Z', late: false },
  ]);
  await say('confirmed');
  expect(await others(shop)).toEqual([]);
});

test('store credit is brought up two weeks before it expires', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const returnId = await gradedCup(shop, 'resell');
  const paid = await shop.call('refunds.record', {
    id: randomUUID(),
    returnId,
    payouts: [{ tender: 'store-credit', amountCents: 2000 }],
    storeCredit: { expiresOn: '2026-12-20' },
  });
  const code = paid.return.payouts[0]?.storeCredit;
  expect(await others(shop)).toEqual([]);
  clock.set('2026-12-06T03:00:00.000Z');
  expect(await others(shop)).toEqual([
    { kind: 'store-credit', number: code, about: 'Ann', dueAt: '2026-12-20T15:59:59.000Z', late: false },
  ]);
});
