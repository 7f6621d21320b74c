import type { ParsedInput } from '../../contract/api.ts';
import type { Channel } from '../../contract/values/words.ts';
import type { ReturnRow } from '../../db/queries/returns.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { onlyOfArrival, takeIn } from './arrive.ts';
import { loadForReceiving, receiveLines } from './receive-lines.ts';
import { viewReturn } from './view.ts';

type Extra = NonNullable<ParsedInput<'returns.receive'>['extra']>[number];

/**
 * Takes goods into the returns area at the cost they went out at, and posts them back to stock. What lay in the parcel and was not asked
 * for becomes a return of its own in the same action.
 */
export const receiveReturn: ActionHandler<'returns.receive'> = (context, { returnId, lines, extra = [] }) => {
  const found = loadForReceiving(context, returnId);
  if (found instanceof Refused) return found;
  const refused = lines.length > 0 ? receiveLines(context, returnId, lines) : undefined;
  if (refused) return refused;
  if (extra.length > 0) {
    const parent = context.store.returns.byId(returnId);
    if (!parent) return refuse('no-such-return', { return: String(returnId) });
    const taken = takeInExtra(context, parent, extra);
    if (taken) return taken;
  }
  return viewReturn(context, returnId);
};

function takeInExtra(context: ActionContext, parent: ReturnRow, extra: readonly Extra[]) {
  const taken = takeIn(context, {
    day: context.today,
    channel: parent.channel as Channel,
    want: 'refund',
    customerId: parent.customerId,
    parentId: parent.id,
    ...(parent.courier !== null && { courier: parent.courier }),
    ...(parent.waybill !== null && { waybill: parent.waybill }),
    lines: extra.map(({ kind, ...line }) => ({ ...line, reason: kind === 'over' ? 'other' : 'wrong-item' })),
  });
  if (!(taken instanceof Refused)) return undefined;
  const refused = onlyOfArrival(taken);
  if (refused.code === 'no-such-reason') throw new Error('a reason of every shop is not known');
  return refused as Refused<Exclude<typeof refused.code, 'no-such-reason'>>;
}
