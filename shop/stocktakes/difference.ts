import type { DifferenceReason } from '../../contract/api/stocktakes.ts';

/** What somebody counted of an item, and what the book said when they did. */
export type Counted = { readonly countedMilli: number; readonly bookMilli: number };

/**
 * What must be added to the book: trade went on after the item was counted, so it is not what was counted less what is there now. Below
 * zero where something is missing.
 */
export function differenceOf({ countedMilli, bookMilli }: Counted): number {
  return countedMilli - bookMilli;
}

const ofMissing: readonly DifferenceReason[] = ['lost', 'broken', 'stolen', 'own-use', 'expired'];

/**
 * The reason of a difference: its own, else the one for all where it fits. What is there too much was found, when nobody says more; what
 * is missing needs a reason.
 */
export function reasonOf({
  differenceMilli,
  own,
  forAll,
}: {
  readonly differenceMilli: number;
  readonly own: DifferenceReason | undefined;
  readonly forAll: DifferenceReason | undefined;
}): DifferenceReason | undefined {
  if (own !== undefined) return own;
  const isMissing = differenceMilli < 0;
  const fits = forAll !== undefined && (isMissing ? forAll !== 'found' : !ofMissing.includes(forAll));
  if (fits) return forAll;
  return isMissing ? undefined : 'found';
}
