import { speaksOfRefund } from '../../sales/refund-words.ts';
import type { FileRow } from '../rows/row.ts';

export type DocumentKind = 'sale' | 'return' | 'adjustment';

const creditNumber = /^C\d+/;

/**
 * What a row is: more than nothing was sold; less came back (a credit number, or the status says so), or else left the stock in some
 * other way (CONTRACT, imports.run).
 */
export function kindOf({ milli, number, words }: FileRow): DocumentKind {
  if (milli > 0) return 'sale';
  if (creditNumber.test(number)) return 'return';
  return speaksOfRefund(words.status) ? 'return' : 'adjustment';
}
