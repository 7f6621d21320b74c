import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ActionContext } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';

export type NamedProduct = {
  readonly sku: string;
  readonly name?: string | undefined;
  readonly spec?: string | undefined;
};

/** The product of a code (case counts); made when there is none, named by its code when nobody says more. */
export function productIdOf({ store }: ActionContext, named: NamedProduct): Pick<ProductRow, 'id' | 'name'> {
  const found = store.catalog.product(named.sku);
  if (found) return found;
  const name = named.name || named.sku;
  const spec = named.spec || null;
  const id = store.caches.catalog.addProduct({ sku: named.sku, name, spec }, indexedGrams([named.sku, name, spec]));
  return { id, name };
}
