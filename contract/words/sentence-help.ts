import type { RefusalCode, RefusalData } from '../refusals.ts';
import { currencyDigits, plainAmount } from '../values/money.ts';
import type { Locale } from '../values/words.ts';

/** What a sentence needs beside its data. */
export type Telling = {
  readonly locale: Locale;
  /** An amount in the shop's currency; a plain decimal where the currency is not known. */
  readonly money: (cents: number) => string;
  readonly quantity: (quantity: number) => string;
};

/** One sentence per refusal in one language: a missing code breaks the build. */
export type RefusalSentences = {
  readonly [Code in RefusalCode]: (data: RefusalData<Code>, tell: Telling) => string;
};

export function tellingIn(locale: Locale, currency: string | undefined): Telling {
  const quantities = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  return {
    locale,
    money: (cents) => sayMoney(cents, locale, currency),
    quantity: (quantity) => quantities.format(quantity),
  };
}

function sayMoney(cents: number, locale: Locale, currency: string | undefined): string {
  if (currency === undefined) return plainAmount(cents);
  const text = plainAmount(cents, currencyDigits(currency)) as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(text);
}
