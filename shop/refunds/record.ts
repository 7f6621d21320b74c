import type { SettlementInput } from '../../contract/api/settlement-shape.ts';
import type { Output, ParsedInput } from '../../contract/api.ts';
import type { Stage } from '../../contract/values/words.ts';
import type { ReturnHead } from '../../db/queries/returns.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { mayTake } from '../returns/stages.ts';
import { takeStepByQuantities } from '../returns/steps.ts';
import { viewReturn } from '../returns/view.ts';
import { refusePayout } from '../staff/limits.ts';
import { writeCreditNote } from './credit-note.ts';
import { type ExchangePlan, type ExchangeRefusal, planExchange, returnedGoods, sellInExchange } from './exchange.ts';
import { type Paying, payOut, withCredits } from './pay-out.ts';
import { type Payable, type PayableRefusal, payableAsked } from './payable.ts';
import { countSettlement, type PayingRefusal, type Ways } from './settle-tenders.ts';

type RefundRefusal =
  | PayableRefusal
  | PayingRefusal
  | ExchangeRefusal
  | 'no-such-return'
  | 'wrong-stage'
  | 'needs-approval'
  | 'not-received'
  | 'nothing-to-refund'
  | 'month-closed'
  | 'over-limit'
  | 'pin-needed';

/** What is asked of a settlement: how much is credited, what is given and kept, and how it is paid. */
export type Refunding = Pick<ParsedInput<'refunds.record'>, 'lines' | 'extras' | 'payouts'> & SettlementInput;
export type RefundDone = Omit<Output<'refunds.record'>, 'return'>;

export const recordRefund: ActionHandler<'refunds.record'> = (context, { returnId, ...refunding }) => {
  const done = refund(context, returnId, refunding);
  return done instanceof Refused ? done : { ...done, return: viewReturn(context, returnId) };
};

/** Credits what is asked for and pays it out: one credit note, the sale it is exchanged for, a payout per tender, an entry for each. */
export function refund(
  context: ActionContext,
  returnId: number,
  refunding: Refunding,
): RefundDone | Refused<RefundRefusal> {
  const found = context.store.returns.head(returnId);
  if (!found) return refuse('no-such-return', { return: String(returnId) });
  const payable = payableAsked(context, found, refunding);
  if (payable instanceof Refused) return payable;
  const early = refuseEarly(found, payable) ?? refuseClosedMonth(context, context.today);
  if (early) return early;
  const ways = waysOf(context, payable);
  const plan = refunding.exchange && exchangePlan(context, payable, { exchange: refunding.exchange, ways });
  const counted = countSettlement(payable.totalCents - (plan?.inGoodsCents ?? 0), refunding.payouts, {
    ways: plan?.ways ?? ways,
    overridden: refunding.override !== undefined,
  });
  if (counted instanceof Refused) return counted;
  const cents = counted.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const held = refusePayout(context, { saleId: found.saleId, cents });
  if (held) return held;

  const hasNote = payable.lines.length + payable.extras.length > 0;
  const credited = hasNote ? [writeCreditNote(context, returnId, payable)] : [];
  const sale = plan && sell(context, found, { payable, plan, refunding });
  if (sale instanceof Refused) return sale;
  const money = withCredits(context, counted, { ...payable, saleId: found.saleId, asked: refunding.storeCredit });
  if (money instanceof Refused) return money;
  const goods = sale ? sale.paid : [];
  const owed = [...context.store.refunds.creditNotes(returnId)].filter((note) => note.paidCents < note.totalCents);
  const payoutNumbers = [...goods, ...money].flatMap((paying) => payOut(context, owed, paying));
  const notes = [...payable.notes, ...(refunding.override ? [refunding.override.note] : [])];
  takeStepByQuantities(context, found, { step: 'refund', note: notes.join('; ') || undefined });
  return {
    creditNote: credited[0] ?? owed[0]?.number ?? '',
    payoutNumbers,
    totalCents: payable.totalCents,
    ...(sale && { exchange: sale.view }),
    storeCredits: creditsGiven(context, money),
  };
}

function refuseEarly(found: ReturnHead, payable: Payable): Refused<RefundRefusal> | undefined {
  const { number } = found;
  const stage = found.stage as Stage;
  if (stage === 'requested') return refuse('needs-approval', { number });
  if (payable.lines.length === 0 && payable.totalCents === 0) {
    if (stage === 'approved') return refuse('not-received', { number });
    if (stage === 'received') return refuse('not-inspected', { number });
    if (stage === 'inspected' || stage === 'settled') return refuse('nothing-to-refund', { number });
  }
  return mayTake(stage, 'refund') ? undefined : refuse('wrong-stage', { stage, step: 'refund' });
}

function waysOf({ settings }: Pick<ActionContext, 'settings'>, payable: Payable): Ways {
  const { originals, onlyTenders } = payable;
  return { originals, onlyTenders, fallback: settings.fallbackTenders };
}

type Exchanging = { readonly exchange: NonNullable<SettlementInput['exchange']>; readonly ways: Ways };

function exchangePlan(context: ActionContext, payable: Payable, { exchange, ways }: Exchanging): ExchangePlan {
  return planExchange(context, exchange.lines, { owed: { ...payable, returned: returnedGoods(payable) }, ways });
}

type Sold = { readonly paid: readonly Paying[]; readonly view: NonNullable<RefundDone['exchange']> };
type ToSell = { readonly payable: Payable; readonly plan: ExchangePlan; readonly refunding: Refunding };

function sell(
  context: ActionContext,
  { id: returnId }: ReturnHead,
  { payable, plan, refunding }: ToSell,
): Sold | undefined | Refused<ExchangeRefusal> {
  const { exchange } = refunding;
  if (!exchange) return undefined;
  const sale = sellInExchange(context, { plan, returnId, customerId: payable.customerId, exchange });
  if (sale instanceof Refused) return sale;
  const { totalCents, inGoodsCents } = plan;
  return {
    paid: plan.paid.map((paid) => ({ ...paid, exchangeSaleId: sale.saleId })),
    view: {
      ...sale,
      totalCents,
      paidInGoodsCents: inGoodsCents,
      differenceCents: totalCents - payable.totalCents,
    },
  };
}

/** What now stands on the codes that were given or added to. */
function creditsGiven({ store }: ActionContext, money: readonly Paying[]): RefundDone['storeCredits'] {
  return money.flatMap(({ storeCreditId, amountCents }) => {
    const credit = storeCreditId === undefined ? undefined : store.storeCredits.byId(storeCreditId);
    if (!credit) return [];
    const { code, balanceCents, expiresOn } = credit;
    return [{ code, amountCents, balanceCents, ...(expiresOn !== null && { expiresOn }) }];
  });
}
