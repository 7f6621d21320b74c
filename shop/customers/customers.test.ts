import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

async function customerOf(shop: TestShop, text: string): Promise<number> {
  const { items } = await shop.call('customers.search', { text });
  return items[0]?.customerId ?? 0;
}

async function buysAndReturns(shop: TestShop, { sales, returns }: { sales: number; returns: number }): Promise<void> {
  for (let made = 0; made < sales; made += 1) {
    const sale = await recordSale(shop, { customer: { code: 'C1', name: '王伟', phone: '13812345678' } });
    if (made < returns) await shop.call('returns.open', openInput(sale));
  }
}

test('a customer has what they bought, what they brought back and what is open', async () => {
  await using shop = testShop();
  await buysAndReturns(shop, { sales: 2, returns: 1 });
  const customerId = await customerOf(shop, '王伟');
  const { recentReturns, recentSales, ...page } = await shop.call('customers.get', { customerId });
  expect(page).toEqual({
    customerId,
    code: 'C1',
    name: '王伟',
    phone: '13812345678',
    marks: [],
    sales: { count: 2, totalCents: 12_000, lastDay: '2026-11-15' },
    returns: { count: 1, creditedCents: 0 },
    storeCredits: [],
  });
  expect(recentReturns.map(({ stage, goods }) => [stage, goods])).toEqual([['approved', 'Cup']]);
  expect(recentSales).toHaveLength(2);
});

test('who brings back much is marked by how many or by how many of what was bought', async () => {
  await using shop = testShop({ settings: { frequentReturns: { count: 4, days: 30, ratePercent: 75 } } });
  await buysAndReturns(shop, { sales: 4, returns: 2 });
  const customerId = await customerOf(shop, 'C1');
  expect((await shop.call('customers.marks', { customerId })).marks).toEqual([]);
  await buysAndReturns(shop, { sales: 1, returns: 1 });
  await buysAndReturns(shop, { sales: 1, returns: 1 });
  await shop.call('customers.save', { id: randomUUID(), customerId, vip: 'buys for a school' });
  expect((await shop.call('customers.marks', { customerId })).marks).toEqual([
    { mark: 'vip', reason: 'buys for a school' },
    { mark: 'frequent-returner', by: 'count', returns: 4, sales: 6, days: 30 },
  ]);
});

test('three of four brought back are a rate; none of it counts once the days are over', async () => {
  const settings = { frequentReturns: { count: 50, days: 30, ratePercent: 75 } };
  let now = Date.UTC(2026, 10, 18, 3);
  await using shop = testShop({ settings, clock: () => now });
  await buysAndReturns(shop, { sales: 4, returns: 3 });
  const sale = (await shop.call('sales.search', { text: '' })).items[0];
  const asked = { saleId: sale?.saleId ?? 0 };
  expect((await shop.call('customers.marks', asked)).marks).toMatchObject([{ by: 'rate', returns: 3, sales: 4 }]);
  now += 29 * 86_400_000;
  expect((await shop.call('customers.marks', asked)).marks).toHaveLength(1);
  now += 86_400_000;
  expect((await shop.call('customers.marks', asked)).marks).toEqual([]);
});

test('a rejected return counts against nobody', async () => {
  await using shop = testShop({ settings: { frequentReturns: { count: 1, days: 30, ratePercent: 75 } } });
  const sale = await recordSale(shop, { customer: { code: 'C1' } });
  const { returnId } = await shop.call('returns.open', openInput(sale));
  expect((await shop.call('customers.marks', { returnId })).marks).toHaveLength(1);
  await shop.call('returns.cancel', { id: randomUUID(), returnId, why: 'stays' });
  expect((await shop.call('customers.marks', { returnId })).marks).toEqual([]);
});

test('what is changed is found by its new name, and no longer by the old', async () => {
  await using shop = testShop();
  await buysAndReturns(shop, { sales: 1, returns: 0 });
  const customerId = await customerOf(shop, '王伟');
  const saved = await shop.call('customers.save', {
    id: randomUUID(),
    customerId,
    name: '李娜',
    phone: '',
    email: 'li.na@example.com',
    locale: 'zh-CN',
  });
  expect(saved).toMatchObject({ code: 'C1', name: '李娜', email: 'li.na@example.com', locale: 'zh-CN' });
  expect(saved).not.toHaveProperty('phone');
  expect((await shop.call('find.search', { text: '李娜' })).items).toHaveLength(1);
  expect((await shop.call('find.search', { text: '王伟' })).items).toEqual([]);
  expect((await shop.call('customers.save', { id: randomUUID(), customerId, locale: null, email: '' })).locale).toBe(
    undefined,
  );
});

test('a customer must be there, and must be left something to be called by', async () => {
  await using shop = testShop();
  expect(await shop.refusal('customers.get', { customerId: 77 })).toMatchObject({ code: 'no-such-customer' });
  expect(await shop.refusal('customers.save', { id: randomUUID(), customerId: 77 })).toEqual({
    code: 'no-such-customer',
    data: { customer: '77' },
  });
  await recordSale(shop, { customer: 'Ann' });
  const customerId = await customerOf(shop, 'Ann');
  expect(await shop.refusal('customers.save', { id: randomUUID(), customerId, name: '' })).toMatchObject({
    code: 'customer-nameless',
  });
  const outcome = await shop.ask('customers.save', { id: randomUUID(), customerId, email: 'no address' });
  expect(outcome).toHaveProperty('invalid');
});

test('without a text those who came last are listed, the last first', async () => {
  await using shop = testShop();
  for (const name of ['Ann', 'Ben', 'Cleo']) await recordSale(shop, { customer: name });
  const { items } = await shop.call('customers.search', { text: '', limit: 2 });
  expect(items.map(({ name }) => name)).toEqual(['Cleo', 'Ben']);
});
