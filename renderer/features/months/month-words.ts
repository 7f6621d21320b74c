import type { MonthProblem } from '../../../contract/api/months.ts';
import type { Wallet } from '../../../contract/api/wallets.ts';
import { tenderWords, tieIsQuantity, tieSides } from '../../../contract/words/index.ts';
import { say, show, t } from '../../i18n/index.ts';

/** A problem of the month in a sentence, with its figures. */
export function problemSentence({ code, data }: MonthProblem): string {
  const figure = (name: string): number => Number(data[name] ?? 0);
  const money = (name: string): string => show.money(figure(name));
  const count = figure('count');
  switch (code) {
    case 'controls-differ':
      return differSentence(String(data.what), figure('left'), figure('right'));
    case 'unpaid-credit':
      return t('months.bad-unpaid-credit', { count, amount: money('cents') });
    case 'unsettled-returns':
      return t('months.bad-unsettled-returns', { count });
    case 'uncounted-parcels':
      return t(data.kind === 'unmatched' ? 'months.bad-unmatched' : 'months.bad-uncounted-parcels', { count });
    case 'open-stocktakes':
      return t('months.bad-open-stocktakes', { count, numbers: String(data.numbers) });
    case 'unknown-cost':
      return t('months.bad-unknown-cost', { count, quantity: show.quantity(figure('quantity')) });
    case 'odd-values':
      return t('months.bad-odd-values', { count, items: String(data.items) });
    case 'accounts-differ':
      return t('months.bad-accounts-differ', { count, accounts: String(data.accounts) });
    case 'drawer-not-counted':
      return t('months.bad-drawer-not-counted', { count });
    case 'wallet-not-tied': {
      const wallet = say(tenderWords[data.wallet as Wallet]);
      return t(data.side === 'bill' ? 'months.bad-wallet-bill' : 'months.bad-wallet-book', {
        count,
        wallet,
        amount: money('cents'),
      });
    }
  }
}

function differSentence(what: string, left: number, right: number): string {
  const sides = tieSides(what);
  const said = (value: number): string => tieAmount(what, value);
  if (!sides) return t('months.bad-controls-differ', { what, left: said(left), right: said(right) });
  return t('months.bad-sides-differ', {
    left: say(sides.left),
    leftAmount: said(left),
    right: say(sides.right),
    rightAmount: said(right),
  });
}

/** Units are counted in thousandths; all other controls are money. */
export function tieAmount(what: string, value: number): string {
  return tieIsQuantity(what) ? show.quantity(value / 1000) : show.money(value);
}

const sheets = [
  'returns',
  'credit-notes',
  'credit-note-lines',
  'credit-note-extras',
  'payouts',
  'store-credit',
  'journal',
  'stock-moves',
  'stock-on-hand',
  'store-credit-balances',
  'supplier-claims',
  'drawer',
  'wallets',
  'controls',
] as const;

/** A file of the pack by the name of its sheet. */
export function sheetWord(key: string): string {
  const sheet = sheets.find((name) => name === key);
  return sheet ? t(`months.sheet-${sheet}`) : key;
}
