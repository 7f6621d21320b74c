import { cutName, isAbove, less, orElse, sumOf } from './cells.ts';
import type { CellOf, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

function meaningOf(status: string, cell: CellOf): StatusMeaning {
  const [state] = status.toLowerCase().split(',');
  switch (state) {
    case 'pending':
    case 'authorized':
    case 'expired':
    case 'voided':
    case 'unpaid':
      return 'not-paid';
    case 'refunded':
      return 'given-back';
    case 'partially_refunded':
      return isAbove(cell('Refunded Amount')) ? 'sold' : 'some-given-back';
    case 'paid':
    case 'partially_paid':
    case '':
      return 'sold';
    default:
      return 'unknown';
  }
}

/** What is still to be paid; below zero it is owed to the customer. */
function outstanding(cell: CellOf): string {
  const open = cell('Outstanding Balance');
  return isAbove(open) ? less(open) : '';
}

/** A row a line; what belongs to the order stands on its first row only. Small exports have no prices and no codes. */
export const shopify: Profile = {
  name: 'shopify',
  kind: 'sales',
  knownBy: ['Name', 'Created at', 'Financial Status', 'Total', 'Lineitem name', 'Lineitem quantity'],
  columns: {
    saleNumber: 'Name',
    soldAt: 'Created at',
    customer: 'Email',
    customerName: 'Billing Name',
    customerPhone: 'Phone',
    sku: 'Lineitem sku',
    productName: 'Lineitem name',
    quantity: 'Lineitem quantity',
    unitPrice: 'Lineitem price',
    paid: 'Total',
    discount: 'Discount Amount',
    tax: 'Taxes',
    tender: 'Payment Method',
    channel: 'Source',
    delivery: 'Shipping',
    status: 'Financial Status',
    refunded: 'Refunded Amount',
  },
  without: ['sku', 'unitPrice'],
  habits: {
    channel: 'Shopify',
    itemByName: true,
    ofOrder: ['paid', 'discount', 'tax', 'delivery', 'refunded'],
    paidHoldsDelivery: 'always',
    meaningOf,
    derived: {
      productName: cutName,
      customerName: orElse('Shipping Name'),
      customerPhone: orElse('Billing Phone', 'Shipping Phone'),
      paid: (total, cell) => sumOf(total, outstanding(cell)),
      status: (state, cell) => (state !== '' && cell('Cancelled at') !== '' ? `${state}, cancelled` : state),
    },
  },
};
