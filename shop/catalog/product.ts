import type { Product } from '../../contract/api/catalog.ts';
import { asPriceE4, currencyDigits, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { productOfCode } from './of-code.ts';

export const getProduct: ReadHandler<'catalog.product'> = (context, { sku }) => {
  const row = productOfCode(context, sku);
  return row ? viewProduct(context, row) : refuse('no-such-product', { sku });
};

export const getProductByCode: ReadHandler<'catalog.byCode'> = (context, { code }) => {
  const { catalog, products } = context.store;
  const named = productOfCode(context, code);
  const serialOf = named ? undefined : products.idBySerial(code);
  const row = serialOf === undefined ? named : catalog.productById(serialOf);
  return row ? viewProduct(context, row) : refuse('no-such-product', { sku: code });
};

export const listCategories: ReadHandler<'catalog.categories'> = ({ store }) => ({
  items: store.catalog.categories().map(({ category, products }) => ({ category: category ?? '', products })),
});

/** An item as the contract shows it. */
export function viewProduct(context: Pick<ReadContext, 'store' | 'settings'>, row: ProductRow): Product {
  const { catalog } = context.store;
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
    ...viewStock(context, row),
  };
}

type StockPart = Pick<
  Product,
  'barcodes' | 'unit' | 'min' | 'max' | 'expires' | 'location' | 'photo' | 'onShelf' | 'averageCost'
>;

/** What is said of an item as goods, and what is on the shelf of it. */
function viewStock({ store, settings }: Pick<ReadContext, 'store' | 'settings'>, row: ProductRow): StockPart {
  const { quantityMilli, unknownMilli, valueCents } = store.ledgers.balance(row.id, 'shelf');
  const knownMilli = quantityMilli - unknownMilli;
  const averageE4 = (): number => shareOf(valueCents, 10 ** (7 - currencyDigits(settings.currency)), knownMilli);
  return {
    barcodes: store.products.barcodes(row.id),
    ...(row.unit !== null && { unit: row.unit }),
    ...(row.minMilli !== null && { min: fromMilli(row.minMilli) }),
    ...(row.maxMilli !== null && { max: fromMilli(row.maxMilli) }),
    expires: row.expires === 1,
    ...(row.location !== null && { location: row.location }),
    ...(row.photo !== null && { photo: row.photo }),
    onShelf: fromMilli(quantityMilli),
    ...(knownMilli > 0 && { averageCost: formatPrice(asPriceE4(averageE4())) }),
  };
}
