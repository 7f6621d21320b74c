import { show, t } from '../../i18n/index.ts';
import type { Column } from '../../ui/index.ts';
import type { OnlyBook } from './wallet-desk.svelte.ts';

/** When a payout was made, and how much. */
export function dayAndAmount<Row extends Pick<OnlyBook, 'payout'>>(): Column<Row>[] {
  return [
    {
      key: 'day',
      title: t('wallets.day'),
      text: ({ payout }) => show.day(payout.day),
      sortBy: ({ payout }) => payout.day,
    },
    {
      key: 'amount',
      title: t('wallets.amount'),
      unit: show.sign(),
      align: 'end',
      text: ({ payout }) => show.glance.amount(payout.amountCents),
      sortBy: ({ payout }) => payout.amountCents,
    },
  ];
}
