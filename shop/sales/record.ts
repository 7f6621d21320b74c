import type { ParsedInput } from '../../contract/api.ts';
import type { Day, Instant } from '../../contract/values/days.ts';
import { amountAt, asPriceE4, currencyDigits, parsePrice } from '../../contract/values/money.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Tender } from '../../contract/values/words.ts';
import { dayIn } from '../clock.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { tenderRole } from '../money/accounts.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { moveStock } from '../stock/move.ts';
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
};

type Booking = {
  readonly number: string;
  readonly day: Day;
  readonly lines: readonly SoldLine[];
  readonly tenders: readonly TenderPaid[];
};
type TenderPaid = { readonly tender: Tender; readonly amountCents: number };

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
  if (input.number !== undefined && store.sales.byNumber(input.number))
    return refuse('number-used', { number: input.number });
  const lines = input.lines.map((line) => soldLine(context, line));
  const totalCents = lines.reduce((sum, line) => sum + line.paidCents, 0);
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
    channel: null,
    totalCents,
    deliveryCents: 0,
    status: null,
    origin: 'desk',
    booked: booked ? 1 : 0,
  });
  for (const [index, line] of lines.entries()) addLine(context, { saleId, lineNo: index + 1, line });
  for (const tender of tenders) store.facts.add('saleTenders', { saleId, ...tender });
  const refused = booked ? bookSale(context, { number, day, lines, tenders }) : undefined;
  return refused ?? { saleId, number };
};

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
  };
}

/** The same tender named twice is one tender of the sale. */
function mergeTenders(tenders: readonly TenderPaid[]): TenderPaid[] {
  const merged = new Map<Tender, number>();
  for (const { tender, amountCents } of tenders) merged.set(tender, (merged.get(tender) ?? 0) + amountCents);
  return [...merged].map(([tender, amountCents]) => ({ tender, amountCents }));
}

function addLine(
  { store }: ActionContext,
  { saleId, lineNo, line }: { saleId: number; lineNo: number; line: SoldLine },
): void {
  store.facts.add('saleLines', {
    saleId,
    lineNo,
    productId: line.productId,
    name: line.name,
    quantityMilli: line.milli,
    unitPriceE4: line.unitPriceE4,
    paidCents: line.paidCents,
    taxCents: line.taxCents,
    costCents: line.costCents,
  });
}

/** Posts a sale: goods leave the shelf at their average cost, the tenders take the money. */
function bookSale(
  context: ActionContext,
  { number, day, lines, tenders }: Booking,
): Refused<'not-enough-stock'> | undefined {
  let costCents = 0;
  for (const line of lines) {
    const left = takeFromShelf(context, { number, day, line });
    if (left instanceof Refused) return left;
    costCents += left;
  }
  const paidCents = lines.reduce((sum, line) => sum + line.paidCents, 0);
  const taxCents = lines.reduce((sum, line) => sum + line.taxCents, 0);
  postEntry(context, {
    kind: 'sale',
    document: number,
    day,
    lines: [
      ...tenders.map(({ tender, amountCents }) => ({ role: tenderRole(tender), debitCents: amountCents })),
      { role: 'sales', creditCents: paidCents - taxCents },
      { role: 'output-tax', creditCents: taxCents },
      { role: 'cost-of-sales', debitCents: costCents },
      { role: 'goods', creditCents: costCents },
    ],
  });
  return undefined;
}

/** Gives the cost of what left the shelf: its share of the shelf's value, the last units take all that is left. */
function takeFromShelf(
  context: ActionContext,
  { number, day, line }: { number: string; day: Day; line: SoldLine },
): number | Refused<'not-enough-stock'> {
  const shelf = context.store.ledgers.balance(line.productId, 'shelf');
  if (shelf.quantityMilli < line.milli)
    return refuse('not-enough-stock', {
      sku: line.sku,
      have: fromMilli(shelf.quantityMilli),
      asked: fromMilli(line.milli),
    });
  const knownMilli = shelf.quantityMilli - shelf.unknownMilli;
  const unknownMilli = Math.max(0, line.milli - knownMilli);
  const valueCents = knownMilli > 0 ? shareOf(shelf.valueCents, line.milli - unknownMilli, knownMilli) : 0;
  moveStock(context, {
    productId: line.productId,
    from: 'shelf',
    to: 'customer',
    quantityMilli: line.milli,
    unknownMilli,
    fromValueCents: valueCents,
    toValueCents: 0,
    document: number,
    day,
  });
  return valueCents;
}
