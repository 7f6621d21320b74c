import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import { type Condition, defaultReasons } from '../../contract/values/words.ts';
import type { SaleLineRow } from '../../db/queries/sales.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ReadContext } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { refuseUnit, saleLineOfSerial } from './units.ts';

export type AskedLine = {
  readonly saleLineId?: number | undefined;
  readonly sku?: string | undefined;
  readonly quantity: number;
  readonly reason: string;
  readonly note?: string | undefined;
  readonly condition?: Condition | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly serial?: string | undefined;
  readonly batch?: string | undefined;
};

export type PlannedLine = {
  /** Counts from 1 as the caller sent it. */
  readonly line: number;
  readonly productId: number;
  readonly sku: string;
  readonly milli: number;
  readonly reason: string;
  readonly note: string | null;
  readonly condition: Condition | null;
  readonly missing: readonly string[];
  readonly serial: string | null;
  readonly batch: string | null;
  readonly saleLine: SaleLineRow | undefined;
};

export type LineRefusal =
  | 'no-such-sale-line'
  | 'no-such-product'
  | 'no-such-reason'
  | 'note-needed'
  | 'line-needs-item'
  | 'over-sold-quantity'
  | 'serial-not-sold'
  | 'serial-back-already'
  | 'one-line-per-serial';

export type LinesToPlan = {
  readonly asked: readonly AskedLine[];
  readonly saleLines: readonly SaleLineRow[];
  /** Goods that came by themselves: nobody was asked why, so “other” needs no note. */
  readonly unasked?: boolean;
};

/** Finds what the lines point to; refuses what can never be right. */
export function planLines(context: ReadContext, lines: LinesToPlan): readonly PlannedLine[] | Refused<LineRefusal> {
  const planned: PlannedLine[] = [];
  for (const [index, asked] of lines.asked.entries()) {
    const line = index + 1;
    const unknown = refuseReason(context, asked, { line, unasked: lines.unasked === true });
    if (unknown) return unknown;
    const found = planLine(context, { asked, line, saleLines: lines.saleLines, planned });
    if (found instanceof Refused) return found;
    const wrongUnit = refuseUnit(context, found, planned);
    if (wrongUnit) return wrongUnit;
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

function planLine(context: ReadContext, toPlan: LineToPlan): PlannedLine | Refused<LineRefusal> {
  const { asked, line, saleLines } = toPlan;
  const shared = {
    line,
    milli: toMilli(asked.quantity),
    reason: asked.reason,
    note: asked.note || null,
    condition: asked.condition ?? null,
    missing: asked.missing ?? [],
    serial: asked.serial ?? null,
    batch: asked.batch ?? null,
  };
  if (asked.saleLineId === undefined && (saleLines.length === 0 || !asked.sku)) {
    if (!asked.sku) return refuse('line-needs-item', { line });
    const product = productOfCode(context, asked.sku);
    if (!product) return refuse('no-such-product', { sku: asked.sku });
    return { ...shared, productId: product.id, sku: product.sku, saleLine: undefined };
  }
  const saleLine = saleLineFor(context, toPlan, shared.milli);
  if (saleLine instanceof Refused) return saleLine;
  return { ...shared, productId: saleLine.productId, sku: saleLine.sku, saleLine };
}

/** The sale line of an asked line: the one it names, else one of its item with units left. */
function saleLineFor(
  context: ReadContext,
  { asked, line, saleLines, planned }: LineToPlan,
  milli: number,
): SaleLineRow | Refused<LineRefusal> {
  const takenOf = (saleLine: SaleLineRow): number =>
    saleLine.returnedMilli +
    planned.filter((other) => other.saleLine?.id === saleLine.id).reduce((sum, other) => sum + other.milli, 0);
  const isAsked = asked.saleLineId === undefined ? ofItem(context, asked.sku) : ofLine(asked.saleLineId);
  const candidates = saleLines.filter(isAsked);
  const saleLine =
    saleLineOfSerial(context, candidates, asked.serial) ??
    candidates.find((row) => row.quantityMilli - takenOf(row) >= milli) ??
    candidates[0];
  if (!saleLine) return refuse('no-such-sale-line', { line, saleLineId: asked.saleLineId ?? 0 });
  const returned = takenOf(saleLine);
  if (returned + milli <= saleLine.quantityMilli) return saleLine;
  return refuse('over-sold-quantity', {
    line,
    sku: saleLine.sku,
    sold: fromMilli(saleLine.quantityMilli),
    returned: fromMilli(returned),
    asked: asked.quantity,
  });
}

type IsAsked = (row: SaleLineRow) => boolean;

const ofLine =
  (saleLineId: number): IsAsked =>
  (row) =>
    row.id === saleLineId;

/** An item is named by its code or by one of its barcodes. */
function ofItem(context: ReadContext, code = ''): IsAsked {
  const product = productOfCode(context, code);
  return (row) => row.productId === product?.id;
}

function refuseReason(
  { settings }: ReadContext,
  { reason, note }: AskedLine,
  { line, unasked }: { readonly line: number; readonly unasked: boolean },
): Refused<LineRefusal> | undefined {
  const known = defaultReasons.some((code) => code === reason) || settings.reasons.some((own) => own.code === reason);
  if (!known) return refuse('no-such-reason', { line, reason });
  return !unasked && reason === 'other' && !note?.trim() ? refuse('note-needed', { line, reason }) : undefined;
}
