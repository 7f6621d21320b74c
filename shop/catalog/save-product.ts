import type { ParsedInput } from '../../contract/api.ts';
import { parsePrice } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import type { ProductRow, SavedProduct } from '../../db/queries/catalog.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';
import { type Refused, refuse } from '../refused.ts';
import { addProduct } from '../sales/product.ts';
import { viewProduct } from './product.ts';

type Saving = ParsedInput<'catalog.saveProduct'>;

/** Changes what is said of an item: master data, that is no fact. Sale lines that were sold under a name of their own keep it. */
export const saveProduct: ActionHandler<'catalog.saveProduct'> = (context, input) => {
  const { catalog } = context.store;
  const { sku, supplierId } = input;
  if (typeof supplierId === 'number' && catalog.supplierName(supplierId) === undefined)
    return refuse('no-such-supplier', { supplier: String(supplierId) });
  const barcodes = [...new Set(input.barcodes)];
  const known = catalog.product(sku);
  const used = refuseBarcodes(context, { sku, barcodes, isNew: !known });
  if (used) return used;
  const id = known?.id ?? addProduct(context, input).id;
  const saved = changed(productRow(context, id), input);
  if (saved.expires === 1 && saved.tracking !== 'batch') return refuse('expiry-needs-batch', { sku });
  if (saved.minMilli !== null && saved.maxMilli !== null && saved.minMilli > saved.maxMilli)
    return refuse('min-over-max', { sku });
  writeProduct(context, { sku, saved, barcodes: input.barcodes && barcodes });
  return viewProduct(context, productRow(context, id));
};

type Writing = {
  readonly sku: string;
  readonly saved: SavedProduct;
  /** Those it has from now on; left out, they stay. */
  readonly barcodes?: readonly string[] | undefined;
};

/** Writes what is said of an item, and what it is found by: its code, names and barcodes. */
export function writeProduct({ store }: ActionContext, { sku, saved, barcodes }: Writing): void {
  const { caches, products } = store;
  if (barcodes) caches.products.setBarcodes(saved.id, barcodes);
  const known = products.barcodes(saved.id);
  caches.catalog.saveProduct(saved, indexedGrams([sku, saved.name, saved.spec, ...known]));
}

type Codes = { readonly sku: string; readonly barcodes: readonly string[]; readonly isNew: boolean };

/** A code names one item, whether it is its own or a barcode: else a scan would find another one than was meant. */
function refuseBarcodes(
  { store }: ActionContext,
  { sku, barcodes, isNew }: Codes,
): Refused<'barcode-used'> | undefined {
  const ownCode = isNew ? store.catalog.productByBarcode(sku) : undefined;
  if (ownCode) return refuse('barcode-used', { code: sku, sku: ownCode.sku });
  for (const code of barcodes) {
    const owner = store.catalog.productByBarcode(code) ?? store.catalog.product(code);
    if (owner && owner.sku !== sku) return refuse('barcode-used', { code, sku: owner.sku });
  }
  return undefined;
}

function productRow({ store }: ActionContext, id: number): ProductRow {
  const row = store.catalog.productById(id);
  if (!row) throw new Error(`no product ${id}`);
  return row;
}

function changed(row: ProductRow, input: Saving): SavedProduct {
  const { name, spec, category, supplierId, price, tracking, accessories, flaw } = input;
  return {
    id: row.id,
    name: name ?? row.name,
    spec: said(spec, row.spec),
    category: said(category, row.category),
    supplierId: supplierId === undefined ? row.supplierId : supplierId,
    priceE4: price === undefined ? row.priceE4 : price === null ? null : (parsePrice(price) ?? null),
    tracking: tracking === undefined ? row.tracking : tracking,
    accessories: accessories === undefined ? row.accessories : listed(accessories),
    flaw: said(flaw, row.flaw),
    ...changedAsGoods(row, input),
  };
}

function changedAsGoods(row: ProductRow, { unit, min, max, expires, location }: Saving) {
  return {
    unit: said(unit, row.unit),
    minMilli: level(min, row.minMilli),
    maxMilli: level(max, row.maxMilli),
    expires: expires === undefined ? row.expires : Number(expires),
    location: said(location, row.location),
  };
}

/** What is not named stays; an empty text takes away what was said. */
function said(text: string | undefined, before: string | null): string | null {
  return text === undefined ? before : text || null;
}

function level(quantity: number | null | undefined, before: number | null): number | null {
  if (quantity === undefined) return before;
  return quantity === null ? null : toMilli(quantity);
}

function listed(accessories: readonly string[]): string | null {
  return accessories.length === 0 ? null : JSON.stringify([...new Set(accessories)]);
}
