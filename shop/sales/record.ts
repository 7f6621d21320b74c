import type { ParsedInput } from '../../contract/api.ts';
import type { Day, Instant } from '../../contract/values/days.ts';
import { amountAt, asPriceE4, currencyDigits, parsePrice } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { dayIn } from '../clock.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { type SpendRefusal, spendCredit, spendCreditElsewhere } from '../store-credit/spend.ts';
import { leaveShelf, mergeTenders, postSale } from './book.ts';
import { customerIdOf } from './customer.ts';
import { productIdOf } from './product.ts';

type AskedLine = ParsedInput<'sales.record'>['lines'][number];

type SoldLine = {
  readonly productId: number;
  readonly sku: string;
  readonly name: string | null;
  readonly milli: number;
  readonly unitPriceE4: number;
  readonly paidCents: number;
  readonly taxCents: number;
  readonly costCents: number | null;
  readonly bundle: string | null;
  readonly units: readonly SoldUnit[];
};

type SoldUnit = { readonly kind: 'serial' | 'batch'; readonly code: string; readonly quantityMilli: number };

/**
 * Records a sale. Where the shop books its sales here (setting `booksSales`) and the sale is of the opening day or later, it is posted
 * to stock and journal too; otherwise it is there to be returned against.
 */
export const recordSale: ActionHandler<'sales.record'> = (context, input) => {
  const { store, settings } = context;
  const soldAt: Instant = input.soldAt ? new Date(input.soldAt).toISOString() : context.now;
  // A sale of now is of the business day, also while the clock shows an earlier one.
  const day = input.soldAt ? dayIn(settings.timeZone, soldAt) : context.today;
  if (day > context.today) return refuse('day-in-future', { day, today: context.today });
  if (input.signedOn !== undefined && input.signedOn > context.today)
    return refuse('day-in-future', { day: input.signedOn, today: context.today });
  if (input.number !== undefined && store.sales.byNumber(input.number))
    return refuse('number-used', { number: input.number });
  const lines = input.lines.map((line) => soldLine(context, line));
  const deliveryCents = input.deliveryCents ?? 0;
  const totalCents = lines.reduce((sum, line) => sum + line.paidCents, deliveryCents);
  const tenders = mergeTenders(input.tenders);
  const tendersCents = tenders.reduce((sum, tender) => sum + tender.amountCents, 0);
  const booked = settings.booksSales && day >= settings.openingDay;
  if ((tenders.length > 0 || booked) && tendersCents !== totalCents)
    return refuse('tenders-not-total', { totalCents, tendersCents });
  const closed = booked ? refuseClosedMonth(context, day) : undefined;
  if (closed) return closed;

  const number = input.number ?? nextNumber(context, 'S', day);
  const saleId = store.facts.add('sales', {
    number,
    soldAt,
    day,
    customerId: customerIdOf(context, input.customer),
    channel: input.channel ?? null,
    totalCents,
    deliveryCents,
    status: null,
    origin: 'desk',
    booked: booked ? 1 : 0,
    signedOn: input.signedOn ?? null,
  });
  for (const [index, line] of lines.entries()) addLine(context, { saleId, lineNo: index + 1, line });
  for (const tender of tenders) store.facts.add('saleTenders', { saleId, ...tender });
  const spent = spend(context, {
    ...input,
    number: input.number === undefined ? number : undefined,
    saleId,
    day,
    booked,
  });
  if (spent) return spent;
  if (!booked) return { saleId, number };
  const left = leaveShelf(context, { number, day, lines });
  if (left instanceof Refused) return left;
  postSale(context, { number, day, lines, left, tenders, deliveryCents, inGoodsCents: 0 });
  return { saleId, number };
};

type Spending = Pick<ParsedInput<'sales.record'>, 'tenders' | 'storeCredits'> & {
  /** The sale’s, where the shop gave it. */
  readonly number: string | undefined;
  readonly saleId: number;
  readonly day: Day;
  readonly booked: boolean;
};

/**
 * The tender “store credit” is taken from the codes named. A sale that is only kept for reference may have been paid with the credit of
 * another program: then no code is named. One that is booked with a number of its own has none of ours to name, so the use gets one.
 */
function spend(
  context: ActionContext,
  { tenders, storeCredits, saleId, number, day, booked }: Spending,
): Refused<SpendRefusal | 'tenders-not-total'> | undefined {
  const totalCents = tenders
    .filter(({ tender }) => tender === 'store-credit')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (!storeCredits && (!booked || totalCents === 0)) return undefined;
  const paid = storeCredits ?? [];
  const tendersCents = paid.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (tendersCents !== totalCents) return refuse('tenders-not-total', { totalCents, tendersCents });
  if (totalCents === 0) return undefined;
  if (booked) {
    const document = number ?? nextNumber(context, 'V', day);
    return spendCredit(context, { paid, saleId, day, document });
  }
  const spent = spendCreditElsewhere(context, { paid, saleId, day: context.today });
  return spent instanceof Refused ? spent : undefined;
}

function soldLine(context: ActionContext, line: AskedLine): SoldLine {
  const unitPriceE4 = parsePrice(line.unitPrice) ?? asPriceE4(Number.NaN);
  const milli = toMilli(line.quantity);
  const paidCents = line.paidCents ?? amountAt(unitPriceE4, milli, currencyDigits(context.settings.currency));
  const product = productIdOf(context, line);
  return {
    productId: product.id,
    sku: line.sku,
    name: line.name !== undefined && line.name !== product.name ? line.name : null,
    milli,
    unitPriceE4,
    paidCents,
    taxCents: Math.min(line.taxCents ?? 0, paidCents),
    costCents: line.costCents ?? null,
    bundle: line.bundle ?? null,
    units: [
      ...(line.serials ?? []).map((code) => ({ kind: 'serial' as const, code, quantityMilli: 1000 })),
      ...(line.batches ?? []).map(({ code, quantity }) => ({
        kind: 'batch' as const,
        code,
        quantityMilli: toMilli(quantity),
      })),
    ],
  };
}

function addLine(
  { store }: ActionContext,
  { saleId, lineNo, line }: { saleId: number; lineNo: number; line: SoldLine },
): void {
  const saleLineId = store.facts.add('saleLines', {
    saleId,
    lineNo,
    productId: line.productId,
    name: line.name,
    quantityMilli: line.milli,
    unitPriceE4: line.unitPriceE4,
    paidCents: line.paidCents,
    taxCents: line.taxCents,
    costCents: line.costCents,
    bundle: line.bundle,
  });
  for (const unit of line.units) store.facts.add('saleUnits', { saleLineId, ...unit });
}
