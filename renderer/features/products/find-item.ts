import type { Product } from '../../../contract/api/catalog.ts';
import type { ask } from '../../state/shop.svelte.ts';

/** An item, and the serial number it was named by where it was one. */
export type MeantItem = { readonly product: Product; readonly serial?: string };

const most = 6;

/** The item of exactly this code, barcode or serial number, else those that are called so. */
export async function itemsMeantBy(askShop: typeof ask, text: string): Promise<MeantItem[]> {
  const exact = await askShop('catalog.byCode', { code: text });
  if (exact.ok) return [isNamedBy(exact.ok, text) ? { product: exact.ok } : { product: exact.ok, serial: text }];
  const found = await askShop('catalog.products', { text, limit: most });
  const products = await Promise.all(
    (found.ok?.items ?? []).map(async ({ sku }) => (await askShop('catalog.product', { sku })).ok),
  );
  return products.flatMap((product) => (product ? { product } : []));
}

/** Whether the code is the item's own or one of its barcodes, not the number of one unit. */
export function isNamedBy({ sku, barcodes }: Product, text: string): boolean {
  return sku === text || barcodes.includes(text);
}
