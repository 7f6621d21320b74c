import { and, asc, count, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { customers, products, suppliers } from '../schema/sales.ts';
import { productBarcodes } from '../schema/stock-book.ts';
import { findIndexWrites } from './find-index.ts';

const id = sql.placeholder('id');

export function catalogReads(orm: Orm) {
  const product = prepared(
    orm,
    orm
      .select()
      .from(products)
      .where(eq(products.sku, sql.placeholder('sku'))),
  );
  const byBarcode = prepared(
    orm,
    orm
      .select(getTableColumns(products))
      .from(productBarcodes)
      .innerJoin(products, eq(products.id, productBarcodes.productId))
      .where(eq(productBarcodes.code, sql.placeholder('code'))),
  );
  const productById = prepared(orm, orm.select().from(products).where(eq(products.id, id)));
  const supplier = prepared(
    orm,
    orm.select({ id: suppliers.id, name: suppliers.name }).from(suppliers).where(eq(suppliers.id, id)),
  );
  const twins = prepared(
    orm,
    orm
      .select({ sku: products.sku, name: products.name, grade: products.twinGrade })
      .from(products)
      .where(eq(products.twinOf, id))
      .orderBy(asc(products.id)),
  );
  const categories = prepared(
    orm,
    orm
      .select({ category: products.category, products: count() })
      .from(products)
      .where(isNotNull(products.category))
      .groupBy(products.category)
      .orderBy(asc(products.category)),
  );
  return {
    ...peopleReads(orm),
    product: (sku: string) => product.get({ sku }),
    productByBarcode: (code: string) => byBarcode.get({ code }),
    productById: (productId: number) => productById.get({ id: productId }),
    supplierName: (supplierId: number) => supplier.get({ id: supplierId })?.name,
    /** The same goods sold again as opened. */
    twins: (productId: number) => twins.all({ id: productId }),
    categories: () => categories.all(),
  };
}

function peopleReads(orm: Orm) {
  const byCode = prepared(
    orm,
    orm
      .select()
      .from(customers)
      .where(eq(customers.code, sql.placeholder('text'))),
  );
  const byPhone = prepared(
    orm,
    orm
      .select()
      .from(customers)
      .where(eq(customers.phone, sql.placeholder('text')))
      .limit(1),
  );
  const byName = prepared(
    orm,
    orm
      .select()
      .from(customers)
      .where(eq(customers.name, sql.placeholder('text')))
      .limit(1),
  );
  const customerById = prepared(
    orm,
    orm
      .select()
      .from(customers)
      .where(and(eq(customers.id, id), eq(customers.withdrawn, 0))),
  );
  return {
    customerByCode: (text: string) => byCode.get({ text }),
    customerByPhone: (text: string) => byPhone.get({ text }),
    customerByName: (text: string) => byName.get({ text }),
    customerById: (customerId: number) => customerById.get({ id: customerId }),
  };
}

export type ProductRow = typeof products.$inferSelect;
export type CustomerRow = typeof customers.$inferSelect;

export type SavedProduct = Pick<
  ProductRow,
  | 'id'
  | 'name'
  | 'spec'
  | 'category'
  | 'supplierId'
  | 'priceE4'
  | 'tracking'
  | 'accessories'
  | 'flaw'
  | 'unit'
  | 'minMilli'
  | 'maxMilli'
  | 'expires'
  | 'location'
>;
export type SavedCustomer = Pick<CustomerRow, 'id' | 'name' | 'phone' | 'email' | 'locale' | 'vip'>;

/** A value given when the statement runs, of whatever type the column has. */
const placed = (name: string) => sql`${sql.placeholder(name)}`;

export function catalogWrites(orm: Orm) {
  const addProduct = orm
    .insert(products)
    .values({ sku: sql.placeholder('sku'), name: sql.placeholder('name'), spec: sql.placeholder('spec') })
    .prepare();
  const setCost = orm
    .update(products)
    .set({ costE4: sql`${sql.placeholder('costE4')}` })
    .where(eq(products.id, id))
    .prepare();
  const saveProduct = orm
    .update(products)
    .set({
      name: placed('name'),
      spec: placed('spec'),
      category: placed('category'),
      supplierId: placed('supplierId'),
      priceE4: placed('priceE4'),
      tracking: placed('tracking'),
      accessories: placed('accessories'),
      flaw: placed('flaw'),
      unit: placed('unit'),
      minMilli: placed('minMilli'),
      maxMilli: placed('maxMilli'),
      expires: placed('expires'),
      location: placed('location'),
    })
    .where(eq(products.id, id))
    .prepare();
  const names = findIndexWrites(orm);
  return {
    ...peopleWrites(orm),
    /** `grams` is the name as the find index wants it (see shop/find/grams.ts). */
    addProduct: (row: { sku: string; name: string; spec: string | null }, grams: string): number => {
      const added = Number(addProduct.run(row).lastInsertRowid);
      names.add(added * 2, grams);
      return added;
    },
    /** Writes all that can be said of a product, and what it is found by. */
    saveProduct: (row: SavedProduct, grams: string): void => {
      saveProduct.run(row);
      names.replace(row.id * 2, grams);
    },
    setCost: (productId: number, costE4: number | null) => void setCost.run({ id: productId, costE4 }),
  };
}

function peopleWrites(orm: Orm) {
  const addCustomer = orm
    .insert(customers)
    .values({ code: sql.placeholder('code'), name: sql.placeholder('name'), phone: sql.placeholder('phone') })
    .prepare();
  const saveCustomer = orm
    .update(customers)
    .set({
      name: placed('name'),
      phone: placed('phone'),
      email: placed('email'),
      locale: placed('locale'),
      vip: placed('vip'),
    })
    .where(eq(customers.id, id))
    .prepare();
  const names = findIndexWrites(orm);
  return {
    addCustomer: (row: { code: string | null; name: string | null; phone: string | null }, grams: string): number => {
      const added = Number(addCustomer.run(row).lastInsertRowid);
      names.add(added * 2 + 1, grams);
      return added;
    },
    saveCustomer: (row: SavedCustomer, grams: string): void => {
      saveCustomer.run(row);
      names.replace(row.id * 2 + 1, grams);
    },
  };
}
