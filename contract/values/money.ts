import { z } from 'zod';
import { shareOf } from './rounding.ts';

/** An amount in the smallest unit of the shop's currency: a safe integer, of either sign. */
export type Cents = number & { readonly __unit: 'cents' };

/** A price in ten-thousandths of the currency's main unit (`2.55` is 25 500): a safe integer, never negative. */
export type PriceE4 = number & { readonly __unit: 'price-e4' };

/** Asserts that a number may be written to, or has been read from, the books as an amount. */
export function asCents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new Error(`not an amount in the smallest unit: ${value}`);
  return value as Cents;
}

/** Asserts that a number is a price in ten-thousandths. */
export function asPriceE4(value: number): PriceE4 {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a price in ten-thousandths: ${value}`);
  return value as PriceE4;
}

const knownDigits = new Map<string, number>();

/** How many decimals the currency's smallest unit stands for: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217). */
export function currencyDigits(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  knownDigits.set(currency, digits);
  return digits;
}

const priceText = /^\d{1,10}(\.\d{1,4})?$/;

/** Reads a decimal string with at most four decimals; `undefined` when it is no such string. */
export function parsePrice(text: string): PriceE4 | undefined {
  if (!priceText.test(text)) return undefined;
  const [whole = '0', fraction = ''] = text.split('.');
  return asPriceE4(Number(whole) * 10_000 + Number(fraction.padEnd(4, '0')));
}

/** Writes a price without needless zeros, with at least `digits` decimals: 25 500 with 2 is `2.55`. */
export function formatPrice(price: PriceE4, digits = 2): string {
  const fraction = String(price % 10_000).padStart(4, '0');
  const kept = Math.max(digits, fraction.replace(/0+$/, '').length);
  const whole = Math.floor(price / 10_000);
  return kept === 0 ? String(whole) : `${whole}.${fraction.slice(0, kept)}`;
}

/** Writes an amount as a plain decimal, no thousands marks: −7 with 2 digits is `-0.07`. For files and comparisons. */
export function plainAmount(cents: number, digits = 2): string {
  const sign = cents < 0 ? '-' : '';
  const figures = String(Math.abs(cents)).padStart(digits + 1, '0');
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

/** A quantity in thousandths at a price, in the smallest unit of a currency with that many digits; rounded once, half away from zero. */
export function amountAt(price: number, milli: number, digits: number): Cents {
  return asCents(shareOf(price, milli, 10 ** (7 - digits)));
}

export const centsSchema = z.int();
export const unsignedCentsSchema = z.int().min(0);

/** More than one line or payment of any small shop comes to; hundreds of such still add up exactly. */
const mostCents = 10_000_000_000_000;
/** An amount that somebody types in. */
export const amountSchema = z.int().min(0).max(mostCents);
export const positiveAmountSchema = z.int().min(1).max(mostCents);

/** Whether that many at that price come to an amount that can be recorded. What is no price is told by the price itself. */
export function isRecordable({ unitPrice, quantity }: { unitPrice: string; quantity: number }): boolean {
  const price = Number(unitPrice);
  return Number.isNaN(price) || price * quantity * 1000 <= mostCents;
}
export const unitPriceSchema = z.string().regex(priceText);
