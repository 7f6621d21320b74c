import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import type { Settlement, Way } from './settlement.svelte.ts';

const shortcuts = { exchange: 'F6', 'store-credit': 'F7' } as const;

/** The keys that settle otherwise than by money; pressed again they go back to it. */
export function wayActions(settlement: () => Settlement, picked: (way: Way) => unknown = () => undefined): Action[] {
  return (['exchange', 'store-credit'] as const).map((way) => ({
    id: `settle.${way}`,
    title: () => t(settlement().way === way ? 'settlement.do-refund' : `settlement.do-${way}`),
    shortcut: shortcuts[way],
    run: () => {
      const current = settlement();
      current.way = current.way === way ? 'refund' : way;
      picked(current.way);
    },
  }));
}
