import type { Product } from '../../contract/api/catalog.ts';
import { asPriceE4, formatPrice } from '../../contract/values/money.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';

export const getProduct: ReadHandler<'catalog.product'> = (context, { sku }) => {
  const row = context.store.catalog.product(sku);
  return row ? viewProduct(context, row) : refuse('no-such-product', { sku });
};

export const listCategories: ReadHandler<'catalog.categories'> = ({ store }) => ({
  items: store.catalog.categories().map(({ category, products }) => ({ category: category ?? '', products })),
});

/** An item as the contract shows it. */
export function viewProduct({ store: { catalog } }: Pick<ReadContext, 'store'>, row: ProductRow): Product {
  const origin = row.twinOf === null ? undefined : catalog.productById(row.twinOf);
  return {
    productId: row.id,
    sku: row.sku,
    name: row.name,
    ...(row.spec !== null && { spec: row.spec }),
    ...(row.category !== null && { category: row.category }),
    ...(row.supplierId !== null && {
      supplier: { supplierId: row.supplierId, name: catalog.supplierName(row.supplierId) ?? '' },
    }),
    ...(row.priceE4 !== null && { price: formatPrice(asPriceE4(row.priceE4)) }),
    ...(row.costE4 !== null && { unitCost: formatPrice(asPriceE4(row.costE4)) }),
    ...(row.tracking !== null && { tracking: row.tracking }),
    accessories: row.accessories === null ? [] : (JSON.parse(row.accessories) as string[]),
    ...(origin && { twinOf: { sku: origin.sku, name: origin.name, grade: row.twinGrade ?? '' } }),
    twins: catalog.twins(row.id).map(({ sku, name, grade }) => ({ sku, name, grade: grade ?? '' })),
    ...(row.flaw !== null && { flaw: row.flaw }),
  };
}
