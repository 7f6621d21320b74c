import type { PayoutInput } from '../../contract/api/settlement-shape.ts';
import type { Tender } from '../../contract/values/words.ts';
import type { SaleTenderRow } from '../../db/queries/sales.ts';
import { type Refused, refuse } from '../refused.ts';

export type TenderLimit = { readonly tender: Tender; readonly maxCents: number };

/** What the sale's own tenders took and have not given back. */
type Original = Pick<SaleTenderRow, 'id' | 'tender' | 'amountCents' | 'givenBackCents'>;

const leftOf = (original: Original): number => original.amountCents - original.givenBackCents;

/**
 * How an amount may be paid: the original tenders first, each up to what it took less what it gave back; what they cannot
 * take goes the shop's fallback ways (DESIGN §6 rule 5). In the order it should be paid.
 */
export function tenderLimits(
  totalCents: number,
  originals: readonly Original[],
  fallback: readonly Tender[],
): TenderLimit[] {
  const limits = new Map<Tender, number>();
  let restCents = totalCents;
  for (const original of originals) {
    const cents = Math.min(leftOf(original), totalCents);
    if (cents > 0) limits.set(original.tender as Tender, cents);
    restCents -= Math.min(leftOf(original), restCents);
  }
  for (const [index, tender] of restCents > 0 ? fallback.entries() : []) {
    // Of tenders that are both, only the shop's first choice takes more: so paying from the first to the last is always right.
    if (index === 0 || !limits.has(tender)) limits.set(tender, (limits.get(tender) ?? 0) + restCents);
  }
  return [...limits].map(([tender, maxCents]) => ({ tender, maxCents }));
}

export type CountedPayout = PayoutInput & { readonly originalCents: number };

/**
 * Checks payouts against the rule and says how much of each counts against the sale's own tender. They must add up to the total;
 * what goes past the original tenders may not pass what those cannot take.
 */
export function countPayouts(
  totalCents: number,
  payouts: readonly PayoutInput[],
  { originals, fallback }: { originals: readonly Original[]; fallback: readonly Tender[] },
): readonly CountedPayout[] | Refused<'over-paid-amount' | 'under-paid-amount' | 'over-tender'> {
  const askedCents = payouts.reduce((sum, payout) => sum + payout.amountCents, 0);
  if (askedCents > totalCents) return refuse('over-paid-amount', { payableCents: totalCents, askedCents });
  if (askedCents < totalCents) return refuse('under-paid-amount', { payableCents: totalCents, askedCents });

  const limits = tenderLimits(totalCents, originals, fallback);
  const left = new Map(originals.map((original) => [original.tender, leftOf(original)]));
  let beyondCents =
    totalCents -
    Math.min(
      totalCents,
      [...left.values()].reduce((sum, cents) => sum + cents, 0),
    );
  const counted: CountedPayout[] = [];
  for (const payout of payouts) {
    const originalCents = Math.min(left.get(payout.tender) ?? 0, payout.amountCents);
    left.set(payout.tender, (left.get(payout.tender) ?? 0) - originalCents);
    beyondCents -= payout.amountCents - originalCents;
    const maxCents = limits.find(({ tender }) => tender === payout.tender)?.maxCents ?? 0;
    const ofTender = payouts
      .filter(({ tender }) => tender === payout.tender)
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (ofTender > maxCents || beyondCents < 0)
      return refuse('over-tender', {
        tender: payout.tender,
        maxCents: Math.max(0, Math.min(maxCents, ofTender + Math.min(0, beyondCents))),
        askedCents: ofTender,
      });
    counted.push({ ...payout, originalCents });
  }
  return counted;
}
