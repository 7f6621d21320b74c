/** Why a typed figure could not be read. */
export type FigureProblem = 'empty' | 'not-a-number' | 'too-many-decimals' | 'too-large';
export type Figure = { readonly value: number } | { readonly problem: FigureProblem };

const groupedOrPlain = /^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$/;

/**
 * Reads what a person typed as a whole number of the smallest unit (`digits` decimals): `1,284.5`, `１２`, `12。5`, `¥99`.
 * Exact: the figures are joined as text, never through a fraction. Decimals beyond `digits` are refused unless zero.
 */
export function parseFigure(typed: string, digits: number): Figure {
  const text = plainFigures(typed);
  if (text === '') return { problem: 'empty' };
  if (!groupedOrPlain.test(text) || !/\d/.test(text)) return { problem: 'not-a-number' };
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace('-', '').replaceAll(',', '').split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) return { problem: 'too-many-decimals' };
  const value = Number(`${whole}${kept.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(value)) return { problem: 'too-large' };
  return { value: negative && value !== 0 ? -value : value };
}

/** Half-width figures and marks, without blanks and the currency's sign. */
function plainFigures(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll('、', ',')
    .replace(/[\s_']/g, '')
    .replace(/^(-?)(?:[A-Z]{0,3}[¥$€£]|RMB|CNY)/i, '$1')
    .replace(/元$/, '')
    .replace(/^[−–]/, '-');
}
