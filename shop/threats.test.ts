import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counterInput, openInput, recordSale } from '../fixtures/builders.ts';
import { testShop } from '../fixtures/shop.ts';

/** Ways to cheat a returns desk that docs/SECURITY.md lists and no other test tries as a whole. */

test('a receipt that is used again shows what came back for it, and gives no more than is left', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  await shop.call('returns.counter', counterInput(sale));
  const [line] = (await shop.call('sales.get', { saleId: sale.saleId })).lines;
  expect(line).toMatchObject({ returnedQuantity: 1, returnableQuantity: 2, creditableCents: 4000 });
  const lines = openInput(sale).lines.map((asked) => ({ ...asked, quantity: 3 }));
  expect((await shop.refusal('returns.open', openInput(sale, { lines }))).code).toBe('over-sold-quantity');
});

test('what was bought at a discount goes back at the price that was paid, whatever is asked', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop, {
    lines: [{ sku: 'CUP', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 3000, costCents: 2400 }],
  });
  const full = counterInput(sale);
  const refused = await shop.refusal('returns.counter', full);
  expect(refused).toMatchObject({ code: 'over-paid-amount' });
  const paid = { ...full, id: randomUUID(), payouts: [{ tender: 'cash' as const, amountCents: 1000 }] };
  expect(await shop.call('returns.counter', paid)).toMatchObject({ totalCents: 1000 });
});

test('an old backup is put back by nobody but who keeps the shop, and what it loses stands in the chain', async () => {
  await using shop = testShop();
  const { path } = await shop.call('care.backup', {});
  await recordSale(shop);
  await shop.call('staff.add', { id: randomUUID(), name: '店主', role: 'owner', pin: '482913' });
  await shop.call('staff.confirm', { pin: '482913' });
  await shop.call('staff.add', { id: randomUUID(), name: '小王', role: 'clerk', pin: '7046' });
  await shop.call('staff.signIn', { name: '小王', pin: '7046' });
  expect(await shop.refusal('care.restore', { id: randomUUID(), path })).toEqual({
    code: 'not-allowed',
    data: { needs: 'shop' },
  });
  await shop.call('staff.signIn', { name: '店主', pin: '482913' });
  const { lost } = await shop.call('care.restore', { id: randomUUID(), path });
  expect(lost).toMatchObject({ events: 3, range: { toHead: expect.stringMatching(/^[0-9a-f]{64}$/) } });
});
