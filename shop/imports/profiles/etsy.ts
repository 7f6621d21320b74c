import { americanDay, cutName, cutSpec, less, sumOf } from './cells.ts';
import type { Profile } from './profile.ts';

/** `Jane Doe (janedoe)`: the second is the buyer's own name on the platform. */
function buyer(raw: string): string {
  return (/\(([^()]+)\)$/.exec(raw)?.[1] ?? raw).slice(0, 64);
}

/** Sold order items: a row a line, postage and tax of the order on each. */
export const etsy: Profile = {
  name: 'etsy-items',
  kind: 'sales',
  knownBy: ['Sale Date', 'Item Name', 'Quantity', 'Price', 'Order ID', 'Transaction ID', 'Order Shipping'],
  columns: {
    saleNumber: 'Order ID',
    lineNumber: 'Transaction ID',
    soldAt: 'Sale Date',
    customer: 'Buyer',
    customerName: 'Ship Name',
    sku: 'SKU',
    productName: 'Item Name',
    spec: 'Variations',
    quantity: 'Quantity',
    unitPrice: 'Price',
    discount: 'Discount Amount',
    tax: 'Order Sales Tax',
    tender: 'Payment Type',
    delivery: 'Order Shipping',
  },
  without: ['sku'],
  habits: {
    channel: 'Etsy',
    itemByName: true,
    ofOrder: ['delivery', 'tax'],
    taxOnTop: true,
    meaningOf: (_, cell) => (cell.has('Date Paid') && cell('Date Paid') === '' ? 'not-paid' : 'sold'),
    derived: {
      soldAt: americanDay,
      customer: buyer,
      productName: cutName,
      spec: cutSpec,
      delivery: (raw, cell) => sumOf(raw, less(cell('Shipping Discount'))),
    },
  },
};
