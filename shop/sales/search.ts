import type { Sale, SaleLine } from '../../contract/api/sales.ts';
import { asPriceE4, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { SaleLineRow } from '../../db/queries/sales.ts';
import type { SoldUnit } from '../../db/queries/units.ts';
import type { ReadHandler } from '../context.ts';
import { gramsQuery } from '../find/grams.ts';
import { leftToGiveBack } from '../refunds/room.ts';
import { refuse } from '../refused.ts';
import { customerView } from './customer.ts';

/** Numbers begin with the text; customers and items are found by any part of their name, two Chinese characters are enough. */
export const searchSales: ReadHandler<'sales.search'> = ({ store }, { text, limit = 50 }) => {
  const wanted = text.trim();
  const rows =
    wanted === ''
      ? store.search.newestSales(limit)
      : store.search.sales({ text: wanted, query: gramsQuery(wanted), limit });
  return {
    items: rows.map(({ saleId, number, soldAt, customerName, customerCode, totalCents, lineCount, returned }) => {
      const customer = customerName ?? customerCode;
      return {
        saleId,
        number,
        soldAt,
        ...(customer !== null && { customer }),
        totalCents,
        lineCount,
        returned: returned !== 0,
      };
    }),
  };
};

export const getSale: ReadHandler<'sales.get'> = ({ store }, input) => {
  const row = 'saleId' in input ? store.sales.byId(input.saleId) : store.sales.byNumber(input.number);
  if (!row) return refuse('no-such-sale', { sale: String('saleId' in input ? input.saleId : input.number) });
  const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
  const sold = store.units.soldOnSale(row.id);
  const back = sold.length > 0 ? store.units.backOnSale(row.id) : [];
  const news = store.saleNews.of(row.id);
  const leftCents = leftToGiveBack(news);
  return {
    saleId: row.id,
    number: row.number,
    soldAt: row.soldAt,
    day: row.day,
    ...(customer && { customer }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.signedOn !== null && { signedOn: row.signedOn }),
    ...(news.status !== null && { status: news.status }),
    totalCents: row.totalCents,
    ...(news.refundedCents > 0 && { refundedElsewhereCents: news.refundedCents }),
    deliveryCents: row.deliveryCents,
    lines: store.sales
      .lines(row.id)
      .map((line) => ({ ...viewLine(line, leftCents), ...viewUnits(line.id, sold, back) })),
    tenders: store.sales.tenders(row.id).map(({ tender, amountCents, givenBackCents }) => ({
      tender: tender as Sale['tenders'][number]['tender'],
      amountCents,
      givenBackCents,
    })),
    returns: store.sales.returns(row.id),
  };
};

function viewLine(line: SaleLineRow, leftCents: number): SaleLine {
  return {
    saleLineId: line.id,
    sku: line.sku,
    name: line.name,
    ...(line.spec !== null && { spec: line.spec }),
    quantity: fromMilli(line.quantityMilli),
    unitPrice: formatPrice(asPriceE4(line.unitPriceE4)),
    paidCents: line.paidCents,
    taxCents: line.taxCents,
    returnedQuantity: fromMilli(line.returnedMilli),
    returnableQuantity: fromMilli(line.quantityMilli - line.returnedMilli),
    creditableCents: Math.min(line.paidCents - line.creditedCents, leftCents),
    ...(line.bundle !== null && { bundle: line.bundle }),
    ...(line.category !== null && { category: line.category }),
    ...(line.tracking !== null && { tracking: line.tracking }),
    ...(line.accessories !== null && { accessories: JSON.parse(line.accessories) as string[] }),
  };
}

type Back = readonly { readonly saleLineId: number; readonly serial: string }[];

/** The serial numbers or batches that were sold on a line, where they are known. */
function viewUnits(saleLineId: number, sold: readonly SoldUnit[], back: Back): Pick<SaleLine, 'serials' | 'batches'> {
  const own = sold.filter((unit) => unit.saleLineId === saleLineId);
  const isBack = (code: string): boolean =>
    back.some(({ saleLineId: of, serial }) => of === saleLineId && serial === code);
  const serials = own.filter(({ kind }) => kind === 'serial').map(({ code }) => ({ serial: code, back: isBack(code) }));
  const batches = own
    .filter(({ kind }) => kind === 'batch')
    .map(({ code, quantityMilli }) => ({ code, quantity: fromMilli(quantityMilli) }));
  return { ...(serials.length > 0 && { serials }), ...(batches.length > 0 && { batches }) };
}
