import { readPhone, remembered, textReader } from './cells.ts';
import { dateReader } from './dates.ts';
import { readAmount, readPrice, readQuantity } from './figures.ts';

export type AmountField = 'paid' | 'discount' | 'tax' | 'delivery';
export type TextField =
  | 'saleNumber'
  | 'customer'
  | 'customerName'
  | 'customerPhone'
  | 'sku'
  | 'productName'
  | 'spec'
  | 'tender'
  | 'channel'
  | 'status';

/** How each field of a sales file is read. The lengths are those of the contract. */
export function readersOf({ timeZone, digits }: { timeZone: string; digits: number }) {
  const amount = () => remembered(readAmount(digits));
  const words = (longest: number) => remembered(textReader({ longest }));
  return {
    saleNumber: remembered(textReader({ longest: 64, needed: true, isCode: true, isNumber: true })),
    soldAt: remembered(dateReader(timeZone)),
    customer: remembered(textReader({ longest: 64, isCode: true, isNumber: true })),
    customerName: words(120),
    customerPhone: remembered(readPhone),
    sku: remembered(textReader({ longest: 64, needed: true, isCode: true })),
    productName: words(200),
    spec: words(100),
    quantity: remembered(readQuantity),
    unitPrice: remembered(readPrice),
    paid: amount(),
    discount: amount(),
    tax: amount(),
    tender: words(60),
    channel: words(60),
    delivery: amount(),
    status: words(200),
  };
}
