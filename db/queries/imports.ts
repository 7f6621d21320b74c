import { and, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { returnLines, returns } from '../schema/returns.ts';
import { saleLines, sales, stockAdjustments } from '../schema/sales.ts';

const id = sql.placeholder('id');
const number = sql.placeholder('number');

const lineColumns = `l.id, l.sale_id AS saleId, l.quantity_milli AS quantityMilli, l.returned_milli AS returnedMilli, l.credited_milli AS creditedMilli,
      l.paid_cents AS paidCents, l.credited_cents AS creditedCents, l.tax_cents AS taxCents, l.credited_tax_cents AS creditedTaxCents`;

/** What reading a file asks of the books: whether a document is there already, and what of its customer's sales is left to return. */
export function importReads(orm: Orm) {
  const sale = prepared(
    orm,
    orm
      .select({
        id: sales.id,
        customerId: sales.customerId,
        day: sales.day,
        deliveryCents: sales.deliveryCents,
        totalCents: sales.totalCents,
      })
      .from(sales)
      .where(and(eq(sales.number, number), eq(sales.withdrawn, 0))),
  );
  const linesOfSale = prepared(
    orm,
    orm
      .select({
        productId: saleLines.productId,
        milli: saleLines.quantityMilli,
        priceE4: saleLines.unitPriceE4,
        paidCents: saleLines.paidCents,
        taxCents: saleLines.taxCents,
      })
      .from(saleLines)
      .where(eq(saleLines.saleId, id)),
  );
  const returned = prepared(
    orm,
    orm
      .select({ id: returns.id, customerId: returns.customerId, day: returns.day })
      .from(returns)
      .where(and(eq(returns.number, number), eq(returns.withdrawn, 0))),
  );
  const linesOfReturn = prepared(
    orm,
    orm
      .select({
        productId: returnLines.productId,
        milli: returnLines.requestedMilli,
        fileAmountCents: returnLines.fileAmountCents,
      })
      .from(returnLines)
      .where(eq(returnLines.returnId, id)),
  );
  const adjustments = prepared(
    orm,
    orm
      .select({
        productId: stockAdjustments.productId,
        milli: stockAdjustments.quantityMilli,
        day: stockAdjustments.day,
      })
      .from(stockAdjustments)
      .where(and(eq(stockAdjustments.number, number), eq(stockAdjustments.withdrawn, 0))),
  );
  return {
    ...leftToReturn(orm),
    sale: (saleNumber: string) => sale.get({ number: saleNumber }),
    linesOfSale: (saleId: number) => linesOfSale.all({ id: saleId }),
    return: (returnNumber: string) => returned.get({ number: returnNumber }),
    linesOfReturn: (returnId: number) => linesOfReturn.all({ id: returnId }),
    adjustments: (of: string) => adjustments.all({ number: of }),
  };
}

function leftToReturn(orm: Orm) {
  // Drizzle cannot name an index, and SQLite would read every line of every sale of the customer.
  const earlierSales = orm.$client.prepare(`
    SELECT ${lineColumns}
    FROM sales s CROSS JOIN sale_lines l INDEXED BY sale_lines_by_product ON l.sale_id = s.id AND l.product_id = @productId
    WHERE s.customer_id = @customerId AND s.sold_at <= @until AND s.withdrawn = 0
    ORDER BY s.sold_at DESC, s.id DESC, l.line_no`);
  const linesOfItem = orm.$client.prepare(`
    SELECT ${lineColumns} FROM sales s JOIN sale_lines l ON l.sale_id = s.id
    WHERE s.number = @number AND s.withdrawn = 0 AND l.product_id = @productId AND s.sold_at <= @until ORDER BY l.line_no`);
  return {
    /** Sale lines of one customer and product up to a moment, newest first. */
    earlierSales: (of: { customerId: number; productId: number; until: string }) =>
      earlierSales.all(of) as EarlierSaleLine[],
    /** Lines of one item on the sale of a number, if it is not later than the moment. */
    linesOfItem: (of: { number: string; productId: number; until: string }) => linesOfItem.all(of) as EarlierSaleLine[],
  };
}

export type EarlierSaleLine = Pick<
  typeof saleLines.$inferSelect,
  | 'id'
  | 'saleId'
  | 'quantityMilli'
  | 'returnedMilli'
  | 'creditedMilli'
  | 'paidCents'
  | 'creditedCents'
  | 'taxCents'
  | 'creditedTaxCents'
>;
