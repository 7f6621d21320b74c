import type { CustomerMark } from '../../contract/api/customers.ts';
import type { ParsedInput } from '../../contract/api.ts';
import { addDays } from '../../contract/values/days.ts';
import type { CustomerRow } from '../../db/queries/catalog.ts';
import type { ReadContext, ReadHandler } from '../context.ts';

/** Fewer returns than this say nothing of how often somebody brings things back. */
const fewestForRate = 3;

/** What the person at the desk should know of a customer: called a special one, or bringing back a lot, by the thresholds in the settings. */
export function marksOf(context: Pick<ReadContext, 'store' | 'settings' | 'today'>, row: CustomerRow): CustomerMark[] {
  const frequent = frequentMark(context, row.id);
  return [...(row.vip === null ? [] : [{ mark: 'vip' as const, reason: row.vip }]), ...(frequent ? [frequent] : [])];
}

function frequentMark(
  { store, settings: { frequentReturns }, today }: Pick<ReadContext, 'store' | 'settings' | 'today'>,
  customerId: number,
): CustomerMark | undefined {
  const { count, days, ratePercent } = frequentReturns;
  const seen = store.customers.countsSince(customerId, addDays(today, 1 - days));
  const byCount = seen.returns >= count;
  const byRate = seen.returns >= fewestForRate && seen.returns * 100 >= seen.sales * ratePercent;
  if (!byCount && !byRate) return undefined;
  return { mark: 'frequent-returner', by: byCount ? 'count' : 'rate', ...seen, days };
}

/** The marks of whoever stands at the desk; empty for nobody. */
export const customerMarks: ReadHandler<'customers.marks'> = (context, asked) => {
  const customerId = customerOf(context, asked);
  const row = customerId === undefined ? undefined : context.store.catalog.customerById(customerId);
  return row ? { customerId: row.id, marks: marksOf(context, row) } : { marks: [] };
};

function customerOf({ store }: ReadContext, asked: ParsedInput<'customers.marks'>): number | undefined {
  if ('customerId' in asked) return asked.customerId;
  return 'saleId' in asked ? store.customers.ofSale(asked.saleId) : store.customers.ofReturn(asked.returnId);
}
