import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Chart } from '../../contract/values/words.ts';
import { recordSale } from '../../fixtures/builders.ts';
import { lastEntry, stockOf as stock } from '../../fixtures/ledgers.ts';
import { testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';

const today = { from: '2026-11-18', to: '2026-11-18' };

test('goods come back at the cost they went out at, and wait in the returns area', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop));
  const received = await back.receive(2);
  expect(received).toMatchObject({
    stage: 'received',
    lines: [{ quantity: 3, receivedQuantity: 2, inspectedQuantity: 0 }],
  });
  expect(await lastEntry(shop)).toEqual(['goods 1600/0', 'cost-of-sales 0/1600']);
  expect(await stock(shop)).toEqual(['returns 2 1600']);
});

test('units are graded in parts, each going its own way', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  await back.inspect({ quantity: 1 });
  await back.inspect({ quantity: 1, grade: 'B', disposition: 'repair' });
  const done = await back.inspect({ quantity: 1, grade: 'B', disposition: 'supplier', note: 'handle' });
  expect(done).toMatchObject({ stage: 'inspected', lines: [{ inspectedQuantity: 3 }] });
  expect(done.lines[0]?.inspections.map(({ disposition, person, note }) => [disposition, person, note])).toEqual([
    ['resell', 'owner', undefined],
    ['repair', 'owner', undefined],
    ['supplier', 'owner', 'handle'],
  ]);
  expect(await stock(shop)).toEqual(['repair 1 800', 'shelf 1 800', 'supplier-shelf 1 800']);
});

test('a write-down is a loss on goods, never more than they are worth', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  const graded = {
    returnLineId: back.returnLineId,
    quantity: 1,
    grade: 'B',
    disposition: 'resell',
    writeDownCents: 801,
  } as const;
  const input = { id: randomUUID(), returnId: back.returnId, lines: [graded] };
  expect(await shop.refusal('inspection.record', input)).toEqual({
    code: 'over-value',
    data: { line: 1, valueCents: 800, writeDownCents: 801 },
  });
  await back.inspect({ quantity: 1, grade: 'B', writeDownCents: 300 });
  expect(await lastEntry(shop)).toEqual(['loss-on-goods 300/0', 'goods 0/300']);
  expect(await stock(shop)).toEqual(['returns 2 1600', 'shelf 1 500']);
});

test.each<[Chart, string[]]>([
  ['small-business-cn', ['pending-loss 2400/0', 'goods 0/2400', 'loss-on-goods 2400/0', 'pending-loss 0/2400']],
  ['business-cn', ['loss-on-goods 2400/0', 'goods 0/2400']],
  ['plain', ['loss-on-goods 2400/0', 'goods 0/2400']],
])('scrap takes all value out, the way of the chart %s', async (chart, lines) => {
  await using shop = testShop({ settings: { chart } });
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  await back.inspect({ grade: 'C', disposition: 'scrap' });
  expect(await lastEntry(shop)).toEqual(lines);
  expect(await stock(shop)).toEqual(['scrapped 3 0']);
});

test('goods sent back to the customer leave at cost, are not credited and can be returned again', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const back = await walk(shop, sale);
  await back.receive();
  const done = await back.inspect({ grade: 'C', disposition: 'send-back' });
  expect(done).toMatchObject({ stage: 'settled', lines: [{ sentBackQuantity: 3 }] });
  expect(await lastEntry(shop)).toEqual(['cost-of-sales 2400/0', 'goods 0/2400']);
  expect(await stock(shop)).toEqual([]);
  expect((await shop.call('sales.get', { saleId: sale.saleId })).lines[0]).toMatchObject({
    returnedQuantity: 0,
    returnableQuantity: 3,
  });
  const again = await walk(shop, sale);
  await again.receive();
  expect(await stock(shop)).toEqual(['returns 3 2400']);
});

const unknownCost = { lines: [{ sku: 'VASE', quantity: 3, unitPrice: '15.00', paidCents: 4500 }] };

