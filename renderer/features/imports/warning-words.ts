import { t } from '../../i18n/index.ts';
import type { ImportResult } from './import-desk.svelte.ts';

const sentences: Readonly<Record<string, (count: number) => string>> = {
  'no-customer': (count) => t('imports.warning-no-customer', { count }),
  'zero-price': (count) => t('imports.warning-zero-price', { count }),
  'no-name': (count) => t('imports.warning-no-name', { count }),
  'codes-differ-by-case': (count) => t('imports.warning-codes-differ-by-case', { count }),
  'no-cost': (count) => t('imports.warning-no-cost', { count }),
  'status-unknown': (count) => t('imports.warning-status-unknown', { count }),
  'finished-elsewhere': (count) => t('imports.warning-finished-elsewhere', { count }),
  'closed-elsewhere': (count) => t('imports.warning-closed-elsewhere', { count }),
  'quantity-worked-out': (count) => t('imports.warning-quantity-worked-out', { count }),
  'no-amount': (count) => t('imports.warning-no-amount', { count }),
  'refund-amount-unknown': (count) => t('imports.warning-refund-amount-unknown', { count }),
};

/** What was stored all the same and should be looked at. A code that nobody has words for stays as it is. */
export function warningSentence({ code, count }: ImportResult['warnings'][number]): string {
  return sentences[code]?.(count) ?? `${code}: ${count}`;
}
