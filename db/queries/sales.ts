import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { returns } from '../schema/returns.ts';
import { customers, products, saleLines, sales, saleTenders } from '../schema/sales.ts';
import { newestSaid } from './sale-news.ts';

const id = sql.placeholder('id');

const saleColumns = {
  id: sales.id,
  number: sales.number,
  soldAt: sales.soldAt,
  day: sales.day,
  customerId: sales.customerId,
  channel: sales.channel,
  totalCents: sales.totalCents,
  deliveryCents: sales.deliveryCents,
  signedOn: sql<string | null>`${sql.raw(newestSaid('signed_on'))}`,
  customerCode: customers.code,
  customerName: customers.name,
  customerPhone: customers.phone,
};

const lineColumns = {
  id: saleLines.id,
  saleId: saleLines.saleId,
  lineNo: saleLines.lineNo,
  productId: saleLines.productId,
  sku: products.sku,
  name: sql<string>`coalesce(${saleLines.name}, ${products.name})`,
  spec: products.spec,
  category: products.category,
  tracking: products.tracking,
  accessories: products.accessories,
  bundle: saleLines.bundle,
  quantityMilli: saleLines.quantityMilli,
  unitPriceE4: saleLines.unitPriceE4,
  paidCents: saleLines.paidCents,
  taxCents: saleLines.taxCents,
  costCents: saleLines.costCents,
  returnedMilli: saleLines.returnedMilli,
  creditedMilli: saleLines.creditedMilli,
  creditedCents: saleLines.creditedCents,
  creditedTaxCents: saleLines.creditedTaxCents,
};

export function saleReads(orm: Orm) {
  const header = () => orm.select(saleColumns).from(sales).leftJoin(customers, eq(customers.id, sales.customerId));
  const stands = eq(sales.withdrawn, 0);
  const byId = prepared(orm, header().where(and(eq(sales.id, id), stands)));
  const byNumber = prepared(orm, header().where(and(eq(sales.number, sql.placeholder('number')), stands)));
  const lines = orm.select(lineColumns).from(saleLines).innerJoin(products, eq(products.id, saleLines.productId));
  const linesOfSale = prepared(orm, lines.where(eq(saleLines.saleId, id)).orderBy(asc(saleLines.lineNo)));
  const workLines = prepared(
    orm,
    orm
      .select({
        id: saleLines.id,
        quantityMilli: saleLines.quantityMilli,
        unitPriceE4: saleLines.unitPriceE4,
        bundle: saleLines.bundle,
        paidCents: saleLines.paidCents,
        taxCents: saleLines.taxCents,
        costCents: saleLines.costCents,
        creditedMilli: saleLines.creditedMilli,
        creditedCents: saleLines.creditedCents,
        creditedTaxCents: saleLines.creditedTaxCents,
      })
      .from(saleLines)
      .where(eq(saleLines.saleId, id)),
  );
  const tenders = prepared(
    orm,
    orm
      .select({
        id: saleTenders.id,
        tender: saleTenders.tender,
        amountCents: saleTenders.amountCents,
        givenBackCents: saleTenders.givenBackCents,
      })
      .from(saleTenders)
      .where(eq(saleTenders.saleId, id))
      .orderBy(asc(saleTenders.id)),
  );
  const returnsOfSale = prepared(
    orm,
    orm
      .select({ returnId: returns.id, number: returns.number, day: returns.day, stage: returns.stage })
      .from(returns)
      .where(
        sql`${returns.withdrawn} = 0 and (${returns.saleId} = ${id} or ${returns.id} in (select rl.return_id from return_lines rl
        join return_links k on k.return_line_id = rl.id join sale_lines sl on sl.id = k.sale_line_id where sl.sale_id = ${id}))`,
      )
      .orderBy(desc(returns.day), desc(returns.id)),
  );
  const saleOfLine = prepared(
    orm,
    orm
      .select({ saleId: saleLines.saleId })
      .from(saleLines)
      .innerJoin(sales, eq(sales.id, saleLines.saleId))
      .where(and(eq(saleLines.id, id), stands)),
  );

  return {
    byId: (saleId: number) => byId.get({ id: saleId }),
    byNumber: (number: string) => byNumber.get({ number }),
    lines: (saleId: number) => linesOfSale.all({ id: saleId }),
    /** The figures alone, in no order: what costs and credits are worked out from. */
    workLines: (saleId: number) => workLines.all({ id: saleId }),
    tenders: (saleId: number) => tenders.all({ id: saleId }),
    returns: (saleId: number) => returnsOfSale.all({ id: saleId }),
    saleOfLine: (saleLineId: number) => saleOfLine.get({ id: saleLineId })?.saleId,
  };
}

export type SaleRow = NonNullable<ReturnType<ReturnType<typeof saleReads>['byId']>>;
export type SaleLineRow = ReturnType<ReturnType<typeof saleReads>['lines']>[number];
export type SaleWorkLine = ReturnType<ReturnType<typeof saleReads>['workLines']>[number];
export type SaleTenderRow = ReturnType<ReturnType<typeof saleReads>['tenders']>[number];
