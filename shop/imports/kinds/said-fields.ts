import type { ImportField } from '../../../contract/api/import-fields.ts';
import { asCents, asPriceE4, formatPrice, plainAmount } from '../../../contract/values/money.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { Understood } from './kind.ts';

/** The fields of a row that say something, as words for the eye. */
export function saidFields(fields: Partial<Record<ImportField, string | undefined>>): Understood['fields'] {
  const said = Object.entries(fields).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(said) as Understood['fields'];
}

export const quantityText = (milli: number | undefined): string | undefined =>
  milli === undefined ? undefined : String(fromMilli(milli));

export const priceText = (priceE4: number | undefined): string | undefined =>
  priceE4 === undefined ? undefined : formatPrice(asPriceE4(priceE4));

export const moneyText = (cents: number | undefined, digits: number): string | undefined =>
  cents === undefined ? undefined : plainAmount(asCents(cents), digits);
