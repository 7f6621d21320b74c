import type { ReadStore } from '../../../db/store.ts';

/** All that a file may say of an item, a customer or a supplier, as it stands: by this it is known whether somebody changed it since. */
export function productSnapshot({ catalog, products }: ReadStore, id: number) {
  const row = catalog.productById(id);
  if (!row) throw new Error(`no product ${id}`);
  const { sku, name, spec, category, supplierId, priceE4, tracking, accessories, flaw } = row;
  const { unit, minMilli, maxMilli, expires, location, costE4 } = row;
  return {
    sku,
    name,
    spec,
    category,
    supplierId,
    priceE4,
    tracking,
    accessories,
    flaw,
    unit,
    minMilli,
    maxMilli,
    expires,
    location,
    costE4,
    barcodes: products.barcodes(id),
  };
}
export type ProductSnapshot = ReturnType<typeof productSnapshot>;

export function customerSnapshot({ catalog }: ReadStore, id: number) {
  const row = catalog.customerById(id);
  if (!row) throw new Error(`no customer ${id}`);
  const { code, name, phone, email, locale, vip } = row;
  return { code, name, phone, email, locale, vip };
}
export type CustomerSnapshot = ReturnType<typeof customerSnapshot>;

export function supplierSnapshot({ suppliers }: ReadStore, id: number) {
  const row = suppliers.byId(id);
  if (!row) throw new Error(`no supplier ${id}`);
  const { name, phone, email, claimDays, note, leadDays } = row;
  return { name, phone, email, claimDays, note, leadDays };
}
export type SupplierSnapshot = ReturnType<typeof supplierSnapshot>;
