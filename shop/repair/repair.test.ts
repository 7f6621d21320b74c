import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { accounts, lastEntry, stockOf } from '../../fixtures/ledgers.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';

type Finish = Omit<Input<'repair.finish'>, 'id' | 'ticketId'>;

/** Three cups of a return, all on the bench: their ticket. */
async function onBench(shop: TestShop, { quantity = 3, fault = 'cracked handle' } = {}) {
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  await back.inspect({ quantity, grade: 'C', disposition: 'repair', fault });
  const [ticket] = (await shop.call('repair.list', { returnId: back.returnId })).items;
  const ticketId = ticket?.ticketId ?? 0;
  const work = (input: Omit<Input<'repair.work'>, 'id' | 'ticketId'>) =>
    shop.call('repair.work', { id: randomUUID(), ticketId, ...input });
  const finish = (input: Finish) => shop.call('repair.finish', { id: randomUUID(), ticketId, ...input });
  return { back, ticketId, work, finish };
}

test('units graded for repair get a ticket with its number, fault and due time', async () => {
  await using shop = testShop();
  const { back, ticketId } = await onBench(shop, { quantity: 2 });
  const ticket = await shop.call('repair.get', { ticketId });
  expect(ticket).toMatchObject({
    number: 'T-2026-000001',
    returnNumber: back.number,
    sku: 'CUP',
    quantity: 2,
    grade: 'C',
    fault: 'cracked handle',
    dueAt: '2026-11-25T03:00:00.000Z',
    late: false,
    open: true,
    costCents: 0,
    valueCents: 1600,
    mayGoHome: true,
    works: [],
  });
  expect(await shop.call('repair.get', { number: 'T-2026-000001' })).toEqual(ticket);
  expect((await shop.call('repair.list', { open: true })).items).toHaveLength(1);
  expect((await shop.call('repair.list', { open: false })).items).toEqual([]);
});

test('a ticket that waits too long is late', async () => {
  const clock = testClock();
  await using shop = testShop({ clock });
  const { ticketId } = await onBench(shop);
  clock.set('2026-11-26T03:00:00.000Z');
  expect(await shop.call('repair.get', { ticketId })).toMatchObject({ late: true });
});

test('work that costs something is an expense under a number of its own; a note is none', async () => {
  await using shop = testShop();
  const { work } = await onBench(shop);
  const before = await accounts(shop);
  await work({ kind: 'note', what: 'glue dries', minutes: 10 });
  expect(await accounts(shop)).toEqual(before);
  await work({ kind: 'part', what: 'handle', cents: 350, paidBy: 'cash' });
  expect(await lastEntry(shop)).toEqual(['repair-expense 350/0', 'cash 0/350']);
  const ticket = await work({ kind: 'outside', what: 'kiln', minutes: 30, cents: 1200, paidBy: 'payable' });
  expect(await lastEntry(shop)).toEqual(['repair-expense 1200/0', 'payable 0/1200']);
  expect(ticket).toMatchObject({ costCents: 1550, minutes: 40 });
  expect(ticket.works.map(({ kind, cents, paidBy, document }) => [kind, cents, paidBy, document])).toEqual([
    ['note', 0, undefined, undefined],
    ['part', 350, 'cash', 'T-2026-000002'],
    ['outside', 1200, 'payable', 'T-2026-000003'],
  ]);
});

