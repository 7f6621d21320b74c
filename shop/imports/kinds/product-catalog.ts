import type { Day } from '../../../contract/values/days.ts';
import { asPriceE4, formatPrice } from '../../../contract/values/money.ts';
import type { ReadStore } from '../../../db/store.ts';
import { writeProduct } from '../../catalog/save-product.ts';
import type { ActionContext } from '../../context.ts';
import { Refused } from '../../refused.ts';
import { addProduct } from '../../sales/product.ts';
import { setCost } from '../../stock/set-cost.ts';
import { type ProductSnapshot, productSnapshot } from '../undo/snapshots.ts';
import type { Standing } from './kind.ts';
import type { ProductUnit } from './product-row.ts';
import { supplierNamed } from './supplier-named.ts';
import { leaveTrace } from './traces.ts';

/** What reading a file of items does to the catalog, and how much of it was done. */
export function productCatalog(actionId: string, today: Day) {
  const counts = { products: 0, changed: 0, suppliers: 0 };

  const save = (context: ActionContext, unit: ProductUnit): void => {
    const { store } = context;
    const known = store.catalog.product(unit.sku);
    const before = known && productSnapshot(store, known.id);
    const { supplier } = unit.values;
    const named = supplier === undefined ? undefined : supplierNamed(context, actionId, supplier);
    if (named?.isNew) counts.suppliers += 1;
    const id = known?.id ?? addProduct(context, { sku: unit.sku, name: unit.values.productName }).id;
    const wanted = wantedOf(productSnapshot(store, id), unit, named?.id);
    const { sku, costE4, barcodes, ...saved } = wanted;
    writeProduct(context, { sku, saved: { id, ...saved }, barcodes });
    const revaluedCents = saveCost(context, { id, sku, costE4 });
    const after = { ...productSnapshot(store, id), ...(revaluedCents > 0 && { revaluedCents }) };
    leaveTrace(context, actionId, { kind: 'product', rowId: id, before, after });
    counts[known ? 'changed' : 'products'] += 1;
  };
  return {
    standing: (store: ReadStore, unit: ProductUnit) => standing(store, unit, today),
    save,
    stored: () => ({ ...counts }),
  };
}

/** A cost nobody knew gives the units in stock their value; another cost is that of goods to come. */
function saveCost(
  context: ActionContext,
  { id, sku, costE4 }: { readonly id: number; readonly sku: string; readonly costE4: number | null },
): number {
  const { store } = context;
  const known = store.catalog.productById(id)?.costE4 ?? null;
  if (costE4 === null || costE4 === known) return 0;
  if (known !== null) {
    store.caches.catalog.setCost(id, costE4);
    return 0;
  }
  const set = setCost(context, { id: '', sku, unitCost: formatPrice(asPriceE4(costE4)) });
  if (set instanceof Refused) throw new Error(`the cost of ${sku} was refused: ${set.code}`);
  return set.revaluedCents;
}

function standing(store: ReadStore, unit: ProductUnit, today: Day): Standing {
  const { sku, values } = unit;
  const { barcode = [], supplier } = values;
  const known = store.catalog.product(sku);
  if (!known && store.catalog.productByBarcode(sku)) return { field: 'sku', code: 'barcode-used' };
  for (const code of barcode) {
    const owner = store.catalog.productByBarcode(code) ?? store.catalog.product(code);
    if (owner && owner.sku !== sku) return { field: 'barcode', code: 'barcode-used' };
  }
  const before = known ? productSnapshot(store, known.id) : unknownProduct(sku);
  const wanted = wantedOf(
    before,
    unit,
    supplier === undefined ? undefined : (store.suppliers.idOfName(supplier) ?? -1),
  );
  if (wanted.expires === 1 && wanted.tracking !== 'batch') return { field: 'expires', code: 'expiry-needs-batch' };
  if (wanted.minMilli !== null && wanted.maxMilli !== null && wanted.minMilli > wanted.maxMilli)
    return { field: 'minQuantity', code: 'min-over-max' };
  // A cost nobody knew is posted today.
  if (known && before.costE4 === null && wanted.costE4 !== null && store.desk.monthClosedAt(today.slice(0, 7)))
    return { field: 'unitCost', code: 'month-closed' };
  return known && JSON.stringify(wanted) === JSON.stringify(before) ? 'same' : 'new';
}

function unknownProduct(sku: string): ProductSnapshot {
  const nothing = { spec: null, category: null, supplierId: null, priceE4: null, tracking: null, accessories: null };
  const goods = { flaw: null, unit: null, minMilli: null, maxMilli: null, expires: 0, location: null, costE4: null };
  return { sku, name: sku, ...nothing, ...goods, barcodes: [] };
}

/** The item as the file wants it: an empty cell changes nothing. */
function wantedOf(before: ProductSnapshot, { values }: ProductUnit, supplierId: number | undefined): ProductSnapshot {
  const { productName, spec, category, unit, location, unitCost, unitPrice, tracking, expires } = values;
  const { minQuantity, maxQuantity, accessories, barcode = [] } = values;
  return {
    sku: before.sku,
    name: productName ?? before.name,
    spec: spec ?? before.spec,
    category: category ?? before.category,
    supplierId: supplierId ?? before.supplierId,
    priceE4: unitPrice ?? before.priceE4,
    tracking: tracking === undefined ? before.tracking : tracking === 'none' ? null : tracking,
    accessories: accessories === undefined ? before.accessories : JSON.stringify(accessories),
    flaw: before.flaw,
    unit: unit ?? before.unit,
    minMilli: minQuantity ?? before.minMilli,
    maxMilli: maxQuantity ?? before.maxMilli,
    expires: expires === undefined ? before.expires : Number(expires),
    location: location ?? before.location,
    costE4: unitCost ?? before.costE4,
    // Barcodes are added to those it has: a file often knows only one of them.
    barcodes: [...new Set([...before.barcodes, ...barcode])].sort(),
  };
}
