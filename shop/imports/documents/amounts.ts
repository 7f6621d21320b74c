import { amountAt } from '../../../contract/values/money.ts';
import { splitByWeight } from '../../../contract/values/rounding.ts';
import type { SalesHabits } from '../profiles/habits.ts';
import type { ProblemCode } from '../rows/cells.ts';
import type { AmountField } from '../rows/readers.ts';
import type { FileRow } from '../rows/row.ts';
import { type OrderSays, refundedOf } from './refunded.ts';

export type LineAmounts = { readonly paidCents: number; readonly taxCents: number };
export type AmountProblem = {
  readonly row: FileRow;
  readonly field: 'paid' | 'discount' | 'tax' | 'refunded';
  readonly code: ProblemCode;
};
export type DocumentAmounts = {
  readonly lines: readonly LineAmounts[];
  readonly deliveryCents: number;
  /** Of all that, what the platform has given back. */
  readonly refundedCents: number;
  /** What was given back before the file was written, and is no longer in what was paid. */
  readonly insideCents: number;
};

export type Reckoning = {
  readonly digits: number;
  readonly habits: SalesHabits;
  readonly order?: OrderSays | undefined;
};

/**
 * What was really paid for each row of one document, the tax in it and what came back: the amount the file names, else quantity × price
 * less discount, rounded once. An amount of the whole order is shared over the rows by their value. Signs do not matter here: a
 * return's figures are those of what went back.
 */
export function amountsOf(rows: readonly FileRow[], reckoning: Reckoning): DocumentAmounts | AmountProblem {
  const { digits, habits, order } = reckoning;
  const values = rows.map((row) => lineValueOf(row, digits));
  const weights = values.some((value) => value > 0) ? values : rows.map(({ milli }) => Math.abs(milli));
  const shared: Sharing = { rows, values, weights, ...reckoning };
  const discount = shareOut(shared, 'discount');
  const tax = shareOut(shared, 'tax');
  const worth = values.map((value, index) => value - (discount[index] ?? 0));
  const { paid, deliveryCents } = apartFromDelivery(shareOut(shared, 'paid'), { shared, worth });
  const onTop = habits.taxOnTop ? tax : [];
  const lines: LineAmounts[] = [];
  for (const [index, row] of rows.entries()) {
    const paidCents = paid[index] ?? (worth[index] ?? 0) + (onTop[index] ?? 0);
    const taxCents = tax[index] ?? 0;
    if (row.milli > 0 && (row.amounts.paid ?? order?.amounts.paid ?? 0) < 0)
      return { row, field: 'paid', code: 'not-a-price' };
    if (paidCents < 0) return { row, field: paid[index] === undefined ? 'discount' : 'paid', code: 'not-a-price' };
    if (taxCents > paidCents) return { row, field: 'tax', code: 'not-a-price' };
    lines.push({ paidCents, taxCents });
  }
  const paidCents = lines.map((line) => line.paidCents);
  const back = refundedOf({ rows, paidCents, deliveryCents, habits, order });
  if (back.refundedCents > sumUp(paidCents) + deliveryCents)
    return { row: rows[0] as FileRow, field: 'refunded', code: 'not-a-price' };
  return { lines, deliveryCents, ...back };
}

function lineValueOf({ priceE4, valueCents, milli }: FileRow, digits: number): number {
  if (valueCents !== undefined) return Math.abs(valueCents);
  return priceE4 === undefined ? 0 : amountAt(priceE4, Math.abs(milli), digits);
}

type Sharing = Reckoning & {
  readonly rows: readonly FileRow[];
  readonly values: readonly number[];
  readonly weights: readonly number[];
};
type Amounts = readonly (number | undefined)[];

/** An amount row by row: each row's own, or its share of the whole order's. */
function shareOut({ rows, values, weights, habits, order }: Sharing, field: AmountField): Amounts {
  const said = rows.map(({ amounts }) => sizeOf(amounts[field]));
  const ofOrder = sizeOf(order?.amounts[field]);
  if (ofOrder !== undefined && said.every((amount) => amount === undefined)) return splitByWeight(ofOrder, weights);
  if (!habits.ofOrder) return isWhole(said, values) ? splitByWeight(said[0] ?? 0, weights) : said;
  if (!habits.ofOrder.includes(field)) return said;
  const amounts = new Set(said.filter((amount) => amount !== undefined));
  // Rows that say different amounts speak each of its own.
  return amounts.size === 1 ? splitByWeight([...amounts][0] as number, weights) : said;
}

/**
 * Whether an amount is the whole order's, where nobody knows the file: a document has several rows and only the first says it, or all say
 * the same and it is more than one of them is worth (FORMATS §1 rule 5).
 */
function isWhole(said: Amounts, values: readonly number[]): boolean {
  const [first, ...others] = said;
  if (first === undefined || others.length === 0) return false;
  const isOnFirstOnly = others.every((amount) => amount === undefined);
  const isRepeated = others.every((amount) => amount === first) && values.some((value) => value < first);
  return isOnFirstOnly || isRepeated;
}

/** Postage belongs to the order: the same on each row, or on one of them only; some platforms say what each row's was. */
function deliveryOf({ rows, habits, order }: Sharing): number {
  const isEachRows = habits.ofOrder && !habits.ofOrder.includes('delivery');
  const own = rows.reduce((sum, { amounts }) => {
    const cents = sizeOf(amounts.delivery) ?? 0;
    return isEachRows ? sum + cents : Math.max(sum, cents);
  }, 0);
  return own > 0 ? own : (sizeOf(order?.amounts.delivery) ?? 0);
}

type Paying = { readonly shared: Sharing; readonly worth: readonly number[] };
type Apart = { readonly paid: Amounts; readonly deliveryCents: number };

/** What was paid for the goods alone, and for their delivery. */
function apartFromDelivery(paid: Amounts, { shared, worth }: Paying): Apart {
  const { rows, habits, weights, order } = shared;
  const deliveryCents = deliveryOf(shared);
  const isOrders = order?.amounts.paid !== undefined && rows.every(({ amounts }) => amounts.paid === undefined);
  const holds = isOrders ? 'always' : habits.paidHoldsDelivery;
  const sums = paid.filter((cents) => cents !== undefined);
  if (!holds || deliveryCents === 0 || sums.length < paid.length) return { paid, deliveryCents };
  const sum = sumUp(sums);
  if (holds === 'unless-goods-add-up' && sum === sumUp(worth)) return { paid, deliveryCents };
  // Where less was paid than the delivery cost, the rest of it was given back before.
  const within = Math.min(deliveryCents, sum);
  if (isOrders || habits.ofOrder?.includes('paid'))
    return { paid: splitByWeight(sum - within, weights), deliveryCents: within };
  const excess = sums.map((cents, index) => Math.max(0, cents - (worth[index] ?? 0)));
  const parts = sumUp(excess) === within ? excess : splitByWeight(within, sums);
  return { paid: sums.map((cents, index) => cents - (parts[index] ?? 0)), deliveryCents: within };
}

function sumUp(amounts: readonly number[]): number {
  return amounts.reduce((sum, cents) => sum + cents, 0);
}

function sizeOf(cents: number | undefined): number | undefined {
  return cents === undefined ? undefined : Math.abs(cents);
}
