import { asc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { returnLines, returnLinks } from '../schema/returns.ts';
import { saleLines, sales } from '../schema/sales.ts';

/** Which sales the units of a return were sold in. */
export function returnLinkReads(orm: Orm) {
  const salesOf = prepared(
    orm,
    orm
      .select({
        returnLineId: returnLinks.returnLineId,
        saleId: sales.id,
        number: sales.number,
        quantityMilli: returnLinks.quantityMilli,
      })
      .from(returnLinks)
      .innerJoin(returnLines, eq(returnLines.id, returnLinks.returnLineId))
      .innerJoin(saleLines, eq(saleLines.id, returnLinks.saleLineId))
      .innerJoin(sales, eq(sales.id, saleLines.saleId))
      .where(eq(returnLines.returnId, sql.placeholder('returnId')))
      .orderBy(asc(returnLinks.saleLineId)),
  );
  return { salesOf: (returnId: number) => salesOf.all({ returnId }) };
}
