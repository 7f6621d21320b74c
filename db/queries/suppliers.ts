import { asc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { suppliers } from '../schema/sales.ts';

export type SavedSupplier = Omit<typeof suppliers.$inferSelect, 'id'>;

/** Of one table the builder writes columns without its name: within the sums it must be said whose id is meant. */
const columns = {
  id: suppliers.id,
  name: suppliers.name,
  phone: suppliers.phone,
  email: suppliers.email,
  claimDays: suppliers.claimDays,
  note: suppliers.note,
  leadDays: suppliers.leadDays,
  products: sql<number>`(select count(*) from products where supplier_id = suppliers.id)`,
  openClaims: sql<number>`(select count(*) from supplier_claims where supplier_id = suppliers.id and open = 1)`,
  owedCents: sql<number>`(select coalesce(sum(max(0, value_cents - paid_cents)), 0) from supplier_claims where supplier_id = suppliers.id and open = 1)`,
};

export function supplierReads(orm: Orm) {
  const all = prepared(orm, orm.select(columns).from(suppliers).orderBy(asc(suppliers.name)));
  const byId = prepared(
    orm,
    orm
      .select(columns)
      .from(suppliers)
      .where(eq(suppliers.id, sql.placeholder('id'))),
  );
  const byName = prepared(
    orm,
    orm
      .select({ id: suppliers.id })
      .from(suppliers)
      .where(eq(suppliers.name, sql.placeholder('name'))),
  );
  return {
    all: () => all.all(),
    byId: (supplierId: number) => byId.get({ id: supplierId }),
    idOfName: (name: string) => byName.get({ name })?.id,
  };
}
export type SupplierRow = ReturnType<ReturnType<typeof supplierReads>['all']>[number];

export function supplierWrites({ $client: raw }: Orm) {
  const add = raw.prepare(
    'INSERT INTO suppliers (name, phone, email, claim_days, note, lead_days) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const save = raw.prepare(
    'UPDATE suppliers SET name = ?, phone = ?, email = ?, claim_days = ?, note = ?, lead_days = ? WHERE id = ?',
  );
  const values = ({ name, phone, email, claimDays, note, leadDays }: SavedSupplier) => [
    name,
    phone,
    email,
    claimDays,
    note,
    leadDays,
  ];
  return {
    add: (supplier: SavedSupplier): number => Number(add.run(values(supplier)).lastInsertRowid),
    save: (supplierId: number, supplier: SavedSupplier): void => void save.run([...values(supplier), supplierId]),
  };
}
