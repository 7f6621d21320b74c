import type { Product } from '../../../contract/api/catalog.ts';
import type { ask } from '../../state/shop.svelte.ts';
import { isNamedBy } from '../products/find-item.ts';

export type FoundProduct = Pick<Product, 'sku' | 'name' | 'tracking' | 'price'> & Partial<Pick<Product, 'accessories'>>;

const most = 6;

/** The item of exactly this code or barcode, else those of that name: what is found by its name has its code as detail. */
export async function findProducts(askShop: typeof ask, text: string): Promise<FoundProduct[]> {
  const exact = await askShop('catalog.byCode', { code: text });
  if (exact.ok && isNamedBy(exact.ok, text)) return [exact.ok];
  const found = await askShop('find.search', { text, limit: 20 });
  const products = (found.ok?.items ?? []).filter(({ kind }) => kind === 'product').slice(0, most);
  const details = await Promise.all(
    products.map(async ({ title, detail }) => {
      const byTitle = await askShop('catalog.product', { sku: title });
      return byTitle.ok ?? (await askShop('catalog.product', { sku: detail })).ok;
    }),
  );
  return details.flatMap((product) => product ?? []);
}
