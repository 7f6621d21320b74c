import { amountAt } from '../../contract/values/money.ts';
import { shareOf } from '../../contract/values/rounding.ts';

/** A line of a bundle as it stands after the credit: what is not credited stays with the customer. */
export type BundleLine = {
  readonly quantityMilli: number;
  readonly unitPriceE4: number;
  readonly paidCents: number;
  readonly creditedMilli: number;
  readonly creditedCents: number;
};

/**
 * The price a bundle was cheaper by, of the goods that stay with the customer without the rest of it: their list price less what was paid for
 * them. Whole bundles that stay lose nothing.
 */
export function bundlePriceLost(lines: readonly BundleLine[], digits: number): number {
  const bundles = bundlesIn(lines.map(({ quantityMilli }) => quantityMilli));
  const staying = lines.map((line) => line.quantityMilli - line.creditedMilli);
  const whole = Math.min(
    ...lines.map((line, index) => Math.floor(((staying[index] ?? 0) * bundles) / line.quantityMilli)),
  );
  return lines.reduce((sum, line, index) => {
    const stayingMilli = staying[index] ?? 0;
    const aloneMilli = stayingMilli - (whole * line.quantityMilli) / bundles;
    if (aloneMilli <= 0) return sum;
    const paidCents = shareOf(line.paidCents - line.creditedCents, aloneMilli, stayingMilli);
    return sum + Math.max(0, amountAt(line.unitPriceE4, aloneMilli, digits) - paidCents);
  }, 0);
}

/** How many equal bundles the quantities make up: two cups and four saucers are two. What is sold by weight is one. */
function bundlesIn(quantitiesMilli: readonly number[]): number {
  if (quantitiesMilli.some((milli) => milli % 1000 !== 0)) return 1;
  return quantitiesMilli.map((milli) => milli / 1000).reduce(greatestCommon, 0);
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other);
}
