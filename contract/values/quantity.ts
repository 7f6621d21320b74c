import { z } from 'zod';

/** A quantity in thousandths of the item's unit: a safe integer, of either sign. */
export type Milli = number & { readonly __unit: 'milli' };

/** Asserts that a number may be written to, or has been read from, the books as a quantity. */
export function asMilli(value: number): Milli {
  if (!Number.isSafeInteger(value)) throw new Error(`not a quantity in thousandths: ${value}`);
  return value as Milli;
}

/** A quantity of the contract (at most three decimals) in thousandths. Throws when it has more decimals. */
export function toMilli(quantity: number): Milli {
  const milli = Math.round(quantity * 1000);
  if (Math.abs(milli / 1000 - quantity) > 1e-9) throw new Error(`more than three decimals: ${quantity}`);
  return asMilli(milli);
}

/** Thousandths as a quantity of the contract. */
export function fromMilli(milli: number): number {
  return milli / 1000;
}

/** As near to thousandths as a number comes that was typed with three decimals; what is next to nothing is not nothing. */
export function threeDecimals(value: number): boolean {
  const milli = Math.round(value * 1000);
  return Math.abs(milli / 1000 - value) < 1e-9 && (milli === 0) === (value === 0);
}

/** A quantity above zero with at most three decimals, at most a billion. */
export const quantitySchema = z
  .number()
  .positive()
  .max(1e9)
  .refine(threeDecimals, { params: { rule: 'three-decimals' } });
