import type { ProductRow } from '../../../db/queries/catalog.ts';
import type { ReadContext } from '../../context.ts';
import { type Refused, refuse } from '../../refused.ts';
import type { ReceiptLine } from './line.ts';

type UnitRefusal = Refused<'units-do-not-fit' | 'unit-here-already' | 'expiry-needed'>;

/**
 * Single units of a line: serial numbers one each and batches, of the one kind the item is kept by, and they add up to the quantity. An
 * item that is not tracked may come with them all the same. `seen` are the numbers of the lines before.
 */
export function refuseUnits(
  { store }: Pick<ReadContext, 'store'>,
  { line, lineNumber, seen }: { line: ReceiptLine; lineNumber: number; seen: Set<string> },
): UnitRefusal | undefined {
  const { productId, sku, serials = [], batches = [] } = line;
  const product = store.catalog.productById(productId);
  if (!product || !doFit(line, product)) return refuse('units-do-not-fit', { line: lineNumber, sku });
  for (const code of serials) {
    const isSeen = seen.has(`${productId} ${code}`) || store.goodsReceipts.isHere(productId, code);
    if (isSeen) return refuse('unit-here-already', { line: lineNumber, sku, code });
    seen.add(`${productId} ${code}`);
  }
  const endless = product.expires === 1 ? batches.find(({ expiresOn }) => expiresOn === undefined) : undefined;
  return endless && refuse('expiry-needed', { line: lineNumber, sku, batch: endless.code });
}

function doFit(line: ReceiptLine, { tracking }: ProductRow): boolean {
  const { quantityMilli, serials = [], batches = [] } = line;
  const codes = [...serials, ...batches.map(({ code }) => code)];
  if (codes.length === 0) return tracking === null;
  if (new Set(codes).size < codes.length) return false;
  const given = serials.length > 0 ? 'serial' : 'batch';
  if ((serials.length > 0 && batches.length > 0) || (tracking !== null && tracking !== given)) return false;
  return batches.reduce((sum, batch) => sum + batch.quantityMilli, serials.length * 1000) === quantityMilli;
}