test('goods of unknown cost are worth nothing until it is set; a write-down waits for it', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop, unknownCost));
  await back.receive();
  expect(await stock(shop, 'VASE')).toEqual(['returns 3 0 ?3']);
  await back.inspect({ quantity: 1, grade: 'B', writeDownCents: 200 });
  await back.inspect({ quantity: 1, grade: 'C', disposition: 'scrap' });
  expect((await shop.call('money.entries', today)).items).toEqual([]);
  expect(await stock(shop, 'VASE')).toEqual(['returns 1 0 ?1', 'scrapped 1 0', 'shelf 1 0 ?1']);

  const set = await shop.call('stock.setCost', { id: randomUUID(), sku: 'VASE', unitCost: '6.00' });
  expect(set).toEqual({ sku: 'VASE', revaluedCents: 1000 });
  expect(await stock(shop, 'VASE')).toEqual(['returns 1 600', 'scrapped 1 0', 'shelf 1 400']);
  await back.inspect({ quantity: 1, grade: 'C', disposition: 'scrap' });
  expect(await stock(shop, 'VASE')).toEqual(['scrapped 2 0', 'shelf 1 400']);
  const again = { id: randomUUID(), sku: 'VASE', unitCost: '7.00' };
  expect(await shop.refusal('stock.setCost', again)).toEqual({ code: 'cost-already-known', data: { sku: 'VASE' } });
  expect(await shop.refusal('stock.setCost', { ...again, sku: 'NOTHING' })).toEqual({
    code: 'no-such-product',
    data: { sku: 'NOTHING' },
  });
});

test('goods whose cost was not recorded come back at the average of what is here, else at the cost that was set', async () => {
  await using shop = testShop();
  const known = await walk(shop, await recordSale(shop));
  await known.receive();
  const unknown = await recordSale(shop, { lines: [{ sku: 'CUP', quantity: 3, unitPrice: '20.00', paidCents: 6000 }] });
  const back = await walk(shop, unknown);
  await back.receive(1);
  expect(await stock(shop)).toEqual(['returns 4 3200']);

  const vase = await walk(shop, await recordSale(shop, unknownCost));
  await vase.receive(1);
  await shop.call('stock.setCost', { id: randomUUID(), sku: 'VASE', unitCost: '6.00' });
  await vase.inspect({ quantity: 1, grade: 'C', disposition: 'scrap' });
  await vase.receive(2);
  expect(await stock(shop, 'VASE')).toEqual(['returns 2 1200', 'scrapped 1 0']);
});

test('what cannot be received or graded is refused by its line', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop));
  const { returnId, returnLineId } = back;
  const inspect = (lines: object[], id = returnId) =>
    shop.refusal('inspection.record', {
      id: randomUUID(),
      returnId: id,
      lines: lines.map((line) => ({ returnLineId, quantity: 1, grade: 'A', disposition: 'resell', ...line })) as never,
    });
  const receive = (line: object, id = returnId) =>
    shop.refusal('returns.receive', {
      id: randomUUID(),
      returnId: id,
      lines: [{ returnLineId, quantity: 1, ...line }],
    });

  expect(await inspect([{}])).toEqual({ code: 'not-received', data: { number: back.number } });
  expect(await inspect([{}], 99)).toEqual({ code: 'no-such-return', data: { return: '99' } });
  expect(await receive({}, 99)).toEqual({ code: 'no-such-return', data: { return: '99' } });
  expect(await receive({ quantity: 3.001 })).toEqual({
    code: 'over-requested-quantity',
    data: { line: 1, sku: 'CUP', requested: 3, received: 0, asked: 3.001 },
  });
  await back.receive(2);
  expect(await receive({ returnLineId: 99 })).toEqual({
    code: 'no-such-return-line',
    data: { line: 1, returnLineId: 99 },
  });
  expect(await inspect([{ quantity: 2 }, { quantity: 0.5 }])).toEqual({
    code: 'over-received-quantity',
    data: { line: 2, sku: 'CUP', received: 2, inspected: 2, asked: 0.5 },
  });
  expect(await stock(shop)).toEqual(['returns 2 1600']);
});

test('a return that waits for review takes no goods, one that is over takes nothing at all', async () => {
  await using shop = testShop();
  const waiting = await walk(shop, await recordSale(shop), { reason: 'other' });
  const receive = {
    id: randomUUID(),
    returnId: waiting.returnId,
    lines: [{ returnLineId: waiting.returnLineId, quantity: 1 }],
  };
  expect(await shop.refusal('returns.receive', receive)).toEqual({
    code: 'needs-approval',
    data: { number: waiting.number },
  });
  await shop.call('returns.reject', { id: randomUUID(), returnId: waiting.returnId, why: 'used' });
  expect(await shop.refusal('returns.receive', receive)).toEqual({
    code: 'wrong-stage',
    data: { stage: 'rejected', step: 'receive' },
  });
  const lines = [{ ...receive.lines[0], grade: 'A', disposition: 'resell' }] as never;
  const inspect = { id: randomUUID(), returnId: waiting.returnId, lines };
  expect(await shop.refusal('inspection.record', inspect)).toEqual({
    code: 'wrong-stage',
    data: { stage: 'rejected', step: 'inspect' },
  });
});
