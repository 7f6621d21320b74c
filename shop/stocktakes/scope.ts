import type { StocktakeScope } from '../../contract/api/stocktakes.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ScopeAsked } from '../../db/queries/stocktakes.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ReadContext } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';

/** The scope as the book keeps it. */
export function parseScope(text: string): StocktakeScope {
  return JSON.parse(text) as StocktakeScope;
}

export function belongsTo(scope: StocktakeScope, { sku, category, supplierId }: ProductRow): boolean {
  if ('skus' in scope) return scope.skus.includes(sku);
  if ('category' in scope) return category === scope.category;
  return 'all' in scope || supplierId === scope.supplierId;
}

export function askedBy(scope: StocktakeScope): ScopeAsked {
  return {
    category: 'category' in scope ? scope.category : null,
    supplierId: 'supplierId' in scope ? scope.supplierId : null,
    skus: 'skus' in scope ? JSON.stringify(scope.skus) : null,
  };
}

/** The scope by the items' own codes; refused where it names what the shop does not know. */
export function knownScope(
  context: ReadContext,
  scope: StocktakeScope,
): StocktakeScope | Refused<'no-such-product' | 'no-such-supplier'> {
  if ('supplierId' in scope && context.store.catalog.supplierName(scope.supplierId) === undefined)
    return refuse('no-such-supplier', { supplier: String(scope.supplierId) });
  if (!('skus' in scope)) return scope;
  const skus = new Set<string>();
  for (const code of scope.skus) {
    const product = productOfCode(context, code);
    if (!product) return refuse('no-such-product', { sku: code });
    skus.add(product.sku);
  }
  return { skus: [...skus] };
}
