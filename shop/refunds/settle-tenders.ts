import type { PayoutInput } from '../../contract/api/settlement-shape.ts';
import type { Tender } from '../../contract/values/words.ts';
import type { SaleTenderRow } from '../../db/queries/sales.ts';
import { Refused, refuse } from '../refused.ts';
import { type CountedPayout, countPayouts, type TenderLimit, tenderLimits } from './tenders.ts';

export type Ways = {
  readonly originals: readonly SaleTenderRow[];
  readonly fallback: readonly Tender[];
  /** Without a receipt: these alone. */
  readonly onlyTenders: readonly Tender[] | undefined;
};

/** How an amount may be paid, store credit in front where the customer asks for it. */
export function waysToPay(totalCents: number, ways: Ways & { readonly wantsStoreCredit: boolean }): TenderLimit[] {
  if (totalCents <= 0) return [];
  if (ways.onlyTenders) return ways.onlyTenders.map((tender) => ({ tender, maxCents: totalCents }));
  const limits = tenderLimits(totalCents, ways.originals, ways.fallback);
  if (!ways.wantsStoreCredit) return limits;
  return [
    { tender: 'store-credit', maxCents: totalCents },
    ...limits.filter(({ tender }) => tender !== 'store-credit'),
  ];
}

type Splitting = { readonly inGoodsCents: number; readonly ways: Ways };

/**
 * Shares what is paid in goods over the tenders of the old sale, in their order, each up to what it took less what it gave back: the same
 * tenders count as having paid the new sale (DESIGN §6 rules 5 and 7). What they cannot take goes the first other way.
 */
export function splitInGoods({ inGoodsCents, ways }: Splitting): {
  readonly paid: readonly CountedPayout[];
  /** The old sale's tenders after that. */
  readonly originals: readonly SaleTenderRow[];
} {
  let leftCents = inGoodsCents;
  const paid: CountedPayout[] = [];
  const originals = ways.originals.map((original) => {
    const cents = Math.min(original.amountCents - original.givenBackCents, leftCents);
    if (cents <= 0) return original;
    leftCents -= cents;
    paid.push({ tender: original.tender as Tender, amountCents: cents, originalCents: cents });
    return { ...original, givenBackCents: original.givenBackCents + cents };
  });
  const other = (ways.onlyTenders ?? ways.fallback)[0] ?? 'cash';
  if (leftCents > 0) paid.push({ tender: other, amountCents: leftCents, originalCents: 0 });
  return { paid, originals };
}

export type PayingRefusal = 'over-paid-amount' | 'under-paid-amount' | 'over-tender' | 'store-credit-only';

/**
 * Checks what is paid out. Store credit is the customer's own wish and may always take more than it gave; the rest keeps to the rule of
 * the original tenders (DESIGN §6 rule 5), or, without a receipt, to the tenders the policy allows, unless a person says otherwise (rule 10).
 */
export function countSettlement(
  totalCents: number,
  payouts: readonly PayoutInput[],
  { ways, overridden }: { readonly ways: Ways; readonly overridden: boolean },
): readonly CountedPayout[] | Refused<PayingRefusal> {
  if (ways.onlyTenders) return countWithoutReceipt(totalCents, payouts, { only: ways.onlyTenders, overridden });
  const own = ways.originals.find(({ tender }) => tender === 'store-credit');
  let ownLeftCents = own ? own.amountCents - own.givenBackCents : 0;
  const asked: PayoutInput[] = [];
  const wished: CountedPayout[] = [];
  for (const payout of payouts) {
    const ownCents = payout.tender === 'store-credit' ? Math.min(payout.amountCents, ownLeftCents) : payout.amountCents;
    if (payout.tender === 'store-credit') ownLeftCents -= ownCents;
    if (ownCents > 0) asked.push({ ...payout, amountCents: ownCents });
    const wishedCents = payout.amountCents - ownCents;
    if (wishedCents > 0) wished.push({ ...payout, amountCents: wishedCents, originalCents: 0 });
  }
  const wishedCents = wished.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const askedCents = payouts.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (askedCents > totalCents) return refuse('over-paid-amount', { payableCents: totalCents, askedCents });
  if (askedCents < totalCents) return refuse('under-paid-amount', { payableCents: totalCents, askedCents });
  const counted = countPayouts(totalCents - wishedCents, asked, { originals: ways.originals, fallback: ways.fallback });
  return counted instanceof Refused ? counted : [...counted, ...wished];
}

function countWithoutReceipt(
  totalCents: number,
  payouts: readonly PayoutInput[],
  { only, overridden }: { readonly only: readonly Tender[]; readonly overridden: boolean },
): readonly CountedPayout[] | Refused<PayingRefusal> {
  const askedCents = payouts.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (askedCents > totalCents) return refuse('over-paid-amount', { payableCents: totalCents, askedCents });
  if (askedCents < totalCents) return refuse('under-paid-amount', { payableCents: totalCents, askedCents });
  if (!overridden && payouts.some(({ tender }) => !only.includes(tender)))
    return refuse('store-credit-only', { tenders: [...only] });
  return payouts.map((payout) => ({ ...payout, originalCents: 0 }));
}
