import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { returnLines, returns } from '../schema/returns.ts';
import { saleLines, sales, stockAdjustments } from '../schema/sales.ts';

const id = sql.placeholder('id');
const number = sql.placeholder('number');

/** What reading a file asks of the books: whether a document is there already, and what of its customer's sales is left to return. */
export function importReads(orm: Orm) {
  const sale = orm
    .select({ id: sales.id, customerId: sales.customerId, day: sales.day, deliveryCents: sales.deliveryCents })
    .from(sales)
    .where(eq(sales.number, number))
    .prepare();
  const linesOfSale = orm
    .select({
      productId: saleLines.productId,
      milli: saleLines.quantityMilli,
      priceE4: saleLines.unitPriceE4,
      paidCents: saleLines.paidCents,
      taxCents: saleLines.taxCents,
    })
    .from(saleLines)
    .where(eq(saleLines.saleId, id))
    .prepare();
  const returned = orm
    .select({ id: returns.id, customerId: returns.customerId, day: returns.day })
    .from(returns)
    .where(eq(returns.number, number))
    .prepare();
  const linesOfReturn = orm
    .select({
      productId: returnLines.productId,
      milli: returnLines.requestedMilli,
      fileAmountCents: returnLines.fileAmountCents,
    })
    .from(returnLines)
    .where(eq(returnLines.returnId, id))
    .prepare();
  const adjustments = orm
    .select({ productId: stockAdjustments.productId, milli: stockAdjustments.quantityMilli, day: stockAdjustments.day })
    .from(stockAdjustments)
    .where(eq(stockAdjustments.number, number))
    .prepare();
  const earlierSales = orm
    .select({
      id: saleLines.id,
      quantityMilli: saleLines.quantityMilli,
      returnedMilli: saleLines.returnedMilli,
      creditedMilli: saleLines.creditedMilli,
      paidCents: saleLines.paidCents,
      creditedCents: saleLines.creditedCents,
      taxCents: saleLines.taxCents,
      creditedTaxCents: saleLines.creditedTaxCents,
    })
    .from(sales)
    .innerJoin(saleLines, eq(saleLines.saleId, sales.id))
    .where(
      and(
        eq(sales.customerId, sql.placeholder('customerId')),
        eq(saleLines.productId, sql.placeholder('productId')),
        lte(sales.soldAt, sql.placeholder('until')),
      ),
    )
    .orderBy(desc(sales.soldAt), desc(sales.id), asc(saleLines.lineNo))
    .prepare();
  return {
    sale: (saleNumber: string) => sale.get({ number: saleNumber }),
    linesOfSale: (saleId: number) => linesOfSale.all({ id: saleId }),
    return: (returnNumber: string) => returned.get({ number: returnNumber }),
    linesOfReturn: (returnId: number) => linesOfReturn.all({ id: returnId }),
    adjustments: (of: string) => adjustments.all({ number: of }),
    /** Sale lines of one customer and product up to a moment, newest first. */
    earlierSales: (of: { customerId: number; productId: number; until: string }) => earlierSales.all(of),
  };
}

export type EarlierSaleLine = ReturnType<ReturnType<typeof importReads>['earlierSales']>[number];
