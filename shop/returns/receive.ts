import { fromMilli, toMilli } from '../../contract/values/quantity.ts';
import type { ReturnHead, WorkLine } from '../../db/queries/returns.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { costOfReturned } from '../stock/cost.ts';
import { moveStock } from '../stock/move.ts';
import { loadForStep } from './load.ts';
import { takeStepByQuantities } from './steps.ts';
import { viewReturn } from './view.ts';

export type ReceivedLine = { readonly returnLineId: number; readonly quantity: number };
type ReceiveRefusal =
  | 'no-such-return'
  | 'wrong-stage'
  | 'needs-approval'
  | 'no-such-return-line'
  | 'over-requested-quantity'
  | 'month-closed';

/** Takes goods into the returns area at the cost they went out at, and posts them back to stock. */
export const receiveReturn: ActionHandler<'returns.receive'> = (context, { returnId, lines }) =>
  receiveLines(context, returnId, lines) ?? viewReturn(context, returnId);

/** The same without the view at the end; gives the refusal, or nothing when it is done. */
export function receiveLines(
  context: ActionContext,
  returnId: number,
  received: readonly ReceivedLine[],
): Refused<ReceiveRefusal> | undefined {
  const found = loadForStep(context, returnId, 'receive');
  if (found instanceof Refused) return notApprovedYet(context, returnId) ?? found;
  const closed = refuseClosedMonth(context, context.today);
  if (closed) return closed;

  const lines = new Map(context.store.returns.workLines(returnId).map((line) => [line.id, line]));
  const saleLines = found.saleId === null ? [] : context.store.sales.workLines(found.saleId);
  let valueCents = 0;
  for (const [index, { returnLineId, quantity }] of received.entries()) {
    const line = lines.get(returnLineId);
    if (!line) return refuse('no-such-return-line', { line: index + 1, returnLineId });
    const milli = toMilli(quantity);
    const over = refuseOver(line, milli, index + 1);
    if (over) return over;
    const saleLine = saleLines.find((row) => row.id === line.saleLineId);
    valueCents += receiveLine(context, { found, line, milli, saleLine });
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

type ReceiveLine = {
  readonly found: ReturnHead;
  readonly line: WorkLine;
  readonly milli: number;
  readonly saleLine: Parameters<typeof costOfReturned>[1]['saleLine'];
};

/** Gives the value at cost of what came. */
function receiveLine(context: ActionContext, { found, line, milli, saleLine }: ReceiveLine): number {
  const { valueCents, source } = costOfReturned(context, { productId: line.productId, saleLine, milli });
  const unknownMilli = source === 'unknown' ? milli : 0;
  context.store.facts.add('receipts', {
    returnLineId: line.id,
    quantityMilli: milli,
    valueCents,
    costSource: source,
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