test.each<[string, Finish, string[], string[]]>([
  [
    'the shelf',
    { mended: true, grade: 'A', disposition: 'resell' },
    ['goods 2400/0', 'cost-of-sales 0/2400'],
    ['shelf 3 2400'],
  ],
  [
    'the shelf for less',
    { mended: true, grade: 'B', disposition: 'resell', writeDownCents: 900 },
    ['loss-on-goods 900/0', 'goods 0/900'],
    ['shelf 3 1500'],
  ],
  [
    'the supplier shelf',
    { mended: false, grade: 'C', disposition: 'supplier' },
    ['goods 2400/0', 'cost-of-sales 0/2400'],
    ['supplier-shelf 3 2400'],
  ],
  [
    'the bin',
    { mended: false, grade: 'C', disposition: 'scrap', note: 'in pieces' },
    ['pending-loss 2400/0', 'goods 0/2400', 'loss-on-goods 2400/0', 'pending-loss 0/2400'],
    ['scrapped 3 0'],
  ],
  ['home', { mended: true, grade: 'A', disposition: 'send-back' }, ['cost-of-sales 2400/0', 'goods 0/2400'], []],
])('a repair ends on the way to %s', async (_, ending, entry, stock) => {
  await using shop = testShop();
  const { finish } = await onBench(shop);
  const ended = await finish(ending);
  expect(await lastEntry(shop)).toEqual(entry);
  expect(await stockOf(shop)).toEqual(stock);
  expect(ended).toMatchObject({ open: false, mayGoHome: false, outcome: { ...ending, valueCents: 2400 } });
  expect(ended).not.toHaveProperty('valueCents');
});

test('two tickets of the same item share what lies on the bench, to the last cent', async () => {
  await using shop = testShop();
  const lines = [{ sku: 'CUP', quantity: 3, unitPrice: '20.00', paidCents: 6000, costCents: 1000 }];
  const back = await walk(shop, await recordSale(shop, { lines }));
  await back.receive();
  await back.inspect({ quantity: 1, grade: 'C', disposition: 'repair' });
  await back.inspect({ quantity: 2, grade: 'C', disposition: 'repair' });
  expect(await stockOf(shop)).toEqual(['repair 3 1000']);
  const values = [];
  for (const { ticketId } of (await shop.call('repair.list', { open: true })).items) {
    const { outcome } = await shop.call('repair.finish', {
      id: randomUUID(),
      ticketId,
      mended: true,
      grade: 'A',
      disposition: 'resell',
    });
    values.push(outcome?.valueCents);
  }
  expect(values).toEqual([333, 667]);
  expect(await stockOf(shop)).toEqual(['shelf 3 1000']);
});

/** A customer who wants three cups mended. */
async function wantsRepair(shop: TestShop) {
  const sale = await recordSale(shop);
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const lines = [{ saleLineId, quantity: 3, reason: 'quality' }];
  const { returnId, lines: opened } = await shop.call('returns.open', openInput(sale, { want: 'repair', lines }));
  const [{ returnLineId } = { returnLineId: 0 }] = opened;
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [{ returnLineId, quantity: 3 }] });
  const grading = { returnLineId, quantity: 3, grade: 'C', disposition: 'repair' } as const;
  const inspected = await shop.call('inspection.record', { id: randomUUID(), returnId, lines: [grading] });
  const [ticket] = (await shop.call('repair.list', { returnId })).items;
  return { sale, returnId, inspected, ticketId: ticket?.ticketId ?? 0 };
}

test('a return that wants repair owes nothing while its goods are on the bench, and is due when the ticket is', async () => {
  await using shop = testShop();
  const { returnId, inspected } = await wantsRepair(shop);
  expect(inspected).toMatchObject({ stage: 'inspected', dueAt: '2026-11-25T03:00:00.000Z' });
  expect(await shop.call('refunds.quote', { returnId })).toMatchObject({ totalCents: 0, lines: [] });
  expect(await shop.refusal('returns.close', { id: randomUUID(), returnId })).toEqual({
    code: 'wrong-stage',
    data: { stage: 'inspected', step: 'close' },
  });
});

test('what goes home mended is settled without money and can come again', async () => {
  await using shop = testShop();
  const { sale, returnId, ticketId } = await wantsRepair(shop);
  const finish = { id: randomUUID(), ticketId, mended: true, grade: 'A', disposition: 'send-back' } as const;
  await shop.call('repair.finish', { ...finish, note: 'as good as new' });
  const done = await shop.call('returns.get', { returnId });
  expect(done).toMatchObject({ stage: 'settled', lines: [{ sentBackQuantity: 3, creditedQuantity: 0 }] });
  expect(done.steps.at(-1)).toMatchObject({ step: 'repair', stage: 'settled', note: 'as good as new' });
  expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]).toMatchObject({ returnableQuantity: 3 });
});

