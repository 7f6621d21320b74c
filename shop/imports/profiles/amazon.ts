import { cutName, less, sumOf } from './cells.ts';
import type { CellOf, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

function meaningOf(status: string, cell: CellOf): StatusMeaning {
  if (/cancel|pending/i.test(`${status} ${cell('order-status')}`)) return 'not-paid';
  if (status === '') return cell.has('payments-date') && cell('payments-date') === '' ? 'not-paid' : 'sold';
  if (/return|refund/i.test(status)) return 'some-given-back';
  return /ship|deliver|complete|picked/i.test(status) ? 'sold' : 'unknown';
}

/** Where prices are shown without tax, it comes on top. */
const taxOf = (cell: CellOf, heading: string): string => (/^(USD|CAD)$/.test(cell('currency')) ? cell(heading) : '');

/** Order reports, for goods sent by the shop and for all orders: tab-separated, a row an item, its price that of all its units. */
export const amazon: Profile = {
  name: 'amazon-orders',
  kind: 'sales',
  knownBy: ['purchase-date', 'sku', 'product-name', 'item-price'],
  columns: {
    saleNumber: ['order-id', 'amazon-order-id'],
    lineNumber: 'order-item-id',
    soldAt: 'purchase-date',
    customerName: ['buyer-name', 'recipient-name'],
    customerPhone: ['buyer-phone-number', 'ship-phone-number'],
    sku: 'sku',
    productName: 'product-name',
    quantity: ['quantity-purchased', 'quantity'],
    unitPrice: 'item-price',
    discount: 'item-promotion-discount',
    tax: 'item-tax',
    channel: 'sales-channel',
    delivery: 'shipping-price',
    status: ['item-status', 'order-status'],
  },
  habits: {
    channel: 'Amazon',
    priceOfLine: true,
    itemByName: true,
    ofOrder: [],
    meaningOf,
    derived: {
      productName: cutName,
      paid: (_, cell) => sumOf(cell('item-price'), taxOf(cell, 'item-tax'), less(cell('item-promotion-discount'))),
      delivery: (raw, cell) => sumOf(raw, taxOf(cell, 'shipping-tax'), less(cell('ship-promotion-discount'))),
    },
  },
};
