import type { EarlierSaleLine } from '../../../db/queries/imports.ts';
import { type Credit, creditFor } from '../../refunds/amounts.ts';

export type Unlinked = 'no-customer' | 'no-earlier-sale' | 'already-returned' | 'too-little-left';
export type Link = { readonly saleLineId: number; readonly credit: Credit };

/**
 * Which sales a returned quantity came from: sale lines of the same customer and item, newest first, never beyond what is left of each;
 * wholly or not at all (CONTRACT, imports.run). Each link uses up its share of what was paid (DESIGN §6 rule 3), and never more than
 * what was not given back elsewhere.
 */
export function linkRow(
  milli: number,
  earlier: readonly EarlierSaleLine[],
  leftOfSale: (saleId: number) => number,
): readonly Link[] | Unlinked {
  if (earlier.length === 0) return 'no-earlier-sale';
  const left = earlier.reduce((sum, line) => sum + line.quantityMilli - line.returnedMilli, 0);
  if (left === 0) return 'already-returned';
  if (left < milli) return 'too-little-left';
  const links: Link[] = [];
  const given = new Map<number, number>();
  let missing = milli;
  for (const line of earlier) {
    const taken = Math.min(missing, line.quantityMilli - line.returnedMilli);
    if (taken > 0) {
      const before = given.get(line.saleId) ?? 0;
      const credit = creditFor(line, taken);
      const cents = Math.min(credit.cents, leftOfSale(line.saleId) - before);
      given.set(line.saleId, before + cents);
      links.push({ saleLineId: line.id, credit: { ...credit, cents } });
    }
    missing -= taken;
    if (missing === 0) break;
  }
  return links;
}
