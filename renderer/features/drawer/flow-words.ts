import type { DrawerFlow } from '../../../contract/api/drawer.ts';
import { drawerMoveWords } from '../../../contract/words/index.ts';
import { say, t } from '../../i18n/index.ts';

/** Entries that cash takes part in, as the person at the drawer calls them. */
const entries = [
  'payout',
  'payout-void',
  'payout-correction',
  'sale',
  'goods-received',
  'goods-received-void',
  'repair-cost',
  'claim-paid',
] as const;

export function flowWords({ kind, entryKind }: DrawerFlow): string {
  if (kind === 'sale') return t('drawer.flow-sale');
  if (kind !== 'entry') return say(drawerMoveWords[kind]);
  const known = entries.find((entry) => entry === entryKind);
  return known ? t(`drawer.flow-${known}`) : t('drawer.flow-other');
}
