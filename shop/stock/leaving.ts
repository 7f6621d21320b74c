import { shareOf } from '../../contract/values/rounding.ts';

export type Balance = { readonly quantityMilli: number; readonly valueCents: number; readonly unknownMilli: number };

/**
 * What units that leave a place take with them: their share of its value, the last units all that is left. Units whose cost is known go
 * first, so that those nobody knows wait for their cost.
 */
export function leavingOf(balance: Balance, milli: number): { valueCents: number; unknownMilli: number } {
  const knownMilli = balance.quantityMilli - balance.unknownMilli;
  const unknownMilli = Math.max(0, milli - knownMilli);
  const valueCents = knownMilli > 0 ? shareOf(balance.valueCents, milli - unknownMilli, knownMilli) : 0;
  return { valueCents, unknownMilli };
}
