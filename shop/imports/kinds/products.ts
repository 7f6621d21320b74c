import type { Day } from '../../../contract/values/days.ts';
import { gatherByNumber, sameRows } from './gather.ts';
import type { Books, FileKind, Understood } from './kind.ts';
import { productCatalog } from './product-catalog.ts';
import { type ProductRow, type ProductUnit, productRowReader } from './product-row.ts';
import { priceText, quantityText, saidFields } from './said-fields.ts';

/** Items: those the shop does not know are made, of the others what the file says is changed. */
export const productsKind: FileKind<ProductRow, ProductUnit> = {
  kind: 'products',
  rowReader: productRowReader,
  understood,
  gatherer: () => {
    const codes = new Map<string, string>();
    return gatherByNumber<ProductRow, ProductUnit>((rows) => {
      const { number: sku, values } = rows[0];
      if (!sameRows(rows)) return { field: 'sku', code: 'number-twice' };
      const { minQuantity, maxQuantity, barcode = [] } = values;
      if (minQuantity !== undefined && maxQuantity !== undefined && minQuantity > maxQuantity)
        return { field: 'minQuantity', code: 'min-over-max' };
      if (barcode.some((code) => (codes.get(code) ?? sku) !== sku)) return { field: 'barcode', code: 'number-twice' };
      for (const code of barcode) codes.set(code, sku);
      return { sku, values, rows: rows.map(({ row }) => row) };
    });
  },
  weight: ({ rows }) => rows.length,
  warnings: (units) => {
    const nameless = units.filter(({ values }) => values.productName === undefined).length;
    return nameless > 0 ? [{ code: 'no-name', count: nameless }] : [];
  },
  books: ({ actionId, shape }) => productBooks(actionId, shape.today),
};

function productBooks(actionId: string, today: Day): Books<ProductUnit> {
  const catalog = productCatalog(actionId, today);
  return {
    standing: catalog.standing,
    store: (action, units) => {
      for (const unit of units) catalog.save(action, unit);
      return undefined;
    },
    stored: catalog.stored,
    wouldStore: (store, { sku }) => (store.catalog.product(sku) ? { changed: 1 } : { products: 1 }),
  };
}

function understood({ values }: ProductRow): Understood {
  const { barcode, unitCost, unitPrice, expires, minQuantity, maxQuantity, accessories, ...texts } = values;
  return {
    as: 'product',
    fields: saidFields({
      ...texts,
      barcode: barcode?.join(' '),
      unitCost: priceText(unitCost),
      unitPrice: priceText(unitPrice),
      expires: expires === undefined ? undefined : String(expires),
      minQuantity: quantityText(minQuantity),
      maxQuantity: quantityText(maxQuantity),
      accessories: accessories?.join('; '),
    }),
  };
}
