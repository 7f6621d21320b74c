import type { Input } from '../../../contract/api.ts';

export const views = ['low', 'over', 'expiring', 'all'] as const;
export type View = (typeof views)[number];
/** Everything, in a list of categories or suppliers. */
export const anything = '';

/** What the list of orders looks at. It outlives the screen. */
class ReorderList {
  view = $state<View>('low');
  supplier = $state(anything);
  category = $state(anything);
  days = $state<number | undefined>(90);
  cover = $state<number | undefined>(30);
  selected = $state<string>();

  input = $derived.by(
    (): Input<'stock.levels'> => ({
      only: this.view,
      ...(this.supplier !== anything && { supplierId: Number(this.supplier) }),
      ...(this.category !== anything && { category: this.category }),
      ...(this.days !== undefined && { days: this.days }),
      ...(this.cover !== undefined && { cover: this.cover }),
    }),
  );
}

export const reorderList = new ReorderList();
