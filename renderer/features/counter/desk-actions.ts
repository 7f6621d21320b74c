import HandCoins from '@lucide/svelte/icons/hand-coins';
import PackageOpen from '@lucide/svelte/icons/package-open';
import PhoneIncoming from '@lucide/svelte/icons/phone-incoming';
import Store from '@lucide/svelte/icons/store';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';

type Doing = {
  readonly refund: () => Promise<void>;
  readonly takeIn: () => void;
  readonly record: () => Promise<void>;
  readonly here: () => void;
};
type DeskActions = Readonly<Record<'refundAction' | 'takeInAction' | 'recordAction' | 'hereAction', Action>>;

/** What finishes a return at the counter: its refund, or only its record; and what records goods that come later. */
export function deskActions({ refund, takeIn, record, here }: Doing): DeskActions {
  return {
    refundAction: {
      id: 'counter.refund',
      title: () => t('counter.refund'),
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
    recordAction: {
      id: 'counter.record-announced',
      title: () => t('counter.record'),
      icon: PhoneIncoming,
      shortcut: 'F9',
      run: record,
    },
    hereAction: {
      id: 'counter.goods-here',
      title: () => t('counter.goods-here'),
      icon: Store,
      shortcut: 'F8',
      run: here,
    },
  };
}
