import type { Wallet } from '../../contract/api/wallets.ts';
import { addDays } from '../../contract/values/days.ts';
import type { WalletLineRow, WalletPayoutRow } from '../../db/queries/wallets.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import type { BillDays } from './bills/days.ts';
import { mostDaysApart, proposeTies } from './tie-rules.ts';
import { viewLine, viewPayout } from './view.ts';

/** A line that nothing stands behind, or only a payout that was taken back since. */
export const isFree = ({ payoutId, payoutVoided }: WalletLineRow): boolean => payoutId === null || payoutVoided === 1;

/** Ties what fits around some days; gives how many pairs that made. A line whose payout was taken back waits for a person. */
export function tieWhatFits({ store, now, person }: ActionContext, wallet: Wallet, { from, to }: BillDays): number {
  const around = { wallet, from: addDays(from, -mostDaysApart), to: addDays(to, mostDaysApart) };
  const lines = store.wallets.lines(around).filter(({ payoutId }) => payoutId === null);
  const payouts = store.wallets.payouts(around).filter(({ walletLineId }) => walletLineId === null);
  // At the edges a line or payout just outside could be meant as well: only what lies within is tied.
  const isWithin = ({ day }: { readonly day: string }): boolean => day > around.from && day < around.to;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const ties = proposeTies(lines, payouts).filter(({ lineId }) => isWithin(byId.get(lineId) as WalletLineRow));
  for (const { lineId, payoutId, how } of ties)
    store.facts.add('walletTies', { walletLineId: lineId, payoutId, how, note: null, at: now, person });
  return ties.length;
}

/** Says by hand which payout a line is. One whose payout was taken back is freed of it first. */
export const tieWalletLine: ActionHandler<'wallets.tie'> = (context, { walletLineId, payoutNumber }) => {
  const { store, now, person } = context;
  const line = store.wallets.line(walletLineId);
  if (!line) return refuse('no-such-wallet-line', { walletLineId });
  if (!isFree(line)) return refuse('wallet-line-tied', { reference: line.reference, payout: payoutOf(context, line) });
  const payout = fittingPayout(context, line, payoutNumber);
  if ('code' in payout) return payout;
  const said = { walletLineId, note: null, at: now, person };
  if (line.payoutId !== null) store.facts.add('walletTies', { ...said, payoutId: null, how: 'undone' });
  store.facts.add('walletTies', { ...said, payoutId: payout.id, how: 'hand' });
  return { line: viewLine(line), payout: viewPayout(payout) };
};

function fittingPayout(
  { store }: ActionContext,
  line: WalletLineRow,
  payoutNumber: string,
): WalletPayoutRow | Refused<'no-such-payout' | 'already-voided' | 'wallet-differs' | 'payout-tied'> {
  const found = store.refunds.payout(payoutNumber.trim());
  const payout = found && found.amountCents > 0 ? store.wallets.payout(found.id) : undefined;
  if (!found || !payout) return refuse('no-such-payout', { payout: payoutNumber });
  if (found.voidedBy !== null) return refuse('already-voided', { payout: payout.number });
  const { reference, wallet, cents } = line;
  if (payout.wallet !== wallet || payout.amountCents !== cents)
    return refuse('wallet-differs', {
      payout: payout.number,
      reference,
      payoutCents: payout.amountCents,
      billCents: cents,
    });
  const other = payout.walletLineId === null ? undefined : store.wallets.line(payout.walletLineId);
  return other ? refuse('payout-tied', { payout: payout.number, reference: other.reference }) : payout;
}

function payoutOf({ store }: ActionContext, { payoutId }: WalletLineRow): string {
  return (payoutId === null ? undefined : store.wallets.payout(payoutId)?.number) ?? '';
}

/** Takes a tie back; both sides are free again. */
export const untieWalletLine: ActionHandler<'wallets.untie'> = ({ store, now, person }, { walletLineId, why }) => {
  const line = store.wallets.line(walletLineId);
  if (!line) return refuse('no-such-wallet-line', { walletLineId });
  if (line.payoutId === null) return refuse('wallet-line-not-tied', { reference: line.reference });
  store.facts.add('walletTies', { walletLineId, payoutId: null, how: 'undone', note: why, at: now, person });
  return { line: viewLine(line) };
};
