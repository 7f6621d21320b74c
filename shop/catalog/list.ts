import { asPriceE4, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ListedProduct } from '../../db/queries/products.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { gramsQuery } from '../find/grams.ts';

/** Items page by page in the order of their codes, all or those that a text finds. */
export const listProducts: ReadHandler<'catalog.products'> = (context, input) => {
  const { text = '', category, supplierId, limit = 100, after = '' } = input;
  const asked = { among: found(context, text.trim()), category: category || null, supplierId: supplierId ?? null };
  const { products } = context.store;
  return { items: products.page({ ...asked, after, limit }).map(viewListed), total: products.count(asked) };
};

/** The items a text finds: by name as everything is found, and by any part of a code or barcode. All for an empty one. */
function found({ store }: Pick<ReadContext, 'store'>, text: string): string | null {
  if (text === '') return null;
  const query = gramsQuery(text);
  const byName = query === undefined ? [] : store.products.idsByName(query);
  return JSON.stringify([...new Set([...byName, ...store.products.idsByPart(text.toLowerCase())])]);
}

function viewListed(row: ListedProduct) {
  const { productId, sku, name, spec, category, unit, priceE4, photo, minMilli, maxMilli, shelfMilli, supplier } = row;
  return {
    productId,
    sku,
    name,
    ...(spec !== null && { spec }),
    ...(category !== null && { category }),
    ...(unit !== null && { unit }),
    ...(priceE4 !== null && { price: formatPrice(asPriceE4(priceE4)) }),
    ...(photo !== null && { photo }),
    onShelf: fromMilli(shelfMilli),
    ...(minMilli !== null && { min: fromMilli(minMilli) }),
    ...(maxMilli !== null && { max: fromMilli(maxMilli) }),
    ...(supplier !== null && { supplier }),
  };
}
