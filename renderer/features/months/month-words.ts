import type { MonthProblem } from '../../../contract/api/months.ts';
import type { Wallet } from '../../../contract/api/wallets.ts';
import type { Output } from '../../../contract/api.ts';
import { tenderWords, tieIsQuantity, tieSides } from '../../../contract/words/index.ts';
import { say, show, t } from '../../i18n/index.ts';
import type { Voice } from '../../paper/voice.ts';

type Tie = Output<'months.preview'>['ties'][number];
/** How a sentence is said: as the window speaks, or as a sheet does. */
type Speech = Pick<Voice, 'text' | 'say' | 'money' | 'quantity'>;
const ofWindow: Speech = { text: t, say, money: show.glance.money, quantity: show.quantity };

/** A problem of the month in a sentence, with its figures. */
export function problemSentence({ code, data }: MonthProblem, speech = ofWindow): string {
  const { text } = speech;
  const figure = (name: string): number => Number(data[name] ?? 0);
  const money = (name: string): string => speech.money(figure(name));
  const count = figure('count');
  const named = (name: string): string => namedOf(data[name], count, speech);
  switch (code) {
    case 'controls-differ':
      return differSentence({ what: String(data.what), left: figure('left'), right: figure('right') }, speech);
    case 'unpaid-credit':
      return text('months.bad-unpaid-credit', { count, amount: money('cents') });
    case 'unsettled-returns':
      return text('months.bad-unsettled-returns', { count });
    case 'uncounted-parcels':
      return text(data.kind === 'unmatched' ? 'months.bad-unmatched' : 'months.bad-uncounted-parcels', { count });
    case 'open-stocktakes':
      return text('months.bad-open-stocktakes', { count, numbers: named('numbers') });
    case 'unknown-cost':
      return text('months.bad-unknown-cost', { count, quantity: speech.quantity(figure('quantity')) });
    case 'odd-values':
      return text('months.bad-odd-values', { count, items: named('items') });
    case 'accounts-differ':
      return text('months.bad-accounts-differ', { count, accounts: named('accounts') });
    case 'drawer-not-counted':
      return text('months.bad-drawer-not-counted', { count });
    case 'wallet-not-tied': {
      const wallet = speech.say(tenderWords[data.wallet as Wallet]);
      return text(data.side === 'bill' ? 'months.bad-wallet-bill' : 'months.bad-wallet-book', {
        count,
        wallet,
        amount: money('cents'),
      });
    }
  }
}

/** What a problem names, one to a line; of many only the first few are named. */
export function linesOf(named: MonthProblem['data'][string] | undefined): string[] {
  return named === undefined ? [] : String(named).split('\n');
}

function namedOf(named: MonthProblem['data'][string] | undefined, count: number, { text }: Speech): string {
  const names = linesOf(named);
  const list = names.reduce((before, name) => text('months.and-another', { list: before, name }));
  return names.length < count ? text('months.and-more', { list }) : list;
}

function differSentence({ what, left, right }: Tie, { text, say: speak, money, quantity }: Speech): string {
  const sides = tieSides(what);
  const said = (value: number): string => (tieIsQuantity(what) ? quantity(value / 1000) : money(value));
  if (!sides) return text('months.bad-controls-differ', { what, left: said(left), right: said(right) });
  return text('months.bad-sides-differ', {
    left: speak(sides.left),
    leftAmount: said(left),
    right: speak(sides.right),
    rightAmount: said(right),
  });
}

/** Units are counted in thousandths; all other controls are money. */
export function tieAmount(what: string, value: number): string {
  return tieIsQuantity(what) ? show.quantity(value / 1000) : show.glance.money(value);
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
