import type { Supplier } from '../../contract/api/suppliers.ts';
import type { SupplierRow } from '../../db/queries/suppliers.ts';
import type { ActionHandler, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';

export const listSuppliers: ReadHandler<'suppliers.list'> = ({ store }) => ({
  items: store.suppliers.all().map(viewSupplier),
});

/** Adds a supplier or changes one. It is master data: claims keep to the supplier, whatever the name becomes. */
export const saveSupplier: ActionHandler<'suppliers.save'> = ({ store }, input) => {
  const { name, phone, email, claimDays, note, leadDays } = input;
  if (input.supplierId !== undefined && !store.suppliers.byId(input.supplierId))
    return refuse('no-such-supplier', { supplier: String(input.supplierId) });
  const sameName = store.suppliers.idOfName(name);
  if (sameName !== undefined && sameName !== input.supplierId) return refuse('name-used', { name });
  const saved = {
    name,
    phone: phone || null,
    email: email || null,
    claimDays: claimDays ?? null,
    note: note || null,
    leadDays: leadDays ?? null,
  };
  const { suppliers } = store.caches;
  if (input.supplierId !== undefined) suppliers.save(input.supplierId, saved);
  const supplierId = input.supplierId ?? suppliers.add(saved);
  const row = store.suppliers.byId(supplierId);
  if (!row) throw new Error(`no supplier ${supplierId}`);
  return viewSupplier(row);
};

function viewSupplier(row: SupplierRow): Supplier {
  return {
    supplierId: row.id,
    name: row.name,
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    ...(row.claimDays !== null && { claimDays: row.claimDays }),
    ...(row.note !== null && { note: row.note }),
    ...(row.leadDays !== null && { leadDays: row.leadDays }),
    products: row.products,
    openClaims: row.openClaims,
    owedCents: row.owedCents,
  };
}
