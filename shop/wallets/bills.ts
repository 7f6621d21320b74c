import type { ReadHandler } from '../context.ts';

export const listWalletBills: ReadHandler<'wallets.bills'> = ({ store }) => ({
  items: store.wallets.bills().map(({ id, fromDay, toDay, ...bill }) => ({
    walletBillId: id,
    from: fromDay,
    to: toDay,
    ...bill,
  })),
});
