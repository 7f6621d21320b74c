import type { StoredCounts } from '../../../contract/api/imports.ts';
import { show, t } from '../../i18n/index.ts';
import type { ImportResult } from './import-desk.svelte.ts';
import { profileNames } from './profile-names.ts';

/** The last part of a path of any system. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The kind of file in words: one that is known, a guess, or what the person said. A mapping that was saved has its own name. */
export function profileWords(profile: string, chosenByHand: boolean): string {
  const known = profileNames[profile];
  if (known) return known();
  if (profile === 'generic') return t(chosenByHand ? 'imports.profile-chosen' : 'imports.profile-generic');
  return t('imports.saved-as', { name: profile });
}

/** The name that a person gave to the way a file is read; nothing for the ways that the shop knows itself. */
export const ownName = (profile: string): string =>
  profile === 'generic' || Object.hasOwn(profileNames, profile) ? '' : profile;

/** Whether nothing of a file was new: all of it had been read before. */
export function storedNothing({ stored }: Pick<ImportResult, 'stored'>): boolean {
  return Object.values(stored).every((count) => count === 0);
}

/** The figures of what was stored, in the order they are told. */
const storedWords: readonly (readonly [keyof StoredCounts, () => string])[] = [
  ['sales', () => t('imports.stored-sales')],
  ['saleLines', () => t('imports.stored-sale-lines')],
  ['products', () => t('imports.stored-products')],
  ['customers', () => t('imports.stored-customers')],
  ['suppliers', () => t('imports.stored-suppliers')],
  ['goodsReceipts', () => t('imports.stored-goods-receipts')],
  ['goodsReceiptLines', () => t('imports.stored-goods-receipt-lines')],
  ['returns', () => t('imports.stored-returns')],
  ['returnLines', () => t('imports.stored-return-lines')],
  ['stockAdjustments', () => t('imports.stored-stock-adjustments')],
  ['changed', () => t('imports.stored-changed')],
  ['refundedSales', () => t('imports.stored-refunded-sales')],
  ['statuses', () => t('imports.stored-statuses')],
];

export type SaidCount = { readonly name: keyof StoredCounts; readonly word: string; readonly count: number };

/** How many of each, where there were any. */
export type SomeCounts = { readonly [Name in keyof StoredCounts]?: number | undefined };

/** What there was any of. */
export function saidCounts(stored: SomeCounts): SaidCount[] {
  return storedWords.flatMap(([name, word]) => {
    const count = stored[name] ?? 0;
    return count === 0 ? [] : [{ name, word: word(), count }];
  });
}

/** The same in one line: `3 sales · 5 lines`. */
export function countsSentence(stored: SomeCounts): string {
  return saidCounts(stored)
    .map(({ word, count }) => t('imports.count-of', { count: show.quantity(count), word }))
    .join(' · ');
}

/** How returns were linked to the sales they came from, and why others were not. */
export const linkWords = [
  { name: 'linked', word: 'imports.link-linked' },
  { name: 'noCustomer', word: 'imports.link-no-customer' },
  { name: 'noEarlierSale', word: 'imports.link-no-earlier-sale' },
  { name: 'alreadyReturned', word: 'imports.link-already-returned' },
  { name: 'tooLittleLeft', word: 'imports.link-too-little-left' },
] as const;

/** Lines of returns that found no sale. */
export function unlinkedCount({
  noCustomer,
  noEarlierSale,
  alreadyReturned,
  tooLittleLeft,
}: ImportResult['returnLinks']): number {
  return noCustomer + noEarlierSale + alreadyReturned + tooLittleLeft;
}
