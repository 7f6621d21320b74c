import type { Customer } from '../../contract/api/sales.ts';
import type { CustomerRow } from '../../db/queries/catalog.ts';
import type { ActionContext } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';

/**
 * The customer a caller names: found by code, else phone, else name; made when nobody fits. A bare text is a code if one has it, else a
 * name. Nothing named gives no customer.
 */
export function customerIdOf(context: ActionContext, named: Customer | string | undefined): number | null {
  const { catalog } = context.store;
  if (typeof named === 'string') {
    const text = named.trim();
    if (text === '') return null;
    return (catalog.customerByCode(text) ?? catalog.customerByName(text))?.id ?? add(context, { name: text });
  }
  const code = named?.code?.trim();
  const name = named?.name?.trim();
  const phone = named?.phone?.trim();
  const found =
    (code ? catalog.customerByCode(code) : undefined) ??
    (!code && phone ? catalog.customerByPhone(phone) : undefined) ??
    (!code && !phone && name ? catalog.customerByName(name) : undefined);
  if (found) return found.id;
  if (!code && !name && !phone) return null;
  return add(context, { ...(code && { code }), ...(name && { name }), ...(phone && { phone }) });
}

function add(context: ActionContext, { code, name, phone }: Customer): number {
  const row = { code: code ?? null, name: name ?? null, phone: phone ?? null };
  return context.store.caches.catalog.addCustomer(row, indexedGrams([code, name, phone]));
}

/** A customer as the contract shows one; nothing for nobody. */
export function customerView(row: Pick<CustomerRow, 'code' | 'name' | 'phone'>): Customer | undefined {
  const { code, name, phone } = row;
  if (code === null && name === null && phone === null) return undefined;
  return { ...(code !== null && { code }), ...(name !== null && { name }), ...(phone !== null && { phone }) };
}
