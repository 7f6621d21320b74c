import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import KeyRound from '@lucide/svelte/icons/key-round';
import Lock from '@lucide/svelte/icons/lock';
import UserRoundCog from '@lucide/svelte/icons/user-round-cog';
import Users from '@lucide/svelte/icons/users';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import { amounts } from '../../state/amounts.svelte.ts';
import { deskPerson } from '../../state/desk-person.svelte.ts';
import { lockDesk } from '../../state/desk-session.ts';
import { router } from '../../state/router.svelte.ts';
import { ownPin } from './own-pin.svelte.ts';

const isSomebodyThere = (): boolean => deskPerson.name !== undefined;

export const switchPerson: Action = {
  id: 'staff.switch',
  title: () => t('staff.switch'),
  icon: Users,
  shortcut: 'Ctrl+L',
  when: isSomebodyThere,
  run: () => lockDesk({ another: true }),
};
export const lockNow: Action = {
  id: 'staff.lock',
  title: () => t('staff.lock'),
  icon: Lock,
  shortcut: 'Ctrl+Shift+L',
  when: isSomebodyThere,
  run: () => lockDesk(),
};
export const changeOwnPin: Action = {
  id: 'staff.own-pin',
  title: () => t('staff.own-pin-set'),
  icon: KeyRound,
  when: isSomebodyThere,
  run: () => {
    ownPin.open = true;
  },
};
const peopleOfShop: Action = {
  id: 'staff.open',
  title: () => t('staff.people'),
  icon: UserRoundCog,
  when: () => router.offers('/people'),
  run: () => router.go('/people'),
};
const hideAmounts: Action = {
  id: 'amounts.hide',
  title: () => t('staff.hide-amounts'),
  icon: EyeOff,
  when: () => !amounts.hidden,
  run: () => amounts.turn(),
};
const showAmounts: Action = {
  id: 'amounts.show',
  title: () => t('staff.show-amounts'),
  icon: Eye,
  when: () => amounts.hidden,
  run: () => amounts.turn(),
};

/** What concerns who is at the desk, and what those see who look over a shoulder. */
export const staffActions: readonly Action[] = [
  switchPerson,
  lockNow,
  changeOwnPin,
  peopleOfShop,
  hideAmounts,
  showAmounts,
];
