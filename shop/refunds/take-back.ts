import type { Stage, Tender } from '../../contract/values/words.ts';
import type { PayoutRow } from '../../db/queries/refunds.ts';
import type { ActionContext, ReadContext } from '../context.ts';
import { tenderRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { type Refused, refuse } from '../refused.ts';
import { mayTake } from '../returns/stages.ts';
import { takeStepByQuantities } from '../returns/steps.ts';
import { takeCreditBack } from '../store-credit/give.ts';

/** The payout, when it can still be taken back: it is no counter-document and has none. */
export function standingPayout(
  { store }: ReadContext,
  payoutNumber: string,
): PayoutRow | Refused<'no-such-payout' | 'already-voided' | 'exchange-stays'> {
  const payout = store.refunds.payout(payoutNumber);
  if (!payout || payout.amountCents < 0) return refuse('no-such-payout', { payout: payoutNumber });
  if (payout.voidedBy !== null) return refuse('already-voided', { payout: payoutNumber });
  // Goods that were taken in exchange come back by a return of their own.
  return payout.exchangeSaleId === null ? payout : refuse('exchange-stays', { payout: payoutNumber });
}

type TakingBack = {
  readonly payout: PayoutRow;
  readonly step: 'void' | 'correct';
  readonly why: string;
  readonly person?: string;
};

/** Takes a payout back by a counter-document of today that names it; the credit note stands and is owed again. */
export function takeBack(
  context: ActionContext,
  { payout, step, why, person }: TakingBack,
): { number: string } | Refused<'month-closed' | 'wrong-stage' | 'credit-used'> {
  const { store, today } = context;
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;
  const found = store.returns.head(payout.returnId);
  if (!found) throw new Error(`payout ${payout.number} of no return`);
  const stage = found.stage as Stage;
  if (!mayTake(stage, step)) return refuse('wrong-stage', { stage, step });

  const number = nextNumber(context, 'P', today);
  const counterId = store.facts.add('payouts', {
    number,
    creditNoteId: payout.creditNoteId,
    tender: payout.tender,
    amountCents: -payout.amountCents,
    originalCents: -payout.originalCents,
    reference: null,
    day: today,
    voidsPayoutId: payout.id,
  });
  const used =
    payout.tender === 'store-credit'
      ? takeCreditBack(context, { payoutId: payout.id, counterId, cents: payout.amountCents, document: number })
      : undefined;
  if (used) return used;
  postEntry(context, {
    kind: step === 'void' ? 'payout-void' : 'payout-correction',
    document: number,
    day: today,
    lines: [
      { role: tenderRole(payout.tender as Tender), debitCents: payout.amountCents },
      { role: 'owed-to-customer', creditCents: payout.amountCents },
    ],
  });
  takeStepByQuantities(context, found, { step, note: why, person });
  return { number };
}
