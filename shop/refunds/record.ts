import type { PayoutInput } from '../../contract/api/refunds.ts';
import type { Output } from '../../contract/api.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { CreditNoteRow } from '../../db/queries/refunds.ts';
import type { ReturnHead } from '../../db/queries/returns.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { tenderRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { mayTake } from '../returns/stages.ts';
import { takeStepByQuantities } from '../returns/steps.ts';
import { viewReturn } from '../returns/view.ts';
import { type Payable, payableOf } from './quote.ts';
import { type CountedPayout, countPayouts } from './tenders.ts';

type RefundRefusal =
  | 'no-such-return'
  | 'wrong-stage'
  | 'needs-approval'
  | 'not-received'
  | 'not-inspected'
  | 'nothing-to-refund'
  | 'over-paid-amount'
  | 'under-paid-amount'
  | 'over-tender'
  | 'month-closed';

export type RefundDone = Omit<Output<'refunds.record'>, 'return'>;

export const recordRefund: ActionHandler<'refunds.record'> = (context, { returnId, payouts }) => {
  const done = refund(context, returnId, payouts);
  return done instanceof Refused ? done : { ...done, return: viewReturn(context, returnId) };
};

/** Credits everything inspected and pays it out: one credit note, a payout per tender, an entry for each. */
export function refund(
  context: ActionContext,
  returnId: number,
  payouts: readonly PayoutInput[],
): RefundDone | Refused<RefundRefusal> {
  const found = context.store.returns.head(returnId);
  if (!found) return refuse('no-such-return', { return: String(returnId) });
  const payable = payableOf(context, found);
  const early = refuseEarly(found, payable) ?? refuseClosedMonth(context, context.today);
  if (early) return early;
  const counted = countPayouts(payable.totalCents, payouts, {
    originals: payable.originals,
    fallback: context.settings.fallbackTenders,
  });
  if (counted instanceof Refused) return counted;

  const credited = payable.lines.length > 0 ? [writeCreditNote(context, found, payable)] : [];
  const owed = [...context.store.refunds.creditNotes(returnId)].filter((note) => note.paidCents < note.totalCents);
  const payoutNumbers = counted.flatMap((payout) => payOut(context, owed, payout));
  takeStepByQuantities(context, found, { step: 'refund' });
  const creditNote = credited[0] ?? owed[0]?.number ?? '';
  return { creditNote, payoutNumbers, totalCents: payable.totalCents };
}

function refuseEarly(found: ReturnHead, payable: Payable): Refused<RefundRefusal> | undefined {
  const { number } = found;
  const stage = found.stage as Stage;
  if (stage === 'requested') return refuse('needs-approval', { number });
  if (stage === 'approved') return refuse('not-received', { number });
  if (payable.lines.length === 0 && payable.totalCents === 0) {
    if (stage === 'received') return refuse('not-inspected', { number });
    if (stage === 'inspected' || stage === 'settled') return refuse('nothing-to-refund', { number });
  }
  return mayTake(stage, 'refund') ? undefined : refuse('wrong-stage', { stage, step: 'refund' });
}

/** Gives the number. */
function writeCreditNote(context: ActionContext, found: ReturnHead, payable: Payable): string {
  const { facts } = context.store;
  const day = context.today;
  const taxCents = payable.lines.reduce((sum, { credit }) => sum + credit.taxCents, 0);
  const goodsCents = payable.creditCents - taxCents;
  const number = nextNumber(context, 'C', day);
  const creditNoteId = facts.add('creditNotes', {
    number,
    returnId: found.id,
    day,
    goodsCents,
    taxCents,
    feeCents: 0,
    deliveryCents: 0,
    totalCents: payable.creditCents,
  });
  for (const { line, credit } of payable.lines) {
    facts.add('creditNoteLines', {
      creditNoteId,
      returnLineId: line.id,
      quantityMilli: credit.milli,
      goodsCents: credit.cents - credit.taxCents,
      taxCents: credit.taxCents,
      feeCents: 0,
    });
  }
  postEntry(context, {
    kind: 'credit-note',
    document: number,
    day,
    lines: [
      { role: 'sales', debitCents: goodsCents },
      { role: 'output-tax', debitCents: taxCents },
      { role: 'owed-to-customer', creditCents: payable.creditCents },
    ],
  });
  return number;
}

/** Pays towards the credit notes that are owed, oldest first; a payout that spans two of them becomes two. Changes `owed`. */
function payOut(context: ActionContext, owed: CreditNoteRow[], payout: CountedPayout): string[] {
  const numbers: string[] = [];
  let leftCents = payout.amountCents;
  let leftOriginal = payout.originalCents;
  while (leftCents > 0) {
    const index = owed.findIndex((note) => note.paidCents < note.totalCents);
    const note = owed[index];
    if (!note) throw new Error(`a payout of ${leftCents} that nobody is owed`);
    const amountCents = Math.min(leftCents, note.totalCents - note.paidCents);
    const originalCents = Math.min(leftOriginal, amountCents);
    numbers.push(writePayout(context, { ...payout, amountCents, originalCents, creditNoteId: note.id }));
    owed[index] = { ...note, paidCents: note.paidCents + amountCents };
    leftCents -= amountCents;
    leftOriginal -= originalCents;
  }
  return numbers;
}

function writePayout(context: ActionContext, payout: CountedPayout & { readonly creditNoteId: number }): string {
  const { tender, amountCents, originalCents, creditNoteId } = payout;
  const number = nextNumber(context, 'P', context.today);
  context.store.facts.add('payouts', {
    number,
    creditNoteId,
    tender,
    amountCents,
    originalCents,
    reference: payout.reference || null,
    day: context.today,
    voidsPayoutId: null,
  });
  postEntry(context, {
    kind: 'payout',
    document: number,
    day: context.today,
    lines: [
      { role: 'owed-to-customer', debitCents: amountCents },
      { role: tenderRole(tender), creditCents: amountCents },
    ],
  });
  return number;
}
