import { and, asc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { returnLines, returnLinks, returns } from '../schema/returns.ts';
import { products, saleLines, sales } from '../schema/sales.ts';

const id = sql.placeholder('id');

export function inspectionReads(orm: Orm) {
  const line = prepared(
    orm,
    orm
      .select({
        id: returnLines.id,
        productId: returnLines.productId,
        requestedMilli: returnLines.requestedMilli,
        receivedMilli: returnLines.receivedMilli,
        receivedValueCents: returnLines.receivedValueCents,
        inspectedMilli: returnLines.inspectedMilli,
        inspectedValueCents: returnLines.inspectedValueCents,
        unknownMilli: returnLines.unknownMilli,
        unitPriceE4: saleLines.unitPriceE4,
        saleLineId: saleLines.id,
        soldMilli: saleLines.quantityMilli,
        soldCostCents: saleLines.costCents,
        /** The day it was sold, where that is known, else the day it came back. */
        since: sql<string>`coalesce(${sales.day}, ${returns.day})`,
      })
      .from(returnLines)
      .innerJoin(returns, eq(returns.id, returnLines.returnId))
      .leftJoin(returnLinks, eq(returnLinks.returnLineId, returnLines.id))
      .leftJoin(saleLines, eq(saleLines.id, returnLinks.saleLineId))
      .leftJoin(sales, eq(sales.id, saleLines.saleId))
      .where(eq(returnLines.id, id))
      .limit(1),
  );
  const twinOfGrade = prepared(
    orm,
    orm
      .select({ id: products.id, sku: products.sku })
      .from(products)
      .where(and(eq(products.twinOf, id), eq(products.twinGrade, sql.placeholder('grade'))))
      .orderBy(asc(products.id))
      .limit(1),
  );
  const twins = prepared(orm, orm.select().from(products).where(eq(products.twinOf, id)).orderBy(asc(products.id)));
  return {
    /** What a suggestion is worked out from. */
    line: (returnLineId: number) => line.get({ id: returnLineId }),
    /** The first of the twins of a product that has this grade. */
    twinOfGrade: (productId: number, grade: string) => twinOfGrade.get({ id: productId, grade }),
    twins: (productId: number) => twins.all({ id: productId }),
  };
}
export type InspectedLine = NonNullable<ReturnType<ReturnType<typeof inspectionReads>['line']>>;

export function inspectionWrites({ $client: raw }: Orm) {
  const setTwin = raw.prepare('UPDATE products SET twin_of = ?, twin_grade = ?, cost_e4 = ? WHERE id = ?');
  const setOffer = raw.prepare(
    'UPDATE products SET price_e4 = coalesce(?, price_e4), flaw = coalesce(?, flaw) WHERE id = ?',
  );
  return {
    /** Says which product a new one is the twin of. */
    setTwin: (twinId: number, twin: { twinOf: number; grade: string; costE4: number | null }) =>
      void setTwin.run(twin.twinOf, twin.grade, twin.costE4, twinId),
    /** Changes what is said of a twin; what is not said stays. */
    setOffer: (twinId: number, offer: { priceE4: number | null; flaw: string | null }) =>
      void setOffer.run(offer.priceE4, offer.flaw, twinId),
  };
}
