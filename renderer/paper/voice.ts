import type { PaperPart } from '../../contract/api/paper.ts';
import { currencyDigits, plainAmount } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Locale } from '../../contract/values/words.ts';
import type { Said } from '../../contract/words/index.ts';
import { fillMessage, messageOf, type Parameters } from '../i18n/catalogue.ts';
import { currencySign, formatAmount, formatMoney, formatPriceText, formatQuantity } from '../i18n/format.ts';
import { monthsTexts } from '../i18n/months.ts';
import { paperTexts } from '../i18n/paper.ts';

/** The words of sheets, and those of the month that stand on one as they do in the window. */
const spoken = { ...paperTexts, ...monthsTexts };
/** Who acts without being one of the shop's people. */
const notNamed = ['owner', 'policy', 'nobody'] as const;
type SpokenKey = keyof typeof spoken;
type VoiceIn = {
  readonly locale: Locale;
  readonly currency: string;
  readonly timeZone: string;
  /** What the owner leaves out of this kind of document. */
  readonly hidden?: ReadonlySet<PaperPart>;
};

/** How one sheet speaks: its own language, the shop's currency and time zone. */
export type Voice = ReturnType<typeof voiceIn>;

export function voiceIn({ locale, currency, timeZone, hidden }: VoiceIn) {
  const money = { locale, currency };
  const text = <K extends SpokenKey>(key: K, ...parameters: Parameters<(typeof spoken)[K]>): string =>
    fillMessage(messageOf(spoken[key], locale), locale, parameters[0]);
  // Days and times as documents of account write them, the same in both languages.
  const times = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return {
    locale,
    currency,
    sign: currencySign(money),
    text,
    /** Whether a part is said within a longer text; facts, columns and blocks name the part they belong to instead. */
    shows: (part: PaperPart): boolean => !hidden?.has(part),
    say: (said: Said): string => said[locale],
    money: (cents: number): string => formatMoney(cents, money),
    amount: (cents: number): string => formatAmount(cents, money),
    /** A unit price of the contract, a decimal string. */
    price: (text: string): string => formatPriceText(text, money),
    quantity: (quantity: number): string => formatQuantity(quantity, locale),
    /** What one unit cost when so many cost that much: exact to four decimals. */
    priceEach: (cents: number, quantity: number): string =>
      formatPriceText(plainAmount(shareOf(cents, 10 ** (7 - currencyDigits(currency)), toMilli(quantity)), 4), money),
    /** `2026-11-18 15:20`. */
    time: (instant: number | string): string =>
      times.format(typeof instant === 'string' ? Date.parse(instant) : instant),
    /** `2026-11-18`, the day of an instant. */
    dayOf: (instant: string): string => times.format(Date.parse(instant)).slice(0, 10),
    /** As an event names who did it: a person of the shop by name, the others by a word. */
    person: (person: string): string => {
      const known = notNamed.find((name) => name === person);
      return known ? text(`paper.person-${known}`) : person;
    },
  };
}
