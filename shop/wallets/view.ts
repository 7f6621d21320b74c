import type { WalletLine } from '../../contract/api/wallets.ts';
import type { Output } from '../../contract/api.ts';
import type { WalletLineRow, WalletPayoutRow } from '../../db/queries/wallets.ts';

export type WalletPayout = Output<'wallets.tie'>['payout'];

export function viewLine(row: WalletLineRow): WalletLine {
  const { id, reference, orderReference, shopReference, shopRefundReference, day, refundedAt, cents } = row;
  return {
    walletLineId: id,
    reference,
    ...(orderReference !== null && { orderReference }),
    ...(shopReference !== null && { shopReference }),
    ...(shopRefundReference !== null && { shopRefundReference }),
    day,
    refundedAt,
    amountCents: cents,
    ...(row.counterpart !== null && { counterpart: row.counterpart }),
    ...(row.note !== null && { note: row.note }),
  };
}

export function viewPayout(row: WalletPayoutRow): WalletPayout {
  const { number, returnId, returnNumber, customer, day, amountCents, reference } = row;
  return {
    payoutNumber: number,
    returnId,
    returnNumber,
    ...(customer !== null && { customer }),
    day,
    amountCents,
    ...(reference !== null && { reference }),
  };
}
