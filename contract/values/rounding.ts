/**
 * `amount × numerator ÷ denominator`, rounded once, half away from zero. The product is taken exactly (it may pass 2^53).
 * Refuses a denominator of zero or below by throwing.
 */
export function shareOf(amount: number, numerator: number, denominator: number): number {
  if (denominator <= 0) throw new Error(`a share needs a positive denominator: ${denominator}`);
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return halfAwayFromZero(product, denominator);
  const exact = BigInt(amount) * BigInt(numerator);
  const sign = exact < 0n ? -1n : 1n;
  return Number(sign * ((exact * sign * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n)));
}

function halfAwayFromZero(product: number, denominator: number): number {
  const size = Math.abs(product);
  const whole = Math.floor(size / denominator);
  const rounded = (size - whole * denominator) * 2 >= denominator ? whole + 1 : whole;
  return product < 0 ? 0 - rounded : rounded;
}

/**
 * Splits a whole over weights by the largest remainder; the parts always add back to the whole (DESIGN §6 rule 3).
 * Weights are non-negative; when all are zero the first part takes everything. Ties go to the earlier part.
 */
export function splitByWeight(whole: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new Error('nothing to split over');
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? whole : 0));
  const sign = whole < 0 ? -1 : 1;
  const size = BigInt(Math.abs(whole));
  const parts = weights.map((weight) => Number((size * BigInt(weight)) / total));
  const remainders = weights.map((weight, index) => ({ index, left: (size * BigInt(weight)) % total }));
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  let missing = Number(size) - parts.reduce((sum, part) => sum + part, 0);
  for (const { index } of remainders) {
    if (missing === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    missing -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : part * sign));
}
