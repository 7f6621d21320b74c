import type { Stage, Tender } from '../../contract/values/words.ts';
import type { ActionHandler } from '../context.ts';
import { tenderRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { refuse } from '../refused.ts';
import { mayTake } from '../returns/stages.ts';
import { takeStepByQuantities } from '../returns/steps.ts';

/** Voids a payout by a counter-document on the same day (DESIGN §6 rule 11); the credit note stands and is owed again. */
export const voidPayout: ActionHandler<'refunds.void'> = (context, { payoutNumber, why }) => {
  const { store, today } = context;
  const payout = store.refunds.payout(payoutNumber);
  if (!payout || payout.amountCents < 0) return refuse('no-such-payout', { payout: payoutNumber });
  if (payout.voidedBy !== null) return refuse('already-voided', { payout: payoutNumber });
  if (payout.day !== today) return refuse('void-other-day', { payout: payoutNumber, day: payout.day });
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;
  const found = store.returns.head(payout.returnId);
  if (!found) throw new Error(`payout ${payoutNumber} of no return`);
  const stage = found.stage as Stage;
  if (!mayTake(stage, 'void')) return refuse('wrong-stage', { stage, step: 'void' });

  const number = nextNumber(context, 'P', today);
  store.facts.add('payouts', {
    number,
    creditNoteId: payout.creditNoteId,
    tender: payout.tender,
    amountCents: -payout.amountCents,
    originalCents: -payout.originalCents,
    reference: null,
    day: today,
    voidsPayoutId: payout.id,
  });
  store.caches.refunds.pay(payout.creditNoteId, -payout.amountCents);
  const tender =
    found.saleId === null ? undefined : store.sales.tenders(found.saleId).find((own) => own.tender === payout.tender);
  if (tender && payout.originalCents > 0) store.caches.sales.giveBack(tender.id, -payout.originalCents);
  postEntry(context, {
    kind: 'payout-void',
    document: number,
    day: today,
    lines: [
      { role: tenderRole(payout.tender as Tender), debitCents: payout.amountCents },
      { role: 'owed-to-customer', creditCents: payout.amountCents },
    ],
  });
  takeStepByQuantities(context, found, { step: 'void', note: why });
  return { number };
};
