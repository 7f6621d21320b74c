import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import * as headings from '../../../fixtures/files/headings.ts';
import { platformFile } from '../../../fixtures/files/platform-file.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const run = (shop: TestShop, path: string) => shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
const profileOf = async (shop: TestShop, path: string) => (await shop.call('imports.preview', { path })).profile;
const sale = (shop: TestShop, number: string) => shop.call('sales.get', { number });
const american = () => testShop({ settings: { currency: 'USD', timeZone: 'America/New_York' } });

test('Shopify: what belongs to the order stands on its first row', async () => {
  await using shop = american();
  const first = {
    Name: '#1',
    Email: 'a@example.com',
    'Financial Status': 'partially_refunded',
    Shipping: '5.00',
    Taxes: '8.00',
    Total: '113.00',
    'Created at': '2026-03-08 23:30:00 -0500',
    'Lineitem quantity': '2',
    'Lineitem name': 'Cup - Blue',
    'Lineitem price': '30.00',
    'Lineitem sku': 'CUP',
    'Billing Name': 'Ann Example',
    'Billing Phone': "'+1 555 0100",
    'Payment Method': 'Visa',
    'Refunded Amount': '13.00',
  };
  const path = platformFile(headings.shopify, [
    first,
    { Name: '#1', 'Lineitem quantity': '1', 'Lineitem name': 'Pot', 'Lineitem price': '40.00', 'Lineitem sku': '' },
    { ...first, Name: '#2', 'Financial Status': 'pending' },
  ]);
  expect(await profileOf(shop, path)).toBe('shopify');
  expect(await run(shop, path)).toMatchObject({ rowsRead: 3, rowsStored: 2, rowsRefused: 1 });
  expect(await sale(shop, '#1')).toMatchObject({
    soldAt: '2026-03-09T04:30:00.000Z',
    day: '2026-03-09',
    customer: { code: 'a@example.com', name: 'Ann Example', phone: '+1 555 0100' },
    status: 'partially_refunded',
    totalCents: 11_300,
    deliveryCents: 500,
    refundedElsewhereCents: 1300,
    tenders: [{ tender: 'card', amountCents: 11_300 }],
    lines: [
      { sku: 'CUP', unitPrice: '30.00', paidCents: 6480, taxCents: 480 },
      { sku: 'Pot', paidCents: 4320, taxCents: 320 },
    ],
  });
});

test('Square: a refund is a row of its own and belongs to its transaction', async () => {
  await using shop = american();
  const paid = {
    Date: '3/8/26',
    Time: '9:05:00',
    'Time Zone': 'Pacific Time (US & Canada)',
    Item: 'Cup',
    Qty: '2.0',
    'Price Point Name': 'Regular',
    'Gross Sales': '$1,040.00',
    Discounts: '-$40.00',
    'Net Sales': '$1,000.00',
    Tax: '$80.00',
    'Transaction ID': 'TX1',
    'Payment ID': 'PAY1',
    'Event Type': 'Payment',
  };
  const refund = {
    ...paid,
    Date: '2026-03-10',
    Qty: '1.0',
    'Gross Sales': '-$520.00',
    Discounts: '$20.00',
    'Net Sales': '($500.00)',
    Tax: '-$40.00',
    'Payment ID': 'PAY2',
    'Event Type': 'Refund',
  };
  const path = platformFile(headings.square, [refund, paid]);
  expect(await profileOf(shop, path)).toBe('square-items');
  expect(await run(shop, path)).toMatchObject({
    rowsStored: 2,
    stored: { sales: 1, returns: 1 },
    returnLinks: { linked: 1, noCustomer: 0 },
  });
  expect(await sale(shop, 'TX1')).toMatchObject({
    soldAt: '2026-03-08T16:05:00.000Z',
    totalCents: 108_000,
    lines: [
      {
        sku: 'Cup',
        quantity: 2,
        unitPrice: '520.00',
        paidCents: 108_000,
        taxCents: 8000,
        returnableQuantity: 1,
        creditableCents: 54_000,
      },
    ],
  });
  expect(await shop.call('returns.get', { number: 'PAY2' })).toMatchObject({ origin: 'import', day: '2026-03-10' });
});

test('Etsy: postage and tax of the order stand on each row', async () => {
  await using shop = american();
  const row = {
    'Sale Date': '03/08/26',
    'Item Name': 'Cup',
    Buyer: 'Jane Doe (janedoe)',
    Quantity: '2',
    Price: '10.00',
    'Discount Amount': '2.00',
    'Shipping Discount': '1.00',
    'Order Shipping': '5.00',
    'Order Sales Tax': '1.50',
    'Transaction ID': '1',
    'Date Paid': '03/08/2026',
    'Ship Name': 'Jane Doe',
    'Order ID': '9001',
    Variations: 'Colour: Blue',
    'Payment Type': 'online_cc',
  };
  const path = platformFile(headings.etsy, [
    row,
    { ...row, 'Transaction ID': '2', SKU: 'POT', 'Discount Amount': '0', Quantity: '1', Price: '12' },
    { ...row, 'Order ID': '9002', 'Date Paid': '' },
  ]);
  expect(await profileOf(shop, path)).toBe('etsy-items');
  expect(await run(shop, path)).toMatchObject({ rowsStored: 2, rowsRefused: 1 });
  expect(await sale(shop, '9001')).toMatchObject({
    day: '2026-03-08',
    customer: { code: 'janedoe', name: 'Jane Doe' },
    deliveryCents: 400,
    totalCents: 3550,
    lines: [
      { sku: 'Cup · Colour: Blue', paidCents: 1894, taxCents: 94 },
      { sku: 'POT', paidCents: 1256, taxCents: 56 },
    ],
  });
});

test('Amazon: tab-separated, the price is that of all units, postage is each row’s', async () => {
  await using shop = american();
  const row = {
    'order-id': '111-1',
    'order-item-id': '1',
    'purchase-date': '2026-03-08T09:05:00+00:00',
    'payments-date': '2026-03-08T09:06:00+00:00',
    'buyer-name': 'Ann Example',
    'buyer-phone-number': '555 0100',
    sku: 'CUP',
    'product-name': 'Cup, blue',
    'quantity-purchased': '2',
    currency: 'USD',
    'item-price': '40.00',
    'item-tax': '3.20',
    'shipping-price': '4.00',
    'shipping-tax': '0.32',
  };
  const path = platformFile(
    headings.amazon,
    [row, { ...row, 'order-item-id': '2', sku: 'POT' }, { ...row, 'order-id': '111-2', currency: 'EUR' }],
    { separator: '\t' },
  );
  expect(await profileOf(shop, path)).toBe('amazon-orders');
  expect(await run(shop, path)).toMatchObject({ rowsStored: 3 });
  expect(await sale(shop, '111-1')).toMatchObject({
    deliveryCents: 864,
    totalCents: 9504,
    lines: [{ sku: 'CUP', unitPrice: '20.00', paidCents: 4320, taxCents: 320 }, { sku: 'POT' }],
  });
  expect(await sale(shop, '111-2')).toMatchObject({ deliveryCents: 400, lines: [{ paidCents: 4000, taxCents: 320 }] });
});
