import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ReadContext } from '../context.ts';

/** The item that a code names, wherever one is typed or scanned: its own code first (case counts), then one of its barcodes. */
export function productOfCode({ store }: Pick<ReadContext, 'store'>, code: string): ProductRow | undefined {
  return store.catalog.product(code) ?? store.catalog.productByBarcode(code);
}
