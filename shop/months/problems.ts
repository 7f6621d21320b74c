import { type MonthProblem, monthProblemCodes } from '../../contract/api/months.ts';
import { daysOfMonth, type Month } from '../../contract/values/days.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { accountRoles } from '../../contract/values/words.ts';
import type { Period } from '../../db/queries/months.ts';
import { checkAccounts } from '../accounts/check.ts';
import type { ReadContext } from '../context.ts';
import { accountOf } from '../money/accounts.ts';
import { differences, type Tie } from './controls.ts';

type Asking = Pick<ReadContext, 'store' | 'settings'>;
type Asked = Asking & { readonly month: Month; readonly ties: readonly Tie[] };

/** At most so many things are named in one sentence. */
const mostNamed = 5;

/** What keeps the month from being closed: books that differ, and money that is owed. */
export function blockingProblems({ store, month, ties }: Omit<Asked, 'settings'>): MonthProblem[] {
  const unpaid = store.monthProblems.unpaid(daysOfMonth(month));
  return [
    ...differences(ties).map((tie): MonthProblem => ({ code: 'controls-differ', data: { ...tie } })),
    ...counted('unpaid-credit', unpaid.count, { cents: unpaid.cents }),
  ];
}

/** All that should be settled before the month goes to the accountant, as things stand now; in the order of `monthProblemCodes`. */
export function monthProblems(asked: Asked): MonthProblem[] {
  const period = daysOfMonth(asked.month);
  const problems = [
    ...blockingProblems(asked),
    ...openWork(asked, period),
    ...stockProblems(asked, period),
    ...accountProblems(asked, period),
    ...counted('drawer-not-counted', asked.store.monthProblems.uncountedDays(period)),
    ...walletProblems(asked, period),
  ];
  return problems.sort((a, b) => monthProblemCodes.indexOf(a.code) - monthProblemCodes.indexOf(b.code));
}

/** One problem where there is something to count. */
function counted(code: MonthProblem['code'], count: number, data: MonthProblem['data'] = {}): MonthProblem[] {
  return count > 0 ? [{ code, data: { count, ...data } }] : [];
}

/** The first few of what is named, each on a line of its own. */
function firstOf(names: readonly string[]): string {
  return names.slice(0, mostNamed).join('\n');
}

function openWork({ store: { monthProblems: reads } }: Asking, period: Period): MonthProblem[] {
  const counts = reads.openStocktakes(period);
  return [
    ...counted('unsettled-returns', reads.unsettled(period)),
    ...counted('uncounted-parcels', reads.unmatched(period), { kind: 'unmatched' }),
    ...counted('uncounted-parcels', reads.underWay(period), { kind: 'under-way' }),
    ...counted('open-stocktakes', counts.length, { numbers: firstOf(counts) }),
  ];
}

function stockProblems({ store: { monthProblems: reads }, settings }: Asking, period: Period): MonthProblem[] {
  const unknown = reads.unknownCost(period);
  // Thousandths times ten-thousandths of the currency's whole; half of its smallest unit is rounded up to one.
  const least = (10 ** 7 / 10 ** currencyDigits(settings.currency)) * 0.5;
  const odd = reads.oddItems(period, least);
  return [
    ...counted('unknown-cost', unknown.count, { quantity: fromMilli(unknown.milli) }),
    ...counted('odd-values', odd.length, { items: firstOf(odd) }),
  ];
}

/**
 * The accounts that the month posted to, as they are mapped now: what was posted goes out under the newest mapping, and by the names of the
 * accountant's chart.
 */
function accountProblems({ store, settings }: Asking, period: Period): MonthProblem[] {
  const posted = new Set(store.months.journal(period).map(({ role }) => role));
  const ours = accountRoles.filter((role) => posted.has(role)).map((role) => accountOf(settings, role));
  const differ = checkAccounts(ours, store.accounts.chart()).filter(
    ({ standing }) => standing === 'no-such-code' || standing === 'has-subaccounts',
  );
  return counted('accounts-differ', differ.length, {
    accounts: firstOf(differ.map(({ code, name }) => `${code} ${name}`)),
  });
}

/** Refunds by wallet that stand on no bill, and refunds on bills that no payout is. */
function walletProblems({ store }: Asking, period: Period): MonthProblem[] {
  return store.wallets
    .untied(period)
    .flatMap(({ wallet, payouts, payoutCents, lines, lineCents }) => [
      ...counted('wallet-not-tied', payouts, { wallet, side: 'book', cents: payoutCents }),
      ...counted('wallet-not-tied', lines, { wallet, side: 'bill', cents: lineCents }),
    ]);
}
