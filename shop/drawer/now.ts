import type { DrawerFlow } from '../../contract/api/drawer.ts';
import { denominationsOf } from '../../contract/values/denominations.ts';
import type { DrawerFlowRow } from '../../db/queries/drawer.ts';
import type { ReadHandler } from '../context.ts';
import { expectedAfter } from './expected.ts';
import { viewCount } from './view.ts';

const mostFlows = 1000;

/** Before the first count nobody knows what lies in the drawer, and nothing is expected. */
export const drawerNow: ReadHandler<'drawer.now'> = ({ store, settings }) => {
  const { seq } = store.desk.head();
  const { since, totals, expectedCents } = expectedAfter(store.drawer, seq);
  const flows = since ? store.drawer.newestFlows({ after: since.eventSeq, until: seq }, mostFlows) : [];
  return {
    ...(since && { since: viewCount(since) }),
    flows: flows.map(viewFlow),
    flowCount: totals.count,
    inCents: totals.inCents,
    outCents: totals.outCents,
    ...(expectedCents !== undefined && { expectedCents }),
    denominations: [...denominationsOf(settings.currency)],
  };
};

function viewFlow({ kind, entryKind, ...row }: DrawerFlowRow): DrawerFlow {
  return {
    ...row,
    kind: kind as DrawerFlow['kind'],
    ...(kind === 'entry' && entryKind !== null && { entryKind }),
  };
}
