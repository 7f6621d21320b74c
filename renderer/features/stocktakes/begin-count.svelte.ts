import type { StocktakeScope } from '../../../contract/api/stocktakes.ts';
import { physicalPlaces } from '../../../contract/values/words.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { linesOf } from '../products/product-edit.svelte.ts';

export const scopeKinds = ['all', 'category', 'supplier', 'skus'] as const;
export type ScopeKind = (typeof scopeKinds)[number];
export type CountPlace = (typeof physicalPlaces)[number];
export const countPlaces: readonly CountPlace[] = physicalPlaces;

/** What is to be counted, as it is chosen. */
export class BeginCount {
  place = $state<CountPlace>('shelf');
  kind = $state<ScopeKind>('all');
  category = $state('');
  supplier = $state('');
  /** One a line. */
  skus = $state('');
  blind = $state(false);
  note = $state('');
  readonly call = new ActionCall('stocktakes.open');
  #tried = $state(false);

  addSku(code: string): void {
    this.kind = 'skus';
    const skus = linesOf(this.skus);
    if (!skus.includes(code)) this.skus = [...skus, code].join('\n');
  }

  /** Nothing while what the scope needs is not chosen. */
  get scope(): StocktakeScope | undefined {
    const { category, supplier } = this;
    const skus = linesOf(this.skus);
    if (this.kind === 'category') return category ? { category } : undefined;
    if (this.kind === 'supplier') return supplier ? { supplierId: Number(supplier) } : undefined;
    if (this.kind === 'skus') return skus.length > 0 ? { skus } : undefined;
    return { all: true };
  }

  get scopeMissing(): boolean {
    return this.#tried && this.scope === undefined;
  }

  /** The number of the count; nothing when there was trouble. */
  async begin(): Promise<string | undefined> {
    this.#tried = true;
    const { scope, place, blind } = this;
    if (!scope) return undefined;
    const note = this.note.trim();
    const begun = await this.call.run({ place, scope, blind, ...(note && { note }) });
    return begun?.number;
  }
}
