import { unusualKinds } from '../../../contract/api/unusual.ts';
import type { Output } from '../../../contract/api.ts';
import { type UnusualReads, unusualReads } from '../../../db/queries/unusual.ts';
import { inSnapshot } from '../../../db/snapshot.ts';
import type { LongReadContext, LongReadHandler } from '../../context.ts';
import { approvalsOf, oneApprover } from './approvals.ts';
import { besideReturns } from './beside.ts';
import { outOfPayouts } from './payouts.ts';

type Item = Output<'insight.unusual'>['items'][number];

/** What an owner looks at twice in a period (PRACTICE §4). Nothing of it is wrong by itself, and a plain month has none. */
export const listUnusual: LongReadHandler<'insight.unusual'> = (context, period) =>
  inSnapshot(context.connection, () => {
    const reads = unusualReads(context.connection.orm);
    const stretch = reads.stretchOf.events(period);
    const paid = reads.paidOut(period);
    context.throwIfCancelled();
    const approvals = approvalsOf(reads.agreed(stretch));
    const items = [
      ...takenBack(reads, period),
      ...overridden(reads, stretch),
      ...outOfPayouts(reads, paid, context.settings),
      ...oneApprover(approvals, reads.approvers()),
      ...besideReturns(reads, stretch, isNow(context, period)),
    ];
    return { items: inOrder(items), approvals };
  });

const isNow = ({ today }: LongReadContext, { from, to }: { from: string; to: string }): boolean =>
  from <= today && today <= to;

/** Kind by kind; within one as they came, the newest first. */
function inOrder(items: readonly Item[]): Item[] {
  return unusualKinds.flatMap((kind) => items.filter((item) => item.kind === kind));
}

function takenBack(reads: UnusualReads, period: Parameters<UnusualReads['takenBack']>[0]): Item[] {
  return reads.takenBack(period).map(({ seq: _, payer, cents, why, ...row }) => ({
    kind: 'void',
    ...row,
    other: payer,
    amountCents: cents,
    ...(why !== null && { why }),
  }));
}

function overridden(reads: UnusualReads, stretch: Parameters<UnusualReads['overridden']>[0]): Item[] {
  return reads.overridden(stretch).map(({ seq: _, opener, cents, why, ...row }) => ({
    kind: 'override',
    ...row,
    ...(opener !== null && opener !== row.person && { other: opener }),
    amountCents: cents,
    ...(why !== null && { why }),
  }));
}
