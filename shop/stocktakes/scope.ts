import type { StocktakeScope } from '../../contract/api/stocktakes.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ScopeAsked } from '../../db/queries/stocktakes.ts';
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

/** Refuses a scope that names what the shop does not know. */
export function refuseUnknown(
  { store: { catalog } }: ReadContext,
  scope: StocktakeScope,
): Refused<'no-such-product' | 'no-such-supplier'> | undefined {
  if ('supplierId' in scope && catalog.supplierName(scope.supplierId) === undefined)
    return refuse('no-such-supplier', { supplier: String(scope.supplierId) });
  const unknown = 'skus' in scope ? scope.skus.find((sku) => !catalog.product(sku)) : undefined;
  return unknown === undefined ? undefined : refuse('no-such-product', { sku: unknown });
}
