import MonitorUp from '@lucide/svelte/icons/monitor-up';
import PackageCheck from '@lucide/svelte/icons/package-check';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import { router } from '../../state/router.svelte.ts';

const when = (): boolean => router.offers('/update');
const run = (): void => router.go('/update');

export const updateProgram: Action = {
  id: 'update.open',
  title: () => t('update.program'),
  icon: PackageCheck,
  when,
  run,
};

/** Looked for by either name. */
export const updateActions: readonly Action[] = [
  updateProgram,
  { id: 'newpc.open', title: () => t('newpc.title'), icon: MonitorUp, when, run },
];
