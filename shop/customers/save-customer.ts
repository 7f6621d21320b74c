import type { ParsedInput } from '../../contract/api.ts';
import type { CustomerRow, SavedCustomer } from '../../db/queries/catalog.ts';
import type { ActionHandler } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';
import { refuse } from '../refused.ts';
import { viewCustomer } from './customer.ts';

/** Changes what is known of a customer. Something must be left to call them by: a code, a name or a phone number. */
export const saveCustomer: ActionHandler<'customers.save'> = (context, input) => {
  const { catalog } = context.store;
  const row = catalog.customerById(input.customerId);
  if (!row) return refuse('no-such-customer', { customer: String(input.customerId) });
  const saved = changed(row, input);
  if (row.code === null && saved.name === null && saved.phone === null) return refuse('customer-nameless', {});
  context.store.caches.catalog.saveCustomer(saved, indexedGrams([row.code, saved.name, saved.phone]));
  return viewCustomer(context, { ...row, ...saved });
};

function changed(row: CustomerRow, input: ParsedInput<'customers.save'>): SavedCustomer {
  const text = (said: string | undefined, known: string | null): string | null =>
    said === undefined ? known : said || null;
  return {
    id: row.id,
    name: text(input.name, row.name),
    phone: text(input.phone, row.phone),
    email: text(input.email, row.email),
    locale: input.locale === undefined ? row.locale : input.locale,
    vip: text(input.vip, row.vip),
  };
}
