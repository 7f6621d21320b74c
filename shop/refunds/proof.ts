import type { Proof, ProofLine } from '../../contract/api/refunds.ts';
import { amountAt, asPriceE4, currencyDigits, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Tender } from '../../contract/values/words.ts';
import type { ReturnLineRow } from '../../db/queries/returns.ts';
import type { SaleLineRow } from '../../db/queries/sales.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { viewReturn } from '../returns/view.ts';
import { isGiven } from './extras.ts';

/** Every figure of a return's refund with those it follows from; each row of it adds up. */
export const proveRefund: ReadHandler<'refunds.proof'> = (context, { returnId }) => {
  const { store } = context;
  const row = store.returns.head(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  const view = viewReturn(context, returnId);
  const extras = view.creditNotes.flatMap((note) => note.extras);
  const lines = proveLines(context, row, extras);
  const sumOf = (fits: (extra: Proof['extras'][number]) => boolean): number =>
    extras.filter(fits).reduce((sum, { cents }) => sum + cents, 0);
  const exchanges = proveExchanges(context, view.payouts);
  const refundCents = view.creditNotes.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const inGoodsCents = exchanges.reduce((sum, { paidInGoodsCents }) => sum + paidInGoodsCents, 0);
  const taxCents = lines.reduce((sum, line) => sum + line.taxCents, 0);
  return {
    lines,
    extras,
    totals: {
      goodsCents: lines.reduce((sum, line) => sum + line.paidCents, 0) - taxCents,
      taxCents,
      deliveryCents: sumOf(({ kind }) => kind === 'delivery'),
      freightCents: sumOf(({ kind }) => kind === 'freight-paid'),
      feeCents: sumOf(({ kind }) => !isGiven(kind)),
      refundCents,
      paidOutCents: view.paidOutCents - inGoodsCents,
      inGoodsCents,
      owedCents: refundCents - view.paidOutCents,
    },
    tenders: proveTenders(view.payouts),
    exchanges,
    storeCredits: proveCredits(context, view.payouts),
  };
};

type Head = { readonly id: number; readonly saleId: number | null; readonly stage: string };

/** Lines of one sale line follow each other: what one takes up was there before the next. */
function proveLines(
  { store, settings }: ReadContext,
  { id, saleId, stage }: Head,
  extras: Proof['extras'],
): ProofLine[] {
  const digits = currencyDigits(settings.currency);
  const saleLines = saleId === null ? [] : store.sales.lines(saleId);
  const rows = store.returns.lines(id);
  const heldSoFar = new Map<number, number>();
  return rows.map((line) => {
    const saleLine = saleLines.find(({ id: saleLineId }) => saleLineId === line.saleLineId);
    const heldMilli = heldOf(line, stage);
    const feeCents = extras
      .filter(({ kind, returnLineId }) => !isGiven(kind) && returnLineId === line.id)
      .reduce((sum, { cents }) => sum + cents, 0);
    const listCents = saleLine && amountAt(saleLine.unitPriceE4, line.creditedMilli, digits);
    return {
      returnLineId: line.id,
      sku: line.sku,
      name: line.name,
      ...(line.spec !== null && { spec: line.spec }),
      ...(saleLine && proveUnits(saleLine, { rows, stage, heldMilli, heldSoFar })),
      now: fromMilli(line.creditedMilli),
      pending: fromMilli(Math.max(0, heldMilli - line.creditedMilli)),
      ...(saleLine && { unitPrice: formatPrice(asPriceE4(saleLine.unitPriceE4), digits) }),
      ...(listCents !== undefined && { listCents, discountCents: listCents - line.creditedCents }),
      paidCents: line.creditedCents,
      taxCents: line.creditedTaxCents,
      feeCents,
      refundCents: line.creditedCents - feeCents,
    };
  });
}

type Held = {
  readonly rows: readonly ReturnLineRow[];
  readonly stage: string;
  readonly heldMilli: number;
  readonly heldSoFar: Map<number, number>;
};

/** Units before this line: those of other returns, and of the lines above that point to the same sale line. */
function proveUnits(
  saleLine: SaleLineRow,
  { rows, stage, heldMilli, heldSoFar }: Held,
): Pick<ProofLine, 'units' | 'ofSale'> {
  const above = heldSoFar.get(saleLine.id) ?? 0;
  heldSoFar.set(saleLine.id, above + heldMilli);
  const ofAll = rows.filter((row) => row.saleLineId === saleLine.id).reduce((sum, row) => sum + heldOf(row, stage), 0);
  const beforeMilli = saleLine.returnedMilli - ofAll + above;
  const { paidCents, creditedCents } = saleLine;
  return {
    units: {
      sold: fromMilli(saleLine.quantityMilli),
      before: fromMilli(beforeMilli),
      left: fromMilli(saleLine.quantityMilli - beforeMilli - heldMilli),
    },
    ofSale: { paidCents, creditedCents, leftCents: paidCents - creditedCents },
  };
}

/** Units of the sale that a line takes up: none once it was refused, and only what came or was left with the customer once it was closed. */
function heldOf(line: ReturnLineRow, stage: string): number {
  if (stage === 'rejected' || stage === 'cancelled') return 0;
  const came = stage === 'closed' ? line.receivedMilli + line.waivedMilli : line.requestedMilli;
  return came - line.sentBackMilli;
}

type Payouts = ReturnType<typeof viewReturn>['payouts'];

function proveTenders(payouts: Payouts): Proof['tenders'] {
  const paid = new Map<Tender, number>();
  for (const { tender, amountCents, exchange } of payouts)
    if (!exchange) paid.set(tender, (paid.get(tender) ?? 0) + amountCents);
  return [...paid].filter(([, cents]) => cents > 0).map(([tender, cents]) => ({ tender, cents }));
}

/** What the goods of each exchange cost, and what the customer paid on top of those that came back. */
function proveExchanges({ store }: ReadContext, payouts: Payouts): Proof['exchanges'] {
  const inGoods = payouts.filter(({ exchange }) => exchange);
  const saleIds = [...new Set(inGoods.flatMap(({ exchange }) => (exchange ? [exchange.saleId] : [])))];
  return saleIds.map((saleId) => {
    const own = inGoods.filter(({ exchange }) => exchange?.saleId === saleId);
    const byTender = (tender: string): number =>
      own.filter((payout) => payout.tender === tender).reduce((sum, { amountCents }) => sum + amountCents, 0);
    const sale = store.sales.byId(saleId);
    if (!sale) throw new Error(`an exchange went to sale ${saleId}, which is not there`);
    return {
      saleId,
      number: sale.number,
      totalCents: sale.totalCents,
      paidInGoodsCents: own.reduce((sum, { amountCents }) => sum + amountCents, 0),
      lines: store.sales.lines(saleId).map(({ sku, name, quantityMilli, unitPriceE4, paidCents }) => ({
        sku,
        name,
        quantity: fromMilli(quantityMilli),
        unitPrice: formatPrice(asPriceE4(unitPriceE4)),
        paidCents,
      })),
      tenders: store.sales
        .tenders(saleId)
        .map(({ tender, amountCents }) => ({ tender: tender as Tender, cents: amountCents - byTender(tender) }))
        .filter(({ cents }) => cents > 0),
    };
  });
}

function proveCredits({ store }: ReadContext, payouts: Payouts): Proof['storeCredits'] {
  const issued = new Map<string, number>();
  for (const { storeCredit, amountCents } of payouts)
    if (storeCredit !== undefined) issued.set(storeCredit, (issued.get(storeCredit) ?? 0) + amountCents);
  return [...issued].flatMap(([code, cents]) => {
    const credit = store.storeCredits.byCode(code);
    if (!credit || cents <= 0) return [];
    const { balanceCents, expiresOn } = credit;
    return [{ code, cents, balanceCents, ...(expiresOn !== null && { expiresOn }) }];
  });
}
