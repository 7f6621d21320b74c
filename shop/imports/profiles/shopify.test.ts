import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sharedData } from '../../../fixtures/shared-data.ts';
import { testShop } from '../../../fixtures/shop.ts';

const path = sharedData('exports/shopify-orders-sample.csv');

test.skipIf(!path)('a real export: 127 orders from 249 rows, of which 8 were refunded 423.75 in total', async () => {
  await using shop = testShop({ settings: { currency: 'USD', timeZone: 'America/New_York' } });
  const run = () => shop.call('imports.run', { id: randomUUID(), path: path ?? '', kind: 'sales' });
  const first = await run();
  expect(first).toMatchObject({
    rowsRead: 249,
    rowsStored: 249,
    stored: { sales: 127, saleLines: 249, refundedSales: 8 },
  });
  const { items } = await shop.call('sales.search', { text: '', limit: 500 });
  let refundedCents = 0;
  for (const { saleId } of items)
    refundedCents += (await shop.call('sales.get', { saleId })).refundedElsewhereCents ?? 0;
  expect(refundedCents).toBe(42_375);
  expect(await shop.call('sales.get', { number: '#1001' })).toMatchObject({
    day: '2025-01-15',
    soldAt: '2025-01-15T22:41:00.000Z',
    totalCents: 18_350,
    customer: { code: 'customer1@example.com' },
    status: 'paid',
    lines: [
      { sku: 'Deluxe Bundle', unitPrice: '61.17', paidCents: 6117 },
      { sku: 'Blue Widget', paidCents: 6117 },
      { sku: 'Red Gadget', paidCents: 6116 },
    ],
  });
  expect(await run()).toMatchObject({ rowsStored: 249, stored: { sales: 0, refundedSales: 0, statuses: 0 } });
});
