import type { ParsedInput } from '../../contract/api.ts';
import { parsePrice } from '../../contract/values/money.ts';
import type { ProductRow, SavedProduct } from '../../db/queries/catalog.ts';
import type { ActionHandler } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';
import { refuse } from '../refused.ts';
import { productIdOf } from '../sales/product.ts';
import { viewProduct } from './product.ts';

/** Changes what is said of an item: master data, that is no fact. Sale lines that were sold under a name of their own keep it. */
export const saveProduct: ActionHandler<'catalog.saveProduct'> = (context, input) => {
  const { catalog } = context.store;
  const { supplierId } = input;
  if (typeof supplierId === 'number' && catalog.supplierName(supplierId) === undefined)
    return refuse('no-such-supplier', { supplier: String(supplierId) });
  const { id } = productIdOf(context, { sku: input.sku, name: input.name, spec: input.spec });
  const saved = changed(productRow(context, id), input);
  context.store.caches.catalog.saveProduct(saved, indexedGrams([input.sku, saved.name, saved.spec]));
  return viewProduct(context, productRow(context, id));
};

function productRow({ store }: Parameters<typeof saveProduct>[0], id: number): ProductRow {
  const row = store.catalog.productById(id);
  if (!row) throw new Error(`no product ${id}`);
  return row;
}

function changed(row: ProductRow, input: ParsedInput<'catalog.saveProduct'>): SavedProduct {
  const { name, spec, category, supplierId, price, tracking, accessories, flaw } = input;
  return {
    id: row.id,
    name: name ?? row.name,
    spec: spec === undefined ? row.spec : spec || null,
    category: category === undefined ? row.category : category || null,
    supplierId: supplierId === undefined ? row.supplierId : supplierId,
    priceE4: price === undefined ? row.priceE4 : price === null ? null : (parsePrice(price) ?? null),
    tracking: tracking === undefined ? row.tracking : tracking,
    accessories: accessories === undefined ? row.accessories : listed(accessories),
    flaw: flaw === undefined ? row.flaw : flaw || null,
  };
}

function listed(accessories: readonly string[]): string | null {
  return accessories.length === 0 ? null : JSON.stringify([...new Set(accessories)]);
}
