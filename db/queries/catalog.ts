import { eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { customers, products } from '../schema/sales.ts';

const id = sql.placeholder('id');

export function catalogReads(orm: Orm) {
  const product = prepared(
    orm,
    orm
      .select()
      .from(products)
      .where(eq(products.sku, sql.placeholder('sku'))),
  );
  const productById = prepared(orm, orm.select().from(products).where(eq(products.id, id)));
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
  const customerById = prepared(orm, orm.select().from(customers).where(eq(customers.id, id)));
  return {
    product: (sku: string) => product.get({ sku }),
    productById: (productId: number) => productById.get({ id: productId }),
    customerByCode: (text: string) => byCode.get({ text }),
    customerByPhone: (text: string) => byPhone.get({ text }),
    customerByName: (text: string) => byName.get({ text }),
    customerById: (customerId: number) => customerById.get({ id: customerId }),
  };
}

export type ProductRow = typeof products.$inferSelect;
export type CustomerRow = typeof customers.$inferSelect;

export function catalogWrites(orm: Orm) {
  const addProduct = orm
    .insert(products)
    .values({ sku: sql.placeholder('sku'), name: sql.placeholder('name'), spec: sql.placeholder('spec') })
    .prepare();
  const addCustomer = orm
    .insert(customers)
    .values({ code: sql.placeholder('code'), name: sql.placeholder('name'), phone: sql.placeholder('phone') })
    .prepare();
  const setCost = orm
    .update(products)
    .set({ costE4: sql`${sql.placeholder('costE4')}` })
    .where(eq(products.id, id))
    .prepare();
  const index = orm.$client.prepare('INSERT INTO find_names (rowid, grams) VALUES (?, ?)');
  return {
    /** `grams` is the name as the find index wants it (see shop/find/grams.ts). */
    addProduct: (row: { sku: string; name: string; spec: string | null }, grams: string): number => {
      const added = Number(addProduct.run(row).lastInsertRowid);
      index.run(added * 2, grams);
      return added;
    },
    addCustomer: (row: { code: string | null; name: string | null; phone: string | null }, grams: string): number => {
      const added = Number(addCustomer.run(row).lastInsertRowid);
      index.run(added * 2 + 1, grams);
      return added;
    },
    setCost: (productId: number, costE4: number) => void setCost.run({ id: productId, costE4 }),
  };
}
