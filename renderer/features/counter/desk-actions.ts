import HandCoins from '@lucide/svelte/icons/hand-coins';
import PackageOpen from '@lucide/svelte/icons/package-open';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import type { Way } from '../settlement/settlement.svelte.ts';

type Doing = { readonly refund: () => Promise<void>; readonly takeIn: () => void };

/** What finishes a return at the counter: its refund, or only its record. */
export function deskActions(way: () => Way, { refund, takeIn }: Doing): { refundAction: Action; takeInAction: Action } {
  return {
    refundAction: {
      id: 'counter.refund',
      title: () => t(way() === 'exchange' ? 'counter.exchange' : 'counter.refund'),
      icon: HandCoins,
      shortcut: 'F9',
      run: refund,
    },
    takeInAction: {
      id: 'counter.take-in',
      title: () => t('counter.take-in'),
      icon: PackageOpen,
      shortcut: 'F8',
      run: takeIn,
    },
  };
}
