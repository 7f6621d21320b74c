import { americanDay, cutName, cutSpec, momentIn, sumOf } from './cells.ts';
import type { CellOf } from './habits.ts';
import type { Profile } from './profile.ts';

/* What Square calls the zones of its shops. */
const zones: Readonly<Record<string, string>> = {
  'Eastern Time (US & Canada)': 'America/New_York',
  'Central Time (US & Canada)': 'America/Chicago',
  'Mountain Time (US & Canada)': 'America/Denver',
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
  'Atlantic Time (Canada)': 'America/Halifax',
  Arizona: 'America/Phoenix',
  Alaska: 'America/Anchorage',
  Hawaii: 'Pacific/Honolulu',
  London: 'Europe/London',
  Dublin: 'Europe/Dublin',
  Paris: 'Europe/Paris',
  Madrid: 'Europe/Madrid',
  Tokyo: 'Asia/Tokyo',
  Osaka: 'Asia/Tokyo',
  Sydney: 'Australia/Sydney',
  Melbourne: 'Australia/Melbourne',
  Brisbane: 'Australia/Brisbane',
  Perth: 'Australia/Perth',
  AWST: 'Australia/Perth',
  AEST: 'Australia/Brisbane',
};

/** The zone's own name, else as the program may know it. */
function soldAt(date: string, cell: CellOf): string {
  const day = americanDay(date);
  const time = cell('Time');
  const zone = cell('Time Zone');
  return zone === '' ? `${day} ${time}`.trim() : momentIn(zones[zone] ?? zone, day, time);
}

const isRefund = (cell: CellOf): boolean => cell('Event Type').toLowerCase() === 'refund';

/** A row an item; a refund is a row of its own that names the transaction it belongs to. */
export const square: Profile = {
  name: 'square-items',
  kind: 'sales',
  knownBy: ['Date', 'Time', 'Item', 'Qty', 'Gross Sales', 'Net Sales', 'Transaction ID', 'Event Type'],
  columns: {
    saleNumber: 'Transaction ID',
    soldAt: 'Date',
    customer: 'Customer ID',
    customerName: 'Customer Name',
    sku: 'SKU',
    productName: 'Item',
    spec: 'Price Point Name',
    quantity: 'Qty',
    unitPrice: 'Gross Sales',
    paid: 'Net Sales',
    discount: 'Discounts',
    tax: 'Tax',
    status: 'Event Type',
  },
  habits: {
    itemByName: true,
    priceOfLine: true,
    ofOrder: [],
    returnNumber: 'Payment ID',
    meaningOf: (status) => (/^(payment|refund|)$/i.test(status) ? 'sold' : 'unknown'),
    derived: {
      soldAt,
      productName: cutName,
      // An item without variants has one of this name.
      spec: (raw) => (raw === 'Regular' ? '' : cutSpec(raw)),
      quantity: (raw, cell) => (isRefund(cell) && /^\d/.test(raw) ? `-${raw}` : raw),
      paid: (net, cell) => sumOf(net, cell('Tax')),
    },
  },
};
