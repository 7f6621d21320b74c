import type { Return } from '../../contract/api/return-shape.ts';
import type { SaleLine } from '../../contract/api/sales.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Source } from './source.ts';

type Line = Return['lines'][number];

/** Whether money can still change on the way: before that a slip shows what is expected, afterwards what was credited. */
export function isOpenCase({ stage }: Pick<Return, 'stage'>): boolean {
  return ['draft', 'requested', 'approved', 'received', 'inspected'].includes(stage);
}

/**
 * What a line gives back: what was credited, and as long as the case is open what is still expected: the shop's own quote for
 * units inspected, else the share of what was really paid. Nothing where nobody knows what was paid.
 */
export function slipCents(line: Line, source: Pick<Source, 'case' | 'sale' | 'quote'>): number | undefined {
  if (!isOpenCase(source.case)) return line.creditedCents;
  const saleLine = saleLineOf(line, source);
  if (!saleLine) return line.creditedCents > 0 ? line.creditedCents : undefined;
  const quoted = source.quote?.lines.find(({ returnLineId }) => returnLineId === line.returnLineId);
  const quotedCents = quoted ? quoted.goodsCents + quoted.taxCents : 0;
  const restQuantity = line.quantity - line.sentBackQuantity - line.creditedQuantity - (quoted?.quantity ?? 0);
  const share = shareOf(saleLine.paidCents, toMilli(restQuantity), toMilli(saleLine.quantity));
  return line.creditedCents + quotedCents + Math.min(share, saleLine.creditableCents - quotedCents);
}

export function saleLineOf(line: Line, { sale }: Pick<Source, 'sale'>): SaleLine | undefined {
  return sale?.lines.find(({ saleLineId }) => saleLineId === line.saleLineId);
}
