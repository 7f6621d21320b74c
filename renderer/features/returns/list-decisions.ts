import Check from '@lucide/svelte/icons/check';
import X from '@lucide/svelte/icons/x';
import type { Return } from '../../../contract/api/return-shape.ts';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';

const kinds = [
  { kind: 'approve', icon: Check, shortcut: 'F6' },
  { kind: 'reject', icon: X, shortcut: 'F7' },
] as const;

/** The yes and the no of a return that waits for review, right from the list; nothing for any other. */
export function listDecisions(
  found: Return | undefined,
  decide: (kind: 'approve' | 'reject', found: Return) => void,
): Action[] {
  if (found?.stage !== 'requested' || found.origin !== 'desk') return [];
  return kinds.map(({ kind, icon, shortcut }) => ({
    id: `returns.${kind}`,
    title: () => t(`returns.do-${kind}`),
    icon,
    shortcut,
    run: () => decide(kind, found),
  }));
}
