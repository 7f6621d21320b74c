import type { Locale } from '../../../contract/values/words.ts';
import { entryKindWords } from '../pack/cells.ts';
import type { Voucher } from './vouchers.ts';

/** The summary (摘要) in the language of the program it is for: what is posted, how often, for which document, and what it corrects. */
export function summaryOf({ kind, entries, document, corrects }: Voucher, locale: Locale): string {
  const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = entryKindWords;
  const parts = [
    words[kind]?.[locale] ?? kind,
    ...(entries === 1 ? [] : [`×${entries}`]),
    document,
    ...(corrects === null ? [] : ['←', corrects]),
  ];
  return parts.join(' ').replace(/\s+/g, ' ').toWellFormed();
}
