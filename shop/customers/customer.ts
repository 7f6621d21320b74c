import type { CustomerPage } from '../../contract/api/customers.ts';
import type { Locale } from '../../contract/values/words.ts';
import type { CustomerRow } from '../../db/queries/catalog.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { gramsQuery } from '../find/grams.ts';
import { refuse } from '../refused.ts';
import { customerView } from '../sales/customer.ts';
import { marksOf } from './marks.ts';

const firstDay = '0000-01-01';
const [mostReturns, mostSales] = [20, 10];

export const getCustomer: ReadHandler<'customers.get'> = (context, { customerId }) => {
  const row = context.store.catalog.customerById(customerId);
  return row ? viewCustomer(context, row) : refuse('no-such-customer', { customer: String(customerId) });
};

export const searchCustomers: ReadHandler<'customers.search'> = ({ store }, { text, limit = 50 }) => {
  const wanted = text.trim();
  const rows =
    wanted === ''
      ? store.customers.latest(limit)
      : store.customers.found({ text: wanted, query: gramsQuery(wanted), limit });
  return { items: rows.map((row) => ({ customerId: row.id, ...customerView(row), vip: row.vip !== null })) };
};

/** A customer as their page shows them. */
export function viewCustomer(
  context: Pick<ReadContext, 'store' | 'settings' | 'today'>,
  row: CustomerRow,
): CustomerPage {
  const { customers } = context.store;
  const sales = customers.sales(row.id, firstDay);
  const returned = customers.returned(row.id, firstDay);
  return {
    customerId: row.id,
    ...customerView(row),
    ...(row.email !== null && { email: row.email }),
    ...(row.locale !== null && { locale: row.locale as Locale }),
    marks: marksOf(context, row),
    sales: { count: sales.count, totalCents: sales.cents, ...(sales.lastDay !== null && { lastDay: sales.lastDay }) },
    returns: { count: returned.count, creditedCents: returned.cents },
    recentReturns: customers.recentReturns(row.id, mostReturns).map(({ stage, ...found }) => ({
      ...found,
      stage: stage as CustomerPage['recentReturns'][number]['stage'],
    })),
    recentSales: customers.recentSales(row.id, mostSales),
    storeCredits: customers.credits(row.id).map(({ expiresOn, ...credit }) => ({
      ...credit,
      ...(expiresOn !== null && { expiresOn }),
    })),
  };
}
