import type { Customer } from '../../contract/api/sales.ts';
import type { CustomerRow } from '../../db/queries/catalog.ts';
import type { ActionContext, ReadContext } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';

/**
 * The customer a caller names: found by code, else phone, else name; made when nobody fits. A bare text is a code if one has it, else a
 * name. Nothing named gives no customer.
 */
export function customerIdOf(context: ActionContext, named: Customer | string | undefined): number | null {
  const found = knownCustomer(context, named);
  if (found !== undefined) return found;
  if (typeof named === 'string') return named.trim() === '' ? null : add(context, { name: named.trim() });
  const { code, name, phone } = trimmed(named);
  if (!code && !name && !phone) return null;
  return add(context, { ...(code && { code }), ...(name && { name }), ...(phone && { phone }) });
}

/** The same, when it is there already. */
export function knownCustomer({ store }: ReadContext, named: Customer | string | undefined): number | undefined {
  const { catalog } = store;
  if (typeof named === 'string') {
    const text = named.trim();
    return text === '' ? undefined : (catalog.customerByCode(text) ?? catalog.customerByName(text))?.id;
  }
  const { code, name, phone } = trimmed(named);
  const found =
    (code ? catalog.customerByCode(code) : undefined) ??
    (!code && phone ? catalog.customerByPhone(phone) : undefined) ??
    (!code && !phone && name ? catalog.customerByName(name) : undefined);
  return found?.id;
}

function trimmed(named: Customer | undefined): Customer {
  return { code: named?.code?.trim(), name: named?.name?.trim(), phone: named?.phone?.trim() };
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
