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
  const valued = orm.$client.prepare<[number], { id: number }>(
    'SELECT l.id FROM return_lines l JOIN line_valuations v ON v.return_line_id = l.id WHERE l.return_id = ?',
  );
  return {
    salesOf: (returnId: number) => salesOf.all({ returnId }),
    /** Lines without a receipt for which a person has said what is given. */
    valuedLines: (returnId: number) => new Set(valued.all(returnId).map(({ id }) => id)),
  };
}
