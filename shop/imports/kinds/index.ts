import type { ImportKind } from '../../../contract/api/import-fields.ts';
import { returnsKind } from '../returns/kind.ts';
import { customersKind } from './customers.ts';
import { goodsReceivedKind } from './goods-received.ts';
import type { AnyFileKind } from './kind.ts';
import { openingStockKind } from './opening-stock.ts';
import { productsKind } from './products.ts';
import { salesKind } from './sales.ts';
import { suppliersKind } from './suppliers.ts';

/** How a file of each kind is read. */
const kinds: Partial<Record<ImportKind, AnyFileKind>> = {
  sales: salesKind,
  products: productsKind,
  customers: customersKind,
  suppliers: suppliersKind,
  'opening-stock': openingStockKind,
  'goods-received': goodsReceivedKind,
  returns: returnsKind,
};

export function fileKindOf(kind: ImportKind): AnyFileKind {
  const found = kinds[kind];
  if (!found) throw new Error(`no reader of ${kind}`);
  return found;
}
