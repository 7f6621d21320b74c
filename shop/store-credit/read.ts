import type { ParsedInput } from '../../contract/api.ts';
import type { StoreCreditRow } from '../../db/queries/store-credits.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { Refused } from '../refused.ts';
import { findCredit } from './find.ts';
import { viewCredit, viewWholeCredit } from './view.ts';

const usualLimit = 200;

export const getStoreCredit: ReadHandler<'storeCredit.get'> = (context, { code }) => {
  const found = findCredit(context, code);
  return found instanceof Refused ? found : viewWholeCredit(context, found.id);
};

export const listStoreCredits: ReadHandler<'storeCredit.list'> = (context, asked) => ({
  items: rowsOf(context, asked)
    .map((row) => viewCredit(row, context.today))
    .filter(({ standing }) => asked.standing === undefined || standing === asked.standing),
  ...context.store.storeCredits.totals(context.today),
});

function rowsOf(
  { store: { storeCredits }, today }: ReadContext,
  { standing, customerId, limit = usualLimit }: ParsedInput<'storeCredit.list'>,
): StoreCreditRow[] {
  if (customerId !== undefined) return storeCredits.ofCustomer(customerId, limit);
  if (standing === 'standing') return storeCredits.standing(today, limit);
  if (standing === 'expired') return storeCredits.expired(today, limit);
  return standing === 'spent' ? storeCredits.spent(limit) : storeCredits.all(limit);
}
