import { currencyDigits, plainAmount } from '../../contract/values/money.ts';
import type { Locale } from '../../contract/values/words.ts';

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Building a format costs far more than using it, and a table uses one a thousand times. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, known);
  return known;
}

type MoneyIn = { readonly locale: Locale; readonly currency: string };

/** An amount with the currency's sign: `¥1,284.00`. Exact: the decimal is handed over as text. */
export function formatMoney(cents: number, { locale, currency }: MoneyIn): string {
  const text = plainAmount(cents, currencyDigits(currency)) as Intl.StringNumericLiteral;
  return numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(text);
}

/** An amount for a column whose head already names the currency: `1,284.00`. */
export function formatAmount(cents: number, { locale, currency }: MoneyIn): string {
  const digits = currencyDigits(currency);
  const text = plainAmount(cents, digits) as Intl.StringNumericLiteral;
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(text);
}

/** The sign a column's head shows: `¥`. */
export function currencySign({ locale, currency }: MoneyIn): string {
  const parts = numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** A quantity with at most three decimals, without needless zeros. */
export function formatQuantity(quantity: number, locale: Locale): string {
  return numberFormat(locale, { maximumFractionDigits: 3 }).format(quantity);
}

/** A decimal string of the contract (a unit price) with thousands marks and at least the currency's decimals. */
export function formatPriceText(price: string, { locale, currency }: MoneyIn): string {
  const options = { minimumFractionDigits: currencyDigits(currency), maximumFractionDigits: 4 };
  return numberFormat(locale, options).format(price as Intl.StringNumericLiteral);
}

/** A share of one as per cent: 0.082 is `8.2%`. */
export function formatPercent(share: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** The size of a file or a disk: `3.2 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const at = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const options = { style: 'unit', unit: byteUnits[at] ?? 'byte', maximumFractionDigits: at > 1 ? 1 : 0 } as const;
  return numberFormat(locale, options).format(bytes / 1000 ** at);
}

/** A phone number as a list shows it, enough to tell two people apart: `138…6198`. */
export function shortPhone(phone: string): string {
  const figures = phone.replace(/\s/g, '');
  return figures.length > 9 ? `${figures.slice(0, 3)}…${figures.slice(-4)}` : phone;
}
