import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { ActionContext } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { costOfReturned } from '../stock/cost.ts';
import { moveStock } from '../stock/move.ts';
import { loadForStep } from './load.ts';
import { takeStepByQuantities } from './steps.ts';
import { refuseSerialOf } from './units.ts';

export type ReceivedLine = {
  readonly returnLineId: number;
  readonly quantity: number;
  readonly condition?: 'ok' | 'damaged' | undefined;
  readonly serial?: string | undefined;
  readonly note?: string | undefined;
};
export type ReceiveRefusal =
  | UnitRefusal
  | 'no-such-return'
  | 'wrong-stage'
  | 'needs-approval'
  | 'no-such-return-line'
  | 'over-requested-quantity'
  | 'month-closed';

/** Takes goods into the returns area at the cost they went out at; gives the refusal, or nothing when it is done. */
export function receiveLines(
  context: ActionContext,
  returnId: number,
  received: readonly ReceivedLine[],
): Refused<ReceiveRefusal> | undefined {
  const found = loadForReceiving(context, returnId);
  if (found instanceof Refused) return found;
  const lines = new Map(context.store.returns.workLines(returnId).map((line) => [line.id, line]));
  const saleLines = found.saleId === null ? [] : context.store.sales.workLines(found.saleId);
  let valueCents = 0;
  for (const [index, came] of received.entries()) {
    const { returnLineId } = came;
    const line = lines.get(returnLineId);
    if (!line) return refuse('no-such-return-line', { line: index + 1, returnLineId });
    const milli = toMilli(came.quantity);
    const refused = refuseOver(line, milli, index + 1) ?? refuseUnit(context, { line, came, number: index + 1 });
    if (refused) return refused;
    const saleLine = saleLines.find((row) => row.id === line.saleLineId);
    valueCents += receiveLine(context, { found, line, milli, saleLine, came });
    lines.set(returnLineId, { ...line, receivedMilli: line.receivedMilli + milli });
  }
  postEntry(context, {
    kind: 'goods-back',
    document: found.number,
    day: context.today,
    lines: [
      { role: 'goods', debitCents: valueCents },
      { role: 'cost-of-sales', creditCents: valueCents },
    ],
  });
  takeStepByQuantities(context, found, { step: 'receive' });
  return undefined;
}

/** The return, when goods may be received on it today. */
export function loadForReceiving(
  context: ActionContext,
  returnId: number,
): ReturnHead | Refused<'no-such-return' | 'wrong-stage' | 'needs-approval' | 'month-closed'> {
  const found = loadForStep(context, returnId, 'receive');
  if (found instanceof Refused) return notApprovedYet(context, returnId) ?? found;
  return refuseClosedMonth(context, context.today) ?? found;
}

function notApprovedYet({ store }: ActionContext, returnId: number): Refused<'needs-approval'> | undefined {
  const found = store.returns.head(returnId);
  return found?.stage === 'requested' ? refuse('needs-approval', { number: found.number }) : undefined;
}

function refuseOver(line: WorkLine, milli: number, number: number): Refused<'over-requested-quantity'> | undefined {
  if (line.receivedMilli + milli <= line.expectedMilli) return undefined;
  return refuse('over-requested-quantity', {
    line: number,
    sku: line.sku,
    requested: fromMilli(line.expectedMilli),
    received: fromMilli(line.receivedMilli),
    asked: fromMilli(milli),
  });
}

type UnitRefusal = 'serial-needed' | 'serial-not-sold' | 'serial-back-already' | 'one-line-per-serial';

/** Goods with serial numbers come unit by unit, each with the number that was announced or, if none was, one that was sold. */
function refuseUnit(
  context: ActionContext,
  { line, came, number }: { readonly line: WorkLine; readonly came: ReceivedLine; readonly number: number },
): Refused<UnitRefusal> | undefined {
  const serial = came.serial ?? line.serial;
  const { sku } = line;
  if (serial === null && line.tracking !== 'serial') return undefined;
  if (came.quantity !== 1) return refuse('one-line-per-serial', { line: number, sku });
  if (serial === null) return refuse('serial-needed', { line: number, sku });
  if (line.serial !== null && line.serial !== serial) return refuse('serial-not-sold', { line: number, sku, serial });
  const { productId, saleLineId, id: lineId } = line;
  return refuseSerialOf(context, { line: number, sku, serial, productId, saleLineId, lineId });
}

type ReceiveLine = {
  readonly found: ReturnHead;
  readonly line: WorkLine;
  readonly milli: number;
  readonly saleLine: Parameters<typeof costOfReturned>[1]['saleLine'];
  readonly came: ReceivedLine;
};

/** Gives the value at cost of what came. */
function receiveLine(context: ActionContext, { found, line, milli, saleLine, came }: ReceiveLine): number {
  const { valueCents, source } = costOfReturned(context, { productId: line.productId, saleLine, milli });
  const unknownMilli = source === 'unknown' ? milli : 0;
  context.store.facts.add('receipts', {
    returnLineId: line.id,
    quantityMilli: milli,
    valueCents,
    costSource: source,
    condition: came.condition ?? null,
    serial: came.serial ?? line.serial,
    note: came.note || null,
  });
  moveStock(context, {
    productId: line.productId,
    from: 'customer',
    to: 'returns',
    quantityMilli: milli,
    unknownMilli,
    fromValueCents: 0,
    toValueCents: valueCents,
    document: found.number,
    day: context.today,
  });
  return valueCents;
}
