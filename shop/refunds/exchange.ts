import type { ExchangeInput, ExchangeLine, ExchangeQuote } from '../../contract/api/settlement-shape.ts';
import { asPriceE4, currencyDigits, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ActionContext, ReadContext } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import { Refused, refuse } from '../refused.ts';
import { leaveShelf, mergeTenders, postSale } from '../sales/book.ts';
import { productIdOf } from '../sales/product.ts';
import { type SpendRefusal, spendCredit } from '../store-credit/spend.ts';
import { type PricedLine, priceExchange, type ReturnedGoods } from './exchange-prices.ts';
import type { Payable } from './payable.ts';
import { splitInGoods, type Ways, waysToPay } from './settle-tenders.ts';
import type { CountedPayout } from './tenders.ts';

/** An exchange before it is written: what the new goods cost, and how much of that the returned ones pay. */
export type ExchangePlan = {
  readonly lines: readonly PricedLine[];
  readonly totalCents: number;
  readonly inGoodsCents: number;
  /** What is paid in goods, by the tenders of the old sale. */
  readonly paid: readonly CountedPayout[];
  /** The ways the rest may go. */
  readonly ways: Ways;
};

export type ExchangeOwed = Pick<Payable, 'totalCents' | 'wantsStoreCredit'> & {
  readonly returned: readonly ReturnedGoods[];
};

export function planExchange(
  { settings }: Pick<ReadContext, 'settings'>,
  asked: readonly ExchangeLine[],
  { owed, ways }: { readonly owed: ExchangeOwed; readonly ways: Ways },
): ExchangePlan {
  const lines = priceExchange(asked, owed.returned, currencyDigits(settings.currency));
  const totalCents = lines.reduce((sum, { paidCents }) => sum + paidCents, 0);
  const inGoodsCents = Math.min(totalCents, owed.totalCents);
  const { paid, originals } = splitInGoods({ inGoodsCents, ways });
  return { lines, totalCents, inGoodsCents, paid, ways: { ...ways, originals } };
}

/** The goods that are credited now, with the price they were sold at. */
export function returnedGoods({ lines }: Pick<Payable, 'lines'>): ReturnedGoods[] {
  return lines.map(({ saleLine, credit: { milli, cents, taxCents } }) => ({
    unitPriceE4: saleLine?.unitPriceE4,
    milli,
    cents,
    taxCents,
  }));
}

/** The exchange as a person sees it before it is done. */
export function viewExchange(
  { lines, totalCents, inGoodsCents, ways }: ExchangePlan,
  owed: ExchangeOwed,
): ExchangeQuote {
  const restCents = owed.totalCents - inGoodsCents;
  return {
    lines: lines.map(({ asked, milli, unitPriceE4, listCents, paidCents, taxCents, inheritedMilli }) => ({
      sku: asked.sku,
      quantity: fromMilli(milli),
      unitPrice: formatPrice(asPriceE4(unitPriceE4)),
      listCents,
      paidCents,
      taxCents,
      inheritedQuantity: fromMilli(inheritedMilli),
    })),
    totalCents,
    paidInGoodsCents: inGoodsCents,
    differenceCents: totalCents - owed.totalCents,
    tenders: waysToPay(restCents, { ...ways, wantsStoreCredit: owed.wantsStoreCredit }),
  };
}

export type ExchangeRefusal = SpendRefusal | 'tenders-not-total' | 'not-enough-stock';
export type ExchangeSale = { readonly saleId: number; readonly number: string };

type Selling = {
  readonly plan: ExchangePlan;
  readonly returnId: number;
  readonly customerId: number | null;
  readonly exchange: ExchangeInput;
};

/**
 * Sells the new goods on the ticket of the return (DESIGN §6 rule 7). Always booked here, whatever the shop does with its other sales: else
 * the credit note would stand open against nothing. The tenders that paid for the old goods count as having paid for the new ones.
 */
export function sellInExchange(
  context: ActionContext,
  { plan, returnId, customerId, exchange }: Selling,
): ExchangeSale | Refused<ExchangeRefusal> {
  const { store, today: day, now } = context;
  const added = mergeTenders(exchange.tenders);
  const unmet = refuseTenders(plan, added, exchange);
  if (unmet) return unmet;
  const lines = plan.lines.map((line) => {
    const product = productIdOf(context, line.asked);
    const name = line.asked.name !== undefined && line.asked.name !== product.name ? line.asked.name : null;
    return { ...line, productId: product.id, sku: line.asked.sku, name };
  });
  const number = nextNumber(context, 'S', day);
  const left = leaveShelf(context, { number, day, lines });
  if (left instanceof Refused) return left;
  const saleId = store.facts.add('sales', {
    number,
    soldAt: now,
    day,
    customerId,
    channel: null,
    totalCents: plan.totalCents,
    deliveryCents: 0,
    status: null,
    origin: 'desk',
    booked: 1,
    exchangeOf: returnId,
  });
  for (const [index, line] of lines.entries()) {
    const cost = left[index];
    store.facts.add('saleLines', {
      saleId,
      lineNo: index + 1,
      productId: line.productId,
      name: line.name,
      quantityMilli: line.milli,
      unitPriceE4: line.unitPriceE4,
      paidCents: line.paidCents,
      taxCents: line.taxCents,
      costCents: cost?.unknownMilli === 0 ? cost.valueCents : null,
    });
  }
  for (const tender of mergeTenders([...plan.paid, ...added])) store.facts.add('saleTenders', { saleId, ...tender });
  const spent = spendCredit(context, { paid: exchange.storeCredits ?? [], saleId, day, document: number });
  if (spent) return spent;
  postSale(context, { number, day, lines, left, tenders: added, deliveryCents: 0, inGoodsCents: plan.inGoodsCents });
  return { saleId, number };
}

type Added = readonly { readonly tender: string; readonly amountCents: number }[];

/** The customer pays the difference to the cent, and what they pay by store credit from codes that add up to it. */
function refuseTenders(
  { totalCents, inGoodsCents }: ExchangePlan,
  added: Added,
  { storeCredits = [] }: ExchangeInput,
): Refused<'tenders-not-total'> | undefined {
  const sum = (amounts: readonly { readonly amountCents: number }[]): number =>
    amounts.reduce((total, { amountCents }) => total + amountCents, 0);
  const differenceCents = totalCents - inGoodsCents;
  if (sum(added) !== differenceCents)
    return refuse('tenders-not-total', { totalCents: differenceCents, tendersCents: sum(added) });
  const creditCents = sum(added.filter(({ tender }) => tender === 'store-credit'));
  if (sum(storeCredits) === creditCents) return undefined;
  return refuse('tenders-not-total', { totalCents: creditCents, tendersCents: sum(storeCredits) });
}
