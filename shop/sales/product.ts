import type { ProductRow } from '../../db/queries/catalog.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ActionContext } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';

export type NamedProduct = {
  readonly sku: string;
  readonly name?: string | undefined;
  readonly spec?: string | undefined;
};

/** The product of a code (case counts) or barcode; made when there is none. */
export function productIdOf(context: ActionContext, named: NamedProduct): Pick<ProductRow, 'id' | 'name'> {
  return productOfCode(context, named.sku) ?? addProduct(context, named);
}

/** A product that was not there, named by its code when nobody says more. */
export function addProduct({ store }: ActionContext, named: NamedProduct): Pick<ProductRow, 'id' | 'name'> {
  const name = named.name || named.sku;
  const spec = named.spec || null;
  const id = store.caches.catalog.addProduct({ sku: named.sku, name, spec }, indexedGrams([named.sku, name, spec]));
  return { id, name };
}
