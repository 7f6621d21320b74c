import { settlementRefusals } from '../../contract/api/settlement-shape.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { inspectLines } from '../inspection/record.ts';
import { type Refunding, refund } from '../refunds/record.ts';
import { Refused, refuse } from '../refused.ts';
import { approveOpened } from './approve-opened.ts';
import { openPlanned } from './open.ts';
import { planReturn } from './plan.ts';
import { receiveLines } from './receive-lines.ts';
import { viewReturn } from './view.ts';

/** A whole counter return in one transaction: the customer stands there, so it happens entirely or not at all. */
export const counterReturn: ActionHandler<'returns.counter'> = (context, input) => {
  const plan = planReturn(context, input);
  if (plan instanceof Refused) return plan;
  const opened = openPlanned(context, plan, input);
  const { returnId, number } = opened;
  const unapproved = approveOpened(context, opened, input.approve);
  if (unapproved) return unapproved;
  const received = receiveLines(context, returnId, opened.lines);
  if (received) return only(received, ['month-closed', 'serial-needed', 'one-line-per-serial']);
  const gradings = opened.lines.flatMap(({ returnLineId }, index) =>
    (input.lines[index]?.gradings ?? []).map((grading) => ({ ...grading, returnLineId })),
  );
  const inspected = inspectLines(context, returnId, gradings);
  if (inspected)
    return only(inspected, ['over-received-quantity', 'over-value', 'check-needs-note', 'name-used', 'month-closed']);
  const extras = input.extras?.map(({ line, ...extra }) => ({
    ...extra,
    ...(line !== undefined && { returnLineId: opened.lines[line - 1]?.returnLineId ?? 0 }),
  }));
  const { payouts, storeCredit, exchange, override } = input;
  return settle(context, { returnId, number, refunding: { payouts, extras, storeCredit, exchange, override } });
};

type Settling = { readonly returnId: number; readonly number: string; readonly refunding: Refunding };

/** Everything that came must be graded; goods that nothing is owed for are done without a credit note. */
function settle(context: ActionContext, { returnId, number, refunding }: Settling) {
  const lines = context.store.returns.quantities(returnId);
  if (lines.some((line) => line.inspectedMilli < line.receivedMilli)) return refuse('not-inspected', { number });
  const done = refund(context, returnId, refunding);
  if (done instanceof Refused && done.code === 'nothing-to-refund') {
    const askedCents = refunding.payouts.reduce((sum, payout) => sum + payout.amountCents, 0);
    if (askedCents > 0 || refunding.exchange) return refuse('over-paid-amount', { payableCents: 0, askedCents });
    return { payoutNumbers: [], totalCents: 0, storeCredits: [], return: viewReturn(context, returnId) };
  }
  if (done instanceof Refused) return only(done, [...settlementRefusals, 'no-such-return-line']);
  return { ...done, return: viewReturn(context, returnId) };
}

/** The steps before make every other refusal impossible; meeting one is a bug. */
function only<Code extends RefusalCode>(refused: Refused, expected: readonly Code[]): Refused<Code> {
  if (expected.some((code) => code === refused.code)) return refused as unknown as Refused<Code>;
  throw new Error(`a counter return was refused half-way: ${refused.code} ${JSON.stringify(refused.data)}`);
}
