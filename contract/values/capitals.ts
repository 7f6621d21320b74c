import { asCents, currencyDigits } from './money.ts';

const figures = '零壹贰叁肆伍陆柒捌玖';
const placeUnits = ['', '拾', '佰', '仟'] as const;
const fractionUnits = ['角', '分', '厘'] as const;

/**
 * An amount in Chinese capitals, as documents of account carry it beside the figures (支付结算办法, annex 1): `人民币玖拾玖元整`. One
 * 零 stands for zeros in the middle; 整 closes an amount without the currency's smallest unit. Other currencies by their Chinese
 * name. Throws below zero: a document states what it is of, and never a negative amount.
 */
export function amountInCapitals(cents: number, currency: string): string {
  if (asCents(cents) < 0) throw new Error(`no capitals for an amount below zero: ${cents}`);
  const digits = currencyDigits(currency);
  const base = 10 ** digits;
  const whole = Math.floor(cents / base);
  const fraction = String(cents % base).padStart(digits, '0');
  const name = new Intl.DisplayNames('zh-CN', { type: 'currency' }).of(currency) ?? currency;
  return name + wholeInCapitals(whole, fraction) + fractionInCapitals({ fraction, afterWhole: whole > 0, digits });
}

function wholeInCapitals(whole: number, fraction: string): string {
  if (whole > 0) return `${spelled(whole)}元`;
  return Number(fraction) === 0 ? '零元' : '';
}

type Fraction = { readonly fraction: string; readonly afterWhole: boolean; readonly digits: number };

function fractionInCapitals({ fraction, afterWhole, digits }: Fraction): string {
  const last = fraction.slice(0, digits).search(/0*$/);
  if (digits === 0 || last === 0) return '整';
  let text = '';
  for (const [place, digit] of [...fraction.slice(0, last)].entries()) {
    if (digit !== '0') text += figureOf(Number(digit)) + (fractionUnits[place] ?? '');
    else if ((afterWhole || text) && !text.endsWith('零')) text += '零';
  }
  return last === digits ? text : `${text}整`;
}

/** A whole number above zero. */
function spelled(whole: number): string {
  if (whole >= 100_000_000) return joined({ whole, base: 100_000_000, unit: '亿' });
  if (whole >= 10_000) return joined({ whole, base: 10_000, unit: '万' });
  return spelledBelowTenThousand(whole);
}

/** What is above the base with its unit, then the rest; a 零 between them where the rest does not fill its first place. */
function joined({ whole, base, unit }: { whole: number; base: number; unit: string }): string {
  const above = spelled(Math.floor(whole / base)) + unit;
  const rest = whole % base;
  if (rest === 0) return above;
  return above + (rest < base / 10 ? '零' : '') + spelled(rest);
}

function spelledBelowTenThousand(whole: number): string {
  const digits = [...String(whole)].map(Number);
  let text = '';
  let skipped = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      skipped = true;
      continue;
    }
    text += (skipped ? '零' : '') + figureOf(digit) + (placeUnits[digits.length - 1 - index] ?? '');
    skipped = false;
  }
  return text;
}

const figureOf = (digit: number): string => figures[digit] ?? '';
