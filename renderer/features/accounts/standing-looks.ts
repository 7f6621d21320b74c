import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import ListTree from '@lucide/svelte/icons/list-tree';
import PenLine from '@lucide/svelte/icons/pen-line';
import type { accountStandings } from '../../../contract/api/accounts.ts';
import type { Look } from '../../ui/stages.ts';

type Standing = (typeof accountStandings)[number];

/** How an account stands in the accountant’s chart, by icon and colour beside its word. */
export const standingLooks: Readonly<Record<Standing, Look>> = {
  ok: { tone: 'good', icon: CircleCheck },
  'no-such-code': { tone: 'wrong', icon: CircleX },
  'name-differs': { tone: 'wait', icon: PenLine },
  'has-subaccounts': { tone: 'wrong', icon: ListTree },
};
