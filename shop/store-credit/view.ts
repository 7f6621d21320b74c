import type { StoreCredit } from '../../contract/api/store-credit.ts';
import type { Output } from '../../contract/api.ts';
import type { Day } from '../../contract/values/days.ts';
import type { StoreCreditRow } from '../../db/queries/store-credits.ts';
import type { ReadContext } from '../context.ts';
import { customerView } from '../sales/customer.ts';
import { hasExpired } from './find.ts';

export function viewCredit(row: StoreCreditRow, today: Day): StoreCredit {
  const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
  return {
    code: row.code,
    standing: row.balanceCents === 0 ? 'spent' : hasExpired(row, today) ? 'expired' : 'standing',
    balanceCents: row.balanceCents,
    issuedCents: row.issuedCents,
    day: row.day,
    ...(row.expiresOn !== null && { expiresOn: row.expiresOn }),
    ...(row.customerId !== null && { customerId: row.customerId }),
    ...(customer && { customer }),
  };
}

/** The credit with its events. Throws when there is none: callers have looked before. */
export function viewWholeCredit({ store, today }: ReadContext, id: number): Output<'storeCredit.get'> {
  const row = store.storeCredits.byId(id);
  if (!row) throw new Error(`no store credit ${id}`);
  const events = store.storeCredits.events(id).map(({ kind, cents, document, day, at, person, ...event }) => ({
    kind,
    cents,
    document,
    ...(event.saleId !== null && { sale: { saleId: event.saleId, number: event.saleNumber ?? '' } }),
    ...(event.returnId !== null && { return: { returnId: event.returnId, number: event.returnNumber ?? '' } }),
    day,
    at,
    person,
    ...(event.note !== null && { note: event.note }),
  }));
  return { ...viewCredit(row, today), events };
}
