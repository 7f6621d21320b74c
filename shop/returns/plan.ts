import type { Verdict } from '../../contract/api/return-shape.ts';
import type { Day } from '../../contract/values/days.ts';
import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { defaultReasons } from '../../contract/values/words.ts';
import type { SaleLineRow, SaleRow } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { judge } from './policy.ts';

export type AskedLine = {
  readonly saleLineId?: number | undefined;
  readonly sku?: string | undefined;
  readonly quantity: number;
  readonly reason: string;
  readonly note?: string | undefined;
};

export type Asked = {
  readonly saleId?: number | undefined;
  readonly day?: Day | undefined;
  readonly lines: readonly AskedLine[];
};

export type PlannedLine = {
  /** Counts from 1 as the caller sent it. */
  readonly line: number;
  readonly productId: number;
  readonly sku: string;
  readonly milli: number;
  readonly reason: string;
  readonly note: string | null;
  readonly saleLine: SaleLineRow | undefined;
};

/** A return that may be opened: what it points to, and what the policy says. */
export type Plan = {
  readonly day: Day;
  readonly sale: SaleRow | undefined;
  readonly lines: readonly PlannedLine[];
  readonly verdict: Verdict;
};

export type PlanRefusal =
  | 'no-such-sale'
  | 'no-such-sale-line'
  | 'no-such-product'
  | 'no-such-reason'
  | 'note-needed'
  | 'line-needs-item'
  | 'over-sold-quantity'
  | 'return-before-sale'
  | 'day-in-future'
  | 'month-closed';

/**
 * Finds what the lines point to and judges them; writes nothing. Refuses what can never be right: other sales' lines, more units
 * than were sold (DESIGN §6 rule 1), a day before the sale (rule 10) or in the future, unknown reasons.
 */
export function planReturn(context: ReadContext, asked: Asked): Plan | Refused<PlanRefusal> {
  const day = asked.day ?? context.today;
  if (day > context.today) return refuse('day-in-future', { day, today: context.today });
  const closed = refuseClosedMonth(context, day);
  if (closed) return closed;
  const sale = saleOf(context, asked);
  if (sale instanceof Refused) return sale;
  if (sale && day < sale.day) return refuse('return-before-sale', { soldOn: sale.day, returnedOn: day });

  const saleLines = sale ? context.store.sales.lines(sale.id) : [];
  const lines = planLines(context, asked.lines, saleLines);
  if (lines instanceof Refused) return lines;
  const verdict = judge(context.settings, {
    day,
    ...(sale && { soldOn: sale.day }),
    lines: lines.map(({ reason, milli, saleLine }) => ({
      reason,
      askedMilli: milli,
      ...(saleLine && { sold: saleLine }),
    })),
  });
  return { day, sale, lines, verdict };
}

function saleOf(
  { store }: ReadContext,
  { saleId, lines }: Asked,
): SaleRow | undefined | Refused<'no-such-sale' | 'no-such-sale-line'> {
  if (saleId !== undefined) return store.sales.byId(saleId) ?? refuse('no-such-sale', { sale: String(saleId) });
  const index = lines.findIndex((line) => line.saleLineId !== undefined);
  const saleLineId = lines[index]?.saleLineId;
  if (saleLineId === undefined) return undefined;
  const found = store.sales.saleOfLine(saleLineId);
  if (found === undefined) return refuse('no-such-sale-line', { line: index + 1, saleLineId });
  return store.sales.byId(found);
}

function planLines(
  context: ReadContext,
  asked: readonly AskedLine[],
  saleLines: readonly SaleLineRow[],
): readonly PlannedLine[] | Refused<PlanRefusal> {
  const planned: PlannedLine[] = [];
  for (const [index, line] of asked.entries()) {
    const found = planLine(context, { asked: line, line: index + 1, saleLines, planned });
    if (found instanceof Refused) return found;
    planned.push(found);
  }
  return planned;
}

type LineToPlan = {
  readonly asked: AskedLine;
  readonly line: number;
  readonly saleLines: readonly SaleLineRow[];
  readonly planned: readonly PlannedLine[];
};

function planLine(
  context: ReadContext,
  { asked, line, saleLines, planned }: LineToPlan,
): PlannedLine | Refused<PlanRefusal> {
  const unknown = refuseReason(context, asked, line);
  if (unknown) return unknown;
  const milli = toMilli(asked.quantity);
  const shared = { line, milli, reason: asked.reason, note: asked.note || null };
  if (asked.saleLineId === undefined && (saleLines.length === 0 || !asked.sku)) {
    if (!asked.sku) return refuse('line-needs-item', { line });
    const product = context.store.catalog.product(asked.sku);
    if (!product) return refuse('no-such-product', { sku: asked.sku });
    return { ...shared, productId: product.id, sku: product.sku, saleLine: undefined };
  }
  const takenOf = (saleLine: SaleLineRow): number =>
    saleLine.returnedMilli +
    planned.filter((other) => other.saleLine?.id === saleLine.id).reduce((sum, other) => sum + other.milli, 0);
  const candidates = saleLines.filter((row) =>
    asked.saleLineId === undefined ? row.sku === asked.sku : row.id === asked.saleLineId,
  );
  const saleLine = candidates.find((row) => row.quantityMilli - takenOf(row) >= milli) ?? candidates[0];
  if (!saleLine) return refuse('no-such-sale-line', { line, saleLineId: asked.saleLineId ?? 0 });
  const returned = takenOf(saleLine);
  if (returned + milli > saleLine.quantityMilli)
    return refuse('over-sold-quantity', {
      line,
      sku: saleLine.sku,
      sold: fromMilli(saleLine.quantityMilli),
      returned: fromMilli(returned),
      asked: asked.quantity,
    });
  return { ...shared, productId: saleLine.productId, sku: saleLine.sku, saleLine };
}

function refuseReason(
  { settings }: ReadContext,
  { reason, note }: AskedLine,
  line: number,
): Refused<PlanRefusal> | undefined {
  const known = defaultReasons.some((code) => code === reason) || settings.reasons.some((own) => own.code === reason);
  if (!known) return refuse('no-such-reason', { line, reason });
  return reason === 'other' && !note?.trim() ? refuse('note-needed', { line, reason }) : undefined;
}
