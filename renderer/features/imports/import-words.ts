import { t } from '../../i18n/index.ts';
import type { ImportResult } from './import-desk.svelte.ts';

/** The kind of file in words: one that is known, a guess, or what the person said. */
export function profileWords(profile: string, chosenByHand: boolean): string {
  switch (profile) {
    case 'backshelf':
      return t('imports.profile-backshelf');
    case 'uci-online-retail':
      return t('imports.profile-uci-online-retail');
    case 'generic':
      return t(chosenByHand ? 'imports.profile-chosen' : 'imports.profile-generic');
    default:
      return profile;
  }
}

/** Whether nothing of a file was new: all of it had been read before. */
export function storedNothing({ stored }: Pick<ImportResult, 'stored'>): boolean {
  return Object.values(stored).every((count) => count === 0);
}

/** What was stored all the same and should be looked at. */
export function warningSentence({ code, count }: ImportResult['warnings'][number]): string {
  switch (code) {
    case 'no-customer':
    case 'zero-price':
    case 'no-name':
    case 'codes-differ-by-case':
      return t(`imports.warning-${code}`, { count });
    default:
      return `${code}: ${count}`;
  }
}

/** The figures of what was stored, in the order they are told. */
export const storedWords = [
  { name: 'sales', word: 'imports.stored-sales' },
  { name: 'saleLines', word: 'imports.stored-sale-lines' },
  { name: 'products', word: 'imports.stored-products' },
  { name: 'customers', word: 'imports.stored-customers' },
  { name: 'returns', word: 'imports.stored-returns' },
  { name: 'returnLines', word: 'imports.stored-return-lines' },
  { name: 'stockAdjustments', word: 'imports.stored-stock-adjustments' },
] as const;

/** How returns were linked to the sales they came from, and why others were not. */
export const linkWords = [
  { name: 'linked', word: 'imports.link-linked' },
  { name: 'noCustomer', word: 'imports.link-no-customer' },
  { name: 'noEarlierSale', word: 'imports.link-no-earlier-sale' },
  { name: 'alreadyReturned', word: 'imports.link-already-returned' },
  { name: 'tooLittleLeft', word: 'imports.link-too-little-left' },
] as const;
