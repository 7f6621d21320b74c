import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { confirm, openSheet } from './support/sheets.ts';
import type { StartedHost, StartOptions } from './support/start-host.ts';

const start = cornerShop();

/** Two cups back in the returns area; nobody knows what they cost. */
async function startWithUnknownCost(options: StartOptions = {}): Promise<StartedHost> {
  const host = await start(options);
  const { call } = host;
  const lines = [{ sku: 'CUP', name: 'Cup', quantity: 2, unitPrice: '20.00', paidCents: 4000 }];
  const { saleId } = await call('sales.record', saleInput({ soldAt: new Date().toISOString(), lines }));
  const sale = await call('sales.get', { saleId });
  const opened = await call(
    'returns.open',
    openInput(sale, { lines: openInput(sale).lines.map((line) => ({ ...line, quantity: 2 })) }),
  );
  await call('returns.receive', {
    id: randomUUID(),
    returnId: opened.returnId,
    lines: opened.lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity })),
  });
  return host;
}

test('the cost of an item is set by keyboard, and its stock gets its value', async () => {
  const { page, call } = await startWithUnknownCost();
  await goTo(page, '/#/stock');
  await page.getByText('Unknown: 2').waitFor();
  await page.getByText('Customer → Returns area').waitFor();
  await openSheet(page, 'F6');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please enter the cost of one').waitFor();
  await page.keyboard.type('8.25', { delay: 60 });
  await page.getByText('¥16.50').waitFor();
  await confirm(page);
  await page.getByText('Unknown: 2').waitFor({ state: 'detached' });
  await page.getByText('Cost set (Returns area)').waitFor();
  expect((await call('stock.balances', { sku: 'CUP', place: 'returns' })).items).toEqual([
    { sku: 'CUP', name: 'Cup', place: 'returns', quantity: 2, valueCents: 1650, unknownQuantity: 0 },
  ]);
});

test('an empty stock book says what to do first', async () => {
  const host = await start({ locale: 'zh-CN', settings: { shopName: '小店' }, route: '/#/stock' });
  await host.page.getByText('库存账还是空的').waitFor();
  expect(await violationsOf(host.page)).toEqual([]);
});

test.each([
  ['zh-CN', 'dark'],
  ['en', 'light'],
] as const)('everybody can use the stock and set a cost: %s, %s', async (locale, theme) => {
  const { page } = await startWithUnknownCost({ locale, theme });
  await goTo(page, '/#/stock');
  await page.getByRole('row', { selected: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await openSheet(page, 'F6');
  expect(await violationsOf(page)).toEqual([]);
});
