import type { SettlementInput } from '../../contract/api/settlement-shape.ts';
import type { CreditNoteRow } from '../../db/queries/refunds.ts';
import type { ActionContext } from '../context.ts';
import { tenderRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { nextNumber } from '../numbers.ts';
import { Refused } from '../refused.ts';
import { issueCredit, partsOfCredit } from '../store-credit/give.ts';
import type { CountedPayout } from './tenders.ts';

/** Money, store credit or goods on their way to the customer. */
export type Paying = CountedPayout & {
  /** The sale it went to, when it is paid in goods. */
  readonly exchangeSaleId?: number;
  /** The store credit it goes to. */
  readonly storeCreditId?: number;
};

type Crediting = {
  readonly saleId: number | null;
  readonly customerId: number | null;
  readonly asked: SettlementInput['storeCredit'];
};

/** Says of every payout “store credit” which code it goes to; one that goes to several becomes several. */
export function withCredits(
  context: ActionContext,
  counted: readonly CountedPayout[],
  crediting: Crediting,
): Paying[] | Refused<'no-such-credit' | 'credit-expired'> {
  const ofCredit = counted.filter(({ tender }) => tender === 'store-credit');
  const others = counted.filter(({ tender }) => tender !== 'store-credit');
  const sum = (pick: (payout: CountedPayout) => number): number =>
    ofCredit.reduce((total, payout) => total + pick(payout), 0);
  const amountCents = sum((payout) => payout.amountCents);
  if (amountCents === 0) return [...counted];
  const originalCents = sum((payout) => payout.originalCents);
  const parts = partsOfCredit(context, { ...crediting, amountCents, originalCents });
  if (parts instanceof Refused) return parts;
  const reference = ofCredit.find((payout) => payout.reference)?.reference;
  return [...others, ...parts.map((part) => ({ tender: 'store-credit' as const, reference, ...part }))];
}

/** Pays towards the credit notes that are owed, oldest first; a payout that spans two of them becomes two. Changes `owed`. */
export function payOut(context: ActionContext, owed: CreditNoteRow[], paying: Paying): string[] {
  const numbers: string[] = [];
  let leftCents = paying.amountCents;
  let leftOriginal = paying.originalCents;
  while (leftCents > 0) {
    const index = owed.findIndex((note) => note.paidCents < note.totalCents);
    const note = owed[index];
    if (!note) throw new Error(`a payout of ${leftCents} that nobody is owed`);
    const amountCents = Math.min(leftCents, note.totalCents - note.paidCents);
    const originalCents = Math.min(leftOriginal, amountCents);
    numbers.push(writePayout(context, { ...paying, amountCents, originalCents, creditNoteId: note.id }));
    owed[index] = { ...note, paidCents: note.paidCents + amountCents };
    leftCents -= amountCents;
    leftOriginal -= originalCents;
  }
  return numbers;
}

function writePayout(context: ActionContext, payout: Paying & { readonly creditNoteId: number }): string {
  const { tender, amountCents, originalCents, creditNoteId, exchangeSaleId, storeCreditId } = payout;
  const number = nextNumber(context, 'P', context.today);
  const payoutId = context.store.facts.add('payouts', {
    number,
    creditNoteId,
    tender,
    amountCents,
    originalCents,
    reference: payout.reference || null,
    day: context.today,
    voidsPayoutId: null,
    exchangeSaleId: exchangeSaleId ?? null,
  });
  if (storeCreditId !== undefined)
    issueCredit(context, { storeCreditId, payoutId, cents: amountCents, document: number });
  const inGoods = exchangeSaleId !== undefined;
  postEntry(context, {
    kind: inGoods ? 'payout-in-goods' : 'payout',
    document: number,
    day: context.today,
    lines: [
      { role: 'owed-to-customer', debitCents: amountCents },
      { role: inGoods ? 'clearing' : tenderRole(tender), creditCents: amountCents },
    ],
  });
  return number;
}
