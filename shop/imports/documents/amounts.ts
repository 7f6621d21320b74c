import { amountAt } from '../../../contract/values/money.ts';
import { splitByWeight } from '../../../contract/values/rounding.ts';
import type { ProblemCode } from '../rows/cells.ts';
import type { AmountField } from '../rows/readers.ts';
import type { FileRow } from '../rows/row.ts';

export type LineAmounts = { readonly paidCents: number; readonly taxCents: number };
export type AmountProblem = {
  readonly row: FileRow;
  readonly field: 'paid' | 'discount' | 'tax';
  readonly code: ProblemCode;
};
export type DocumentAmounts = { readonly lines: readonly LineAmounts[]; readonly deliveryCents: number };

/**
 * What was really paid for each row of one document, and the tax in it: the amount the file names, else quantity × price less discount,
 * rounded once. An amount of the whole order (see `perLine`) is shared over the rows by their value. Signs do not matter here: a
 * return's figures are those of what went back.
 */
export function amountsOf(rows: readonly FileRow[], digits: number): DocumentAmounts | AmountProblem {
  const values = rows.map(({ priceE4, milli }) => amountAt(priceE4, Math.abs(milli), digits));
  const paid = perLine(rows, 'paid', values);
  const discount = perLine(rows, 'discount', values);
  const tax = perLine(rows, 'tax', values);
  const lines: LineAmounts[] = [];
  for (const [index, row] of rows.entries()) {
    const discountCents = discount[index] ?? 0;
    const paidCents = paid[index] ?? (values[index] ?? 0) - discountCents;
    const taxCents = tax[index] ?? 0;
    if (row.milli > 0 && (row.amounts.paid ?? 0) < 0) return { row, field: 'paid', code: 'not-a-price' };
    if (paidCents < 0) return { row, field: paid[index] === undefined ? 'discount' : 'paid', code: 'not-a-price' };
    if (taxCents > paidCents) return { row, field: 'tax', code: 'not-a-price' };
    lines.push({ paidCents, taxCents });
  }
  return { lines, deliveryCents: once(rows) };
}

/**
 * An amount row by row. When a document has several rows and only the first says it, or all say the same and it is more than one
 * of them is worth, it is the whole order's (FORMATS §1 rule 5).
 */
function perLine(
  rows: readonly FileRow[],
  field: AmountField,
  values: readonly number[],
): readonly (number | undefined)[] {
  const said = rows.map(({ amounts }) => (amounts[field] === undefined ? undefined : Math.abs(amounts[field])));
  const [first, ...others] = said;
  if (first === undefined || others.length === 0) return said;
  const isOnFirstOnly = others.every((amount) => amount === undefined);
  const isRepeated = others.every((amount) => amount === first) && values.some((value) => value < first);
  return isOnFirstOnly || isRepeated ? splitByWeight(first, values) : said;
}

/** Postage belongs to the order: the same on each row, or on one of them only. */
function once(rows: readonly FileRow[]): number {
  return rows.reduce((most, { amounts }) => Math.max(most, Math.abs(amounts.delivery ?? 0)), 0);
}
