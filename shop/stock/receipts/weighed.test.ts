import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput } from '../../../fixtures/builders.ts';
import { testShop } from '../../../fixtures/shop.ts';

test('tea by the gram goes the whole way: received, sold, brought back, refunded, on the shelf again to the gram and the cent', async () => {
  await using shop = testShop({ settings: { booksSales: true } });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'TEA', name: 'Tea', unit: 'kg', price: '96' });
  const bought = [{ sku: 'TEA', quantity: 2.345, unitCost: '41.50' }];
  const receipt = await shop.call('stock.receive', { id: randomUUID(), paidBy: 'bank', lines: bought });
  expect(receipt.lines).toMatchObject([{ quantity: 2.345, unit: 'kg', valueCents: 9732 }]);

  const lines = [{ sku: 'TEA', quantity: 0.755, unitPrice: '96.00' }];
  const tenders = [{ tender: 'cash' as const, amountCents: 7248 }];
  const { saleId } = await shop.call('sales.record', { id: randomUUID(), lines, tenders });
  const shelf = async () => (await shop.call('stock.balances', { sku: 'TEA', place: 'shelf' })).items[0];
  // 0.755 of 2.345 kg at 97.32 is 31.33.
  expect(await shelf()).toMatchObject({ quantity: 1.59, valueCents: 9732 - 3133 });

  const sale = await shop.call('sales.get', { saleId });
  const saleLineId = sale.lines[0]?.saleLineId ?? 0;
  const asked = { lines: [{ saleLineId, quantity: 0.25, reason: 'quality' }] };
  const { returnId, lines: opened } = await shop.call('returns.open', openInput(sale, asked));
  const back = [{ returnLineId: opened[0]?.returnLineId ?? 0, quantity: 0.25 }];
  await shop.call('returns.receive', { id: randomUUID(), returnId, lines: back });
  const graded = back.map((line) => ({ ...line, grade: 'A' as const, disposition: 'resell' as const }));
  await shop.call('inspection.record', { id: randomUUID(), returnId, lines: graded });
  const payouts = [{ tender: 'cash' as const, amountCents: 2400 }];
  const paid = await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
  expect(paid.totalCents).toBe(2400);

  const left = await shop.call('sales.get', { saleId });
  expect(left.lines).toMatchObject([{ returnedQuantity: 0.25, returnableQuantity: 0.505, creditableCents: 4848 }]);
  expect((await shelf())?.quantity).toBe(1.84);
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
});
