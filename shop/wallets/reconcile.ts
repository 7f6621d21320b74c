import type { Output } from '../../contract/api.ts';
import { addDays } from '../../contract/values/days.ts';
import type { WalletLineRow, WalletPayoutRow } from '../../db/queries/wallets.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { isFree } from './tie.ts';
import { couldBe, mostDaysApart } from './tie-rules.ts';
import { viewLine, viewPayout } from './view.ts';

type Tied = Output<'wallets.reconcile'>['tied'][number];
type OnlyBill = Output<'wallets.reconcile'>['onlyBill'][number];

/**
 * Both sides of a wallet in some days. A pair belongs to the day of its payout, even where the wallet counts it to another month: so every
 * payout and every refund stands in one period, and both sums follow from the three lists.
 */
export const reconcileWallet: ReadHandler<'wallets.reconcile'> = (context, { wallet, from, to }) => {
  const { wallets } = context.store;
  const around = { wallet, from: addDays(from, -mostDaysApart), to: addDays(to, mostDaysApart) };
  const payouts = wallets.payouts(around);
  const isWithin = ({ day }: { readonly day: string }): boolean => day >= from && day <= to;
  const free = payouts.filter(({ walletLineId }) => walletLineId === null);
  const tied = payouts.filter((payout) => payout.walletLineId !== null && isWithin(payout));
  const pairs = tied.map((payout) => viewPair(context, payout));
  const lines = wallets.lines({ wallet, from, to }).filter(isFree);
  const onlyBill = lines.map((line) => viewAlone(context, line, free));
  const onlyBook = free
    .filter(isWithin)
    .map((payout) => ({ payout: viewPayout(payout), covered: wallets.isCovered(wallet, payout.day) }));
  const tiedCents = sumOf(tied.map(({ amountCents }) => amountCents));
  return {
    tied: pairs,
    onlyBill,
    onlyBook,
    totals: {
      bookCents: tiedCents + sumOf(onlyBook.map(({ payout }) => payout.amountCents)),
      billCents: tiedCents + sumOf(lines.map(({ cents }) => cents)),
      tiedCents,
    },
  };
};

function viewPair({ store }: ReadContext, payout: WalletPayoutRow): Tied {
  const line = store.wallets.line(payout.walletLineId ?? 0);
  if (!line || line.how === null || line.how === 'undone') throw new Error(`payout ${payout.number} without its tie`);
  return { line: viewLine(line), payout: viewPayout(payout), how: line.how };
}

function viewAlone({ store }: ReadContext, line: WalletLineRow, free: readonly WalletPayoutRow[]): OnlyBill {
  const voided = line.payoutId === null ? undefined : store.wallets.payout(line.payoutId);
  return {
    line: viewLine(line),
    couldBe: couldBe(line, free).map(viewPayout),
    ...(voided && { voided: viewPayout(voided) }),
  };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, cents) => sum + cents, 0);
}
