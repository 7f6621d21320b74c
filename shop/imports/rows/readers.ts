import { type Cell, cleanCell, readPhone, remembered, textReader } from './cells.ts';
import { dateReader, type Moment } from './dates.ts';
import { readAmount, readPrice, readQuantity } from './figures.ts';

export const amountFields = ['paid', 'discount', 'tax', 'delivery', 'refunded'] as const;
export type AmountField = (typeof amountFields)[number];
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

const noMoment: Cell<Moment | undefined> = { value: undefined };

/** `王**`, `t**1`: a platform hides who it is, and two of them are not the same person (FORMATS §1 rule 7). */
function unmasked(read: (raw: string) => Cell<string>): (raw: string) => Cell<string> {
  return (raw) => (/\*\*|##|^\*|^.\*$/u.test(raw.trim()) ? { value: '' } : read(raw));
}

type Reading = {
  readonly timeZone: string;
  readonly digits: number;
  /** States and ways to pay are words of a platform's own; else people wrote them. */
  readonly hasTerms: boolean;
};

/** How each field of a sales file is read. The lengths are those of the contract. */
export function readersOf({ timeZone, digits, hasTerms }: Reading) {
  const amount = () => remembered(readAmount(digits));
  const moment = dateReader(timeZone);
  const words = (longest: number) => remembered(textReader({ longest }));
  const term = (longest: number) => remembered(textReader({ longest, isTerm: hasTerms }));
  return {
    saleNumber: remembered(textReader({ longest: 64, needed: true, isCode: true, isNumber: true })),
    lineNumber: remembered(textReader({ longest: 64, isCode: true, isNumber: true })),
    soldAt: remembered(moment),
    customer: remembered(unmasked(textReader({ longest: 64, isCode: true, isNumber: true }))),
    customerName: remembered(unmasked(textReader({ longest: 120 }))),
    customerPhone: remembered(readPhone),
    sku: remembered(textReader({ longest: 64, needed: true, isCode: true })),
    /** Where an item is known by its name without one. */
    skuIfAny: remembered(textReader({ longest: 64, isCode: true })),
    productName: words(200),
    spec: words(100),
    quantity: remembered(readQuantity),
    unitPrice: remembered(readPrice),
    /** What a whole line is worth, or what was due. */
    value: amount(),
    paid: amount(),
    discount: amount(),
    tax: amount(),
    tender: term(200),
    channel: term(60),
    delivery: amount(),
    status: term(200),
    refunded: amount(),
    signedOn: remembered((raw: string) => (cleanCell(raw) === '' ? noMoment : moment(raw))),
  };
}
