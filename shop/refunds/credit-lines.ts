import type { WorkLine } from '../../db/queries/returns.ts';
import type { SaleWorkLine } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { afterCredit, type Credit, type Creditable, creditFor } from './amounts.ts';
import { creditWithin } from './room.ts';

type Context = Pick<ReadContext, 'store'>;

export type QuotedLine = {
  /** Counts from 1. */
  readonly lineNo: number;
  readonly line: WorkLine;
  /** Missing for goods without a receipt: what is given for them was said by a person. */
  readonly saleLine: SaleWorkLine | undefined;
  readonly credit: Credit;
};

type Crediting = {
  readonly returnId: number;
  readonly workLines: readonly WorkLine[];
  readonly quantities: ReadonlyMap<number, number>;
  /** Changed: each line as it stands after the credit. */
  readonly saleLines: Map<number, SaleWorkLine>;
  /** What of the sale can still be given back. */
  readonly roomCents: number;
};

/** What goes back for each line: its share of what was really paid, or of what a person gives where there is no receipt. */
export function creditLines(
  { store }: Context,
  { returnId, workLines, quantities, saleLines, roomCents }: Crediting,
): QuotedLine[] {
  const unsold = workLines.some((line) => line.saleLineId === null && (quantities.get(line.id) ?? 0) > 0);
  const values = unsold ? store.settlements.valuations(returnId) : [];
  const quoted: QuotedLine[] = [];
  const creditOf = creditWithin(roomCents);
  for (const [index, line] of workLines.entries()) {
    const milli = quantities.get(line.id) ?? 0;
    if (milli <= 0) continue;
    const saleLine = line.saleLineId === null ? undefined : saleLines.get(line.saleLineId);
    if (saleLine) {
      const credit = creditOf(saleLine, milli);
      saleLines.set(saleLine.id, afterCredit(saleLine, credit));
      quoted.push({ lineNo: index + 1, line, saleLine, credit });
    } else {
      const value = values.find(({ returnLineId }) => returnLineId === line.id);
      if (value)
        quoted.push({ lineNo: index + 1, line, saleLine, credit: creditFor(asCreditable(line, value), milli) });
    }
  }
  return quoted;
}

type Value = ReturnType<Context['store']['settlements']['valuations']>[number];

/** What a person gives is for all units that were asked for; it is shared like a price that was paid. */
function asCreditable(line: WorkLine, value: Value): Creditable {
  return {
    quantityMilli: line.requestedMilli,
    creditedMilli: line.creditedMilli,
    paidCents: value.valueCents,
    creditedCents: value.creditedCents,
    taxCents: value.taxCents,
    creditedTaxCents: value.creditedTaxCents,
  };
}
