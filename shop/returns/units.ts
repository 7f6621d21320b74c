import { fromMilli } from '../../contract/values/quantity.ts';
import type { SaleLineRow } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';

/** A line as far as its units go. */
type UnitLine = {
  readonly line: number;
  readonly productId: number;
  readonly sku: string;
  readonly milli: number;
  readonly serial: string | null;
  readonly batch: string | null;
  readonly saleLine: Pick<SaleLineRow, 'id'> | undefined;
};

type UnitRefusal = 'serial-not-sold' | 'serial-back-already' | 'one-line-per-serial' | 'over-sold-quantity';

/** Of several lines of one item, the one that sold this serial number. */
export function saleLineOfSerial(
  { store }: ReadContext,
  candidates: readonly SaleLineRow[],
  serial: string | undefined,
): SaleLineRow | undefined {
  if (serial === undefined || candidates.length < 2) return undefined;
  return candidates.find(({ id }) => store.units.sold(id).some(({ code }) => code === serial));
}

/** Refuses a serial number or batch that cannot come back on this line. Goods without one are not asked about here. */
export function refuseUnit(
  context: ReadContext,
  line: UnitLine,
  planned: readonly UnitLine[],
): Refused<UnitRefusal> | undefined {
  if (line.serial !== null) return refuseSerial(context, line, planned);
  return line.batch === null ? undefined : refuseBatch(context, line, planned);
}

function refuseSerial(
  context: ReadContext,
  { line, sku, serial, milli, productId, saleLine }: UnitLine,
  planned: readonly UnitLine[],
): Refused<UnitRefusal> | undefined {
  if (serial === null) return undefined;
  if (milli !== 1000) return refuse('one-line-per-serial', { line, sku });
  if (planned.some((other) => other.serial === serial && other.productId === productId))
    return refuse('serial-back-already', { line, serial });
  return refuseSerialOf(context, { line, sku, serial, productId, saleLineId: saleLine?.id ?? null, lineId: null });
}

export type SerialAsked = {
  readonly line: number;
  readonly sku: string;
  readonly serial: string;
  readonly productId: number;
  readonly saleLineId: number | null;
  /** The return line it is on; its own announcement is no obstacle. */
  readonly lineId: number | null;
};

/**
 * Refuses a serial number that the sale did not sell, where the sale knows its numbers, and one that is back for that sale already. One
 * that went home to the customer may come again.
 */
export function refuseSerialOf(
  { store }: ReadContext,
  { line, sku, serial, productId, saleLineId, lineId }: SerialAsked,
): Refused<'serial-not-sold' | 'serial-back-already'> | undefined {
  if (saleLineId === null)
    return store.units.isBackUnlinked(productId, serial) ? refuse('serial-back-already', { line, serial }) : undefined;
  const sold = store.units.sold(saleLineId).filter(({ kind }) => kind === 'serial');
  if (sold.length > 0 && !sold.some(({ code }) => code === serial))
    return refuse('serial-not-sold', { line, sku, serial });
  return store.units.isBack({ saleLineId, serial, lineId: lineId ?? 0 })
    ? refuse('serial-back-already', { line, serial })
    : undefined;
}

function refuseBatch(
  { store }: ReadContext,
  { line, sku, batch, milli, saleLine }: UnitLine,
  planned: readonly UnitLine[],
): Refused<UnitRefusal> | undefined {
  if (batch === null || !saleLine) return undefined;
  const sold = store.units.sold(saleLine.id).filter(({ kind }) => kind === 'batch');
  if (sold.length === 0) return undefined;
  const own = sold.find(({ code }) => code === batch);
  if (!own) return refuse('serial-not-sold', { line, sku, serial: batch });
  const returned = planned
    .filter((other) => other.batch === batch && other.saleLine?.id === saleLine.id)
    .reduce((sum, other) => sum + other.milli, store.units.batchBackMilli(saleLine.id, batch));
  if (returned + milli <= own.quantityMilli) return undefined;
  return refuse('over-sold-quantity', {
    line,
    sku,
    sold: fromMilli(own.quantityMilli),
    returned: fromMilli(returned),
    asked: fromMilli(milli),
  });
}