test('what could not be mended is paid for after all', async () => {
  await using shop = testShop();
  const { returnId, ticketId } = await wantsRepair(shop);
  const finish = { id: randomUUID(), ticketId, mended: false, grade: 'C', disposition: 'scrap' } as const;
  await shop.call('repair.finish', finish);
  expect(await shop.call('returns.get', { returnId })).toMatchObject({
    stage: 'inspected',
    dueAt: '2026-11-19T03:00:00.000Z',
  });
  expect(await shop.call('refunds.quote', { returnId })).toMatchObject({ totalCents: 6000 });
});

test('the bench says no with a reason', async () => {
  await using shop = testShop();
  const { back, ticketId, finish } = await onBench(shop);
  const ending = { id: randomUUID(), ticketId, mended: true, grade: 'B', disposition: 'resell' } as const;
  const work = { id: randomUUID(), ticketId, kind: 'note', what: 'looked at' } as const;
  expect(await shop.refusal('repair.get', { number: 'T-9' })).toEqual({
    code: 'no-such-ticket',
    data: { ticket: 'T-9' },
  });
  expect(await shop.refusal('repair.work', { ...work, ticketId: 9 })).toMatchObject({ code: 'no-such-ticket' });
  expect(await shop.refusal('repair.finish', { ...ending, ticketId: 9 })).toMatchObject({ code: 'no-such-ticket' });
  expect(await shop.refusal('repair.finish', { ...ending, writeDownCents: 2401 })).toEqual({
    code: 'over-value',
    data: { line: 1, valueCents: 2400, writeDownCents: 2401 },
  });
  expect(await shop.refusal('repair.finish', { ...ending, twin: { sku: 'CUP' } })).toEqual({
    code: 'name-used',
    data: { name: 'CUP' },
  });
  await back.refund({ tender: 'cash', amountCents: 6000 });
  expect(await shop.refusal('repair.finish', { ...ending, disposition: 'send-back' })).toEqual({
    code: 'wrong-stage',
    data: { stage: 'settled', step: 'repair' },
  });
  await finish({ mended: true, grade: 'A', disposition: 'resell' });
  const ended = { code: 'ticket-ended', data: { ticket: 'T-2026-000001' } };
  expect(await shop.refusal('repair.finish', ending)).toEqual(ended);
  expect(await shop.refusal('repair.work', work)).toEqual(ended);
});

test('a cost says how it was paid, and a note has none', async () => {
  await using shop = testShop();
  const { ticketId } = await onBench(shop);
  const work = { id: randomUUID(), ticketId, what: 'handle' } as const;
  expect(await shop.ask('repair.work', { ...work, kind: 'part', cents: 100 })).toMatchObject({
    invalid: [{ path: 'paidBy', message: 'Please say how a cost was paid, and leave it out where there is none.' }],
  });
  expect(await shop.ask('repair.work', { ...work, kind: 'note', cents: 100, paidBy: 'cash' })).toMatchObject({
    invalid: [{ path: 'cents' }],
  });
});

test('units of unknown cost get it on the bench and on the supplier shelf, too', async () => {
  await using shop = testShop();
  const unknown = { lines: [{ sku: 'VASE', quantity: 3, unitPrice: '15.00', paidCents: 4500 }] };
  const back = await walk(shop, await recordSale(shop, unknown));
  await back.receive();
  await back.inspect({ quantity: 2, grade: 'C', disposition: 'repair', writeDownCents: 100 });
  await back.inspect({ quantity: 1, grade: 'C', disposition: 'supplier' });
  expect(await stockOf(shop, 'VASE')).toEqual(['repair 2 0 ?2', 'supplier-shelf 1 0 ?1']);
  await shop.call('stock.setCost', { id: randomUUID(), sku: 'VASE', unitCost: '6.00' });
  expect(await stockOf(shop, 'VASE')).toEqual(['repair 2 1100', 'supplier-shelf 1 600']);
  expect((await accounts(shop)).goods).toBe(1700);
});
