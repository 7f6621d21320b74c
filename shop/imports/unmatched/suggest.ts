import type { Output } from '../../../contract/api.ts';
import { daysBetween } from '../../../contract/values/days.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { SuggestedRow, UnmatchedRow } from '../../../db/queries/unmatched.ts';
import type { ReadStore } from '../../../db/store.ts';
import { creditFor } from '../../refunds/amounts.ts';

type Suggestion = Output<'imports.unmatched'>['items'][number]['suggestions'][number];
type Because = Suggestion['because'][number];

/** How much each thing speaks for a sale line. */
const weights: Readonly<Record<Because, number>> = {
  'same-order': 100,
  'same-customer': 40,
  'same-phone': 30,
  'same-amount': 20,
  'near-date': 10,
  'same-item': 1,
};

const nearDays = 30;
const shown = 5;

/** Sale lines of the same item that have units left and were sold before: best first, of equals the nearest in time. */
export function suggestionsFor(store: ReadStore, row: UnmatchedRow): Suggestion[] {
  const found = new Map(pointed(store, row).map((line) => [line.id, line]));
  return [...found.values()]
    .map((line) => ({ line, because: reasonsFor(row, line) }))
    .map((one) => ({ ...one, score: one.because.reduce((sum, why) => sum + weights[why], 0) }))
    .sort((a, b) => b.score - a.score || (a.line.day < b.line.day ? 1 : -1))
    .slice(0, shown)
    .map(({ line, because }) => ({
      saleLineId: line.id,
      number: line.number,
      day: line.day,
      ...(line.customer !== null && { customer: line.customer }),
      returnableQuantity: fromMilli(leftOf(line)),
      paidCents: line.paidCents,
      because,
    }));
}

const leftOf = ({ quantityMilli, returnedMilli }: SuggestedRow): number => quantityMilli - returnedMilli;

function pointed({ unmatched }: ReadStore, row: UnmatchedRow): SuggestedRow[] {
  const { productId, day, saleNumber, customerId, phone } = row;
  const sought = { productId, day };
  const people = customerId === null ? [] : [customerId, ...(phone ? unmatched.samePhone(phone, customerId) : [])];
  return [
    ...(saleNumber === null ? [] : unmatched.ofSale({ ...sought, number: saleNumber })),
    ...people.flatMap((person) => unmatched.ofCustomer({ ...sought, customerId: person })),
    ...unmatched.ofItem(sought),
  ];
}

function reasonsFor(row: UnmatchedRow, line: SuggestedRow): Because[] {
  const because: Because[] = [];
  if (line.number === row.saleNumber) because.push('same-order');
  because.push('same-item');
  if (row.customerId !== null && line.customerId === row.customerId) because.push('same-customer');
  else if (row.phone !== null && line.phone === row.phone) because.push('same-phone');
  if (daysBetween({ from: line.day, to: row.day }) <= nearDays) because.push('near-date');
  if (isSameAmount(row, line)) because.push('same-amount');
  return because;
}

function isSameAmount({ milli, amountCents }: UnmatchedRow, line: SuggestedRow): boolean {
  return milli <= leftOf(line) && creditFor(line, milli).cents === amountCents;
}
