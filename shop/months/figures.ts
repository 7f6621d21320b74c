import { wallets } from '../../contract/api/wallets.ts';
import { daysOfMonth, type Month } from '../../contract/values/days.ts';
import type { AccountRole, Tender } from '../../contract/values/words.ts';
import type { ReadStore } from '../../db/store.ts';

export type MonthFigures = ReturnType<typeof figuresOf>;

/** Every figure of a month that its controls are made of, each read once from the book it stands in. */
export function figuresOf({ months, monthBalances }: Pick<ReadStore, 'months' | 'monthBalances'>, month: Month) {
  const period = daysOfMonth(month);
  const paid = new Map(months.payouts(period).map(({ tender, cents }) => [tender, cents]));
  const tied = monthBalances.wallets(period);
  return {
    returns: months.returns(period),
    credits: months.credits(period),
    registerCents: monthBalances.registerCents(period),
    extrasCents: monthBalances.extrasCents(period),
    exchangedCents: months.exchangedCents(period),
    credit: months.storeCredit(period),
    received: months.received(period),
    journal: months.journal(period),
    cached: months.cachedTotals(month),
    drawer: monthBalances.drawer(period),
    wallets: wallets.map(
      (wallet) => tied.find((total) => total.wallet === wallet) ?? { wallet, bookCents: 0, billCents: 0 },
    ),
    balances: {
      stockCents: months.stockValueCents(period),
      owedCents: monthBalances.owedCents(period),
      storeCreditCents: monthBalances.storeCreditCents(period),
      claimsCents: monthBalances.claimsCents(period),
    },
    paidCents: (tender: Tender): number => paid.get(tender) ?? 0,
    /** Debits less credits of an account at the month's end. */
    account: (role: AccountRole): number => monthBalances.accountCents(role, month),
  };
}
