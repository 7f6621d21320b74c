import { shareOf } from '../../contract/values/rounding.ts';

/** What of a sale line can still be credited. */
export type Creditable = {
  readonly quantityMilli: number;
  readonly creditedMilli: number;
  readonly paidCents: number;
  readonly creditedCents: number;
  readonly taxCents: number;
  readonly creditedTaxCents: number;
};

export type Credit = { readonly milli: number; readonly cents: number; readonly taxCents: number };

/**
 * What goes back for some units of a sale line: their share of what is left of what was really paid, rounded once; the last units
 * take all that is left (DESIGN §6 rules 3 and 4). `cents` includes the tax.
 */
export function creditFor(line: Creditable, milli: number): Credit {
  const leftMilli = line.quantityMilli - line.creditedMilli;
  if (milli <= 0 || milli > leftMilli) throw new Error(`cannot credit ${milli} of ${leftMilli} thousandths left`);
  const cents = shareOf(line.paidCents - line.creditedCents, milli, leftMilli);
  const taxCents = Math.min(shareOf(line.taxCents - line.creditedTaxCents, milli, leftMilli), cents);
  return { milli, cents, taxCents };
}

/** The sale line after a credit, for the next return line that points to it. */
export function afterCredit<Line extends Creditable>(line: Line, credit: Credit): Line {
  return {
    ...line,
    creditedMilli: line.creditedMilli + credit.milli,
    creditedCents: line.creditedCents + credit.cents,
    creditedTaxCents: line.creditedTaxCents + credit.taxCents,
  };
}
