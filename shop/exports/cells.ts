import { asCents, asPriceE4, formatPrice, plainAmount } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';

/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A code, a number or a telephone as it may stand in a cell: what would run as a formula is guarded by an apostrophe (FORMATS §2), and so is
 * what begins with one, because reading takes one away (`rows/cells.ts`). Nothing is an empty cell.
 */
export function codeCell(text: string | null): string {
  if (text === null) return '';
  return formulaStart.test(text) || text.startsWith("'") ? `'${text}` : text;
}

/** Words, from which reading takes an apostrophe away only where it guards something. */
export function wordCell(text: string | null): string {
  if (text === null) return '';
  return formulaStart.test(text) || /^'['\d=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Several codes in one cell. */
export const codesCell = (codes: readonly string[]): string => codes.map(codeCell).join('; ');

export const quantityCell = (milli: number | null): string => (milli === null ? '' : String(fromMilli(milli)));
export const priceCell = (priceE4: number | null): string => (priceE4 === null ? '' : formatPrice(asPriceE4(priceE4)));
export const daysCell = (days: number | null): string => (days === null ? '' : String(days));
export const amountCell = (cents: number, digits: number): string => plainAmount(asCents(cents), digits);
/** An amount that is worth a word only where there is one. */
export const amountIfAny = (cents: number, digits: number): string => (cents === 0 ? '' : amountCell(cents, digits));
