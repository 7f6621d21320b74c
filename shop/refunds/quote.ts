import type { Quote } from '../../contract/api/refunds.ts';
import type { Extra } from '../../contract/api/return-shape.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { planExchange, returnedGoods, viewExchange } from './exchange.ts';
import { isGiven } from './extras.ts';
import { type Payable, payableAsked } from './payable.ts';
import { waysToPay } from './settle-tenders.ts';

/** What is owed now, with what the policy gives and keeps beside the goods. */
export const quoteRefund: ReadHandler<'refunds.quote'> = (context, { returnId, lines, extras }) => {
  const row = context.store.returns.head(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  const payable = payableAsked(context, row, { lines, extras });
  if (payable instanceof Refused) return payable;
  return viewQuote(context, payable);
};

function viewQuote({ settings }: ReadContext, payable: Payable): Quote {
  const { extras, originals, onlyTenders, wantsStoreCredit, totalCents } = payable;
  const feeOf = (lineNo: number): number =>
    extras.filter(({ kind, line }) => !isGiven(kind) && line === lineNo).reduce((sum, { cents }) => sum + cents, 0);
  return {
    lines: payable.lines.map(({ lineNo, line, credit }) => ({
      returnLineId: line.id,
      quantity: fromMilli(credit.milli),
      goodsCents: credit.cents - credit.taxCents,
      taxCents: credit.taxCents,
      feeCents: feeOf(lineNo),
    })),
    extras: viewExtras(payable),
    deliveryCents: payable.givenCents,
    feeCents: payable.keptCents,
    deliveryLeftCents: payable.deliveryLeftCents,
    unpaidCents: payable.unpaidCents,
    totalCents,
    tenders: waysToPay(totalCents, { originals, onlyTenders, wantsStoreCredit, fallback: settings.fallbackTenders }),
    noReceipt: onlyTenders !== undefined,
  };
}

function viewExtras({ extras, lineIds }: Payable): Extra[] {
  return extras.map(({ kind, line, cents, taxCents, note }) => {
    const returnLineId = line === undefined ? undefined : lineIds[line - 1];
    return { kind, ...(returnLineId !== undefined && { returnLineId }), cents, taxCents, ...(note && { note }) };
  });
}

/** What other goods cost in exchange for what is owed now. */
export const quoteExchange: ReadHandler<'refunds.quoteExchange'> = (context, { returnId, credit, extras, lines }) => {
  const row = context.store.returns.head(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  const payable = payableAsked(context, row, { lines: credit, extras });
  if (payable instanceof Refused) return payable;
  const owed = { ...payable, returned: returnedGoods(payable) };
  const { originals, onlyTenders } = payable;
  const ways = { originals, onlyTenders, fallback: context.settings.fallbackTenders };
  return viewExchange(planExchange(context, lines, { owed, ways }), owed);
};
