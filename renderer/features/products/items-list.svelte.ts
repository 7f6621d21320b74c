import type { Input, Output } from '../../../contract/api.ts';
import { Marks } from '../../state/marks.svelte.ts';

export type Item = Output<'catalog.products'>['items'][number];

export const levels = ['any', 'low', 'over'] as const;
export type Level = (typeof levels)[number];
/** Everything, in a list of categories or suppliers. */
export const anything = '';

/** At most so many are asked for; the search narrows the others. */
const mostItems = 500;

export function levelOf({ onShelf, min, max }: Pick<Item, 'onShelf' | 'min' | 'max'>): 'low' | 'ok' | 'over' {
  if (min !== undefined && onShelf < min) return 'low';
  return max !== undefined && onShelf > max ? 'over' : 'ok';
}

/** What the list of items shows. It outlives the screen. */
export class ItemsList {
  text = $state('');
  category = $state(anything);
  supplier = $state(anything);
  level = $state<Level>('any');
  selected = $state<string>();
  /** Whose labels are printed together. */
  readonly marks = new Marks<Item>(({ sku }) => sku);

  narrowed = $derived(
    this.text.trim() !== '' || this.category !== anything || this.supplier !== anything || this.level !== 'any',
  );

  input = $derived.by((): Input<'catalog.products'> => {
    const text = this.text.trim();
    return {
      limit: mostItems,
      ...(text && { text }),
      ...(this.category !== anything && { category: this.category }),
      ...(this.supplier !== anything && { supplierId: Number(this.supplier) }),
    };
  });

  shown(items: readonly Item[]): readonly Item[] {
    return this.level === 'any' ? items : items.filter((item) => levelOf(item) === this.level);
  }

  clear(): void {
    this.text = '';
    this.category = anything;
    this.supplier = anything;
    this.level = 'any';
  }
}

export const itemsList = new ItemsList();
