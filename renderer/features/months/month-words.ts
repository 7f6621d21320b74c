import type { MonthProblem } from '../../../contract/api/months.ts';
import { tenders } from '../../../contract/values/words.ts';
import { tenderWords } from '../../../contract/words/index.ts';
import { type Key, say, show, t } from '../../i18n/index.ts';

const ties: Readonly<Record<string, Extract<Key, `months.tie-${string}`>>> = {
  'debits-credits': 'months.tie-debits-credits',
  'journal-account-totals': 'months.tie-journal-account-totals',
  'credits-account-totals': 'months.tie-credits-account-totals',
  'credit-notes-sales-and-tax': 'months.tie-credit-notes-sales-and-tax',
  'credit-notes-owed': 'months.tie-credit-notes-owed',
  'credit-notes-lines': 'months.tie-credit-notes-lines',
  'credit-notes-fees': 'months.tie-credit-notes-fees',
  'exchanges-clearing': 'months.tie-exchanges-clearing',
  'exchanges-sales': 'months.tie-exchanges-sales',
  'store-credit-lapsed': 'months.tie-store-credit-lapsed',
  'goods-stock-moves': 'months.tie-goods-stock-moves',
  'receipts-stock-moves': 'months.tie-receipts-stock-moves',
};

/** A problem of the month in a sentence, with its figures. */
export function problemSentence({ code, data }: MonthProblem): string {
  const figure = (name: string): number => Number(data[name] ?? 0);
  switch (code) {
    case 'unsettled-returns':
      return t('months.bad-unsettled-returns', { count: figure('count') });
    case 'unpaid-credit':
      return t('months.bad-unpaid-credit', { count: figure('count'), amount: show.money(figure('cents')) });
    case 'unknown-cost':
      return t('months.bad-unknown-cost', { count: figure('count'), quantity: show.quantity(figure('quantity')) });
    case 'controls-differ': {
      const what = String(data.what);
      // Receipts are counted in thousandths of a unit, all other controls are money.
      const said = what.startsWith('receipts-')
        ? (value: number) => show.quantity(value / 1000)
        : (value: number) => show.money(value);
      const [left, right] = [said(figure('left')), said(figure('right'))];
      return t('months.bad-controls-differ', { what: tieWord(what), left, right });
    }
  }
}

function tieWord(what: string): string {
  const tender = tenders.find((name) => what === `payouts-${name}`);
  if (tender) return t('months.tie-payouts', { tender: say(tenderWords[tender]) });
  const key = ties[what];
  // Every one of them takes no parameters.
  return key ? t(key as 'months.tie-debits-credits') : what;
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
  'controls',
] as const;

/** A file of the pack by the name of its sheet. */
export function sheetWord(key: string): string {
  const sheet = sheets.find((name) => name === key);
  return sheet ? t(`months.sheet-${sheet}`) : key;
}
