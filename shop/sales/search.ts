import type { Sale, SaleLine } from '../../contract/api/sales.ts';
import { asPriceE4, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { SaleLineRow } from '../../db/queries/sales.ts';
import type { ReadHandler } from '../context.ts';
import { gramsQuery } from '../find/grams.ts';
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
  return {
    saleId: row.id,
    number: row.number,
    soldAt: row.soldAt,
    day: row.day,
    ...(customer && { customer }),
    ...(row.channel !== null && { channel: row.channel }),
    totalCents: row.totalCents,
    lines: store.sales.lines(row.id).map(viewLine),
    tenders: store.sales.tenders(row.id).map(({ tender, amountCents, givenBackCents }) => ({
      tender: tender as Sale['tenders'][number]['tender'],
      amountCents,
      givenBackCents,
    })),
    returns: store.sales.returns(row.id),
  };
};

function viewLine(line: SaleLineRow): SaleLine {
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
    creditableCents: line.paidCents - line.creditedCents,
  };
}
