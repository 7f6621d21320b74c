import type { Return } from '../../contract/api/return-shape.ts';
import { amountAt, asPriceE4, currencyDigits, parsePrice } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { saleLineOf } from './slip-amounts.ts';
import type { Source } from './source.ts';

type Line = Return['lines'][number];

/** The working of one line of a refund. Units: sold − before − now − pending = left. Money: list − discount = paid; paid − fee = refund. */
export type LineProof = {
  readonly line: Line;
  /** Missing where the sale is not known. */
  readonly units: { readonly sold: number; readonly before: number; readonly left: number } | undefined;
  readonly now: number;
  /** Units of this line that are still on their way to a refund. */
  readonly pending: number;
  readonly listCents: number | undefined;
  readonly discountCents: number | undefined;
  readonly paidCents: number;
  readonly taxCents: number;
  readonly feeCents: number;
  readonly refundCents: number;
};

/** The working of every line that was credited or still is to be. Lines of one sale line follow each other. */
export function proveLines(source: Pick<Source, 'case' | 'sale' | 'settings'>): LineProof[] {
  const digits = currencyDigits(source.settings.currency);
  const heldSoFar = new Map<number, number>();
  return source.case.lines.map((line) => {
    const saleLine = saleLineOf(line, source);
    const heldMilli = heldMilliOf(line, source.case);
    const nowMilli = toMilli(line.creditedQuantity);
    const listCents = saleLine && amountAt(parsePrice(saleLine.unitPrice) ?? asPriceE4(0), nowMilli, digits);
    const paid = { paidCents: line.creditedCents, taxCents: line.creditedTaxCents, feeCents: line.creditedFeeCents };
    return {
      line,
      units:
        saleLine &&
        unitsOf({ saleLine, heldMilli, ofAllMilli: heldOfAll(source.case, saleLine.saleLineId), heldSoFar }),
      now: line.creditedQuantity,
      pending: Math.max(0, heldMilli - nowMilli) / 1000,
      listCents,
      discountCents: listCents === undefined ? undefined : listCents - line.creditedCents,
      ...paid,
      refundCents: paid.paidCents - paid.feeCents,
    };
  });
}

type Held = {
  readonly saleLine: NonNullable<ReturnType<typeof saleLineOf>>;
  readonly heldMilli: number;
  readonly ofAllMilli: number;
  readonly heldSoFar: Map<number, number>;
};

/** Units before this line: those of other returns, and of the lines above that point to the same sale line. */
function unitsOf({ saleLine, heldMilli, ofAllMilli, heldSoFar }: Held): LineProof['units'] {
  const above = heldSoFar.get(saleLine.saleLineId) ?? 0;
  heldSoFar.set(saleLine.saleLineId, above + heldMilli);
  const beforeMilli = toMilli(saleLine.returnedQuantity) - ofAllMilli + above;
  const leftMilli = toMilli(saleLine.quantity) - beforeMilli - heldMilli;
  return { sold: saleLine.quantity, before: beforeMilli / 1000, left: leftMilli / 1000 };
}

function heldOfAll(found: Return, saleLineId: number): number {
  return found.lines
    .filter((line) => line.saleLineId === saleLineId)
    .reduce((sum, line) => sum + heldMilliOf(line, found), 0);
}

/** Units of the sale that a line takes up: none once it was refused, and only what came once it was closed. */
function heldMilliOf(line: Line, { stage }: Return): number {
  if (stage === 'rejected' || stage === 'cancelled') return 0;
  const came = stage === 'closed' ? line.receivedQuantity : line.quantity;
  return toMilli(came) - toMilli(line.sentBackQuantity);
}
