import { amounts } from '../state/amounts.svelte.ts';
import { clock } from '../state/clock.svelte.ts';
import {
  currencySign,
  formatAmount,
  formatBytes,
  formatMoney,
  formatPercent,
  formatPriceText,
  formatQuantity,
  shortPhone,
} from './format.ts';
import { language } from './language.svelte.ts';
import { dayOfInstant, sayDay, sayDue, sayExactly, sayFullDay, sayInstant, sayMonth, type TimeIn } from './times.ts';

const around = (): TimeIn => ({ locale: language.locale, timeZone: language.timeZone, now: clock.now });

/** What stands in a sum's place while sums are kept from view. */
const hiddenSum = '•••';

/** Figures and times in the window's language, the shop's currency and time zone. Follows every change at once. */
export const show = {
  /** `¥1,284.00`, where an amount stands alone. */
  money: (cents: number): string => formatMoney(cents, language),
  /** `1,284.00`, in a column whose head names the currency. */
  amount: (cents: number): string => formatAmount(cents, language),
  /** The same for overviews and lists, where sums can be kept from whoever looks over a shoulder; work at hand always shows its own. */
  glance: {
    money: (cents: number): string => (amounts.hidden ? hiddenSum : formatMoney(cents, language)),
    amount: (cents: number): string => (amounts.hidden ? hiddenSum : formatAmount(cents, language)),
    price: (text: string): string => (amounts.hidden ? hiddenSum : formatPriceText(text, language)),
  },
  sign: (): string => currencySign(language),
  /** A unit price of the contract, a decimal string. */
  price: (text: string): string => formatPriceText(text, language),
  quantity: (quantity: number): string => formatQuantity(quantity, language.locale),
  bytes: (bytes: number): string => formatBytes(bytes, language.locale),
  percent: (share: number): string => formatPercent(share, language.locale),
  wholePercent: (share: number): string => formatPercent(Math.floor(share * 100) / 100, language.locale),
  /** For lists; the page of the case shows it in full. */
  phone: shortPhone,
  when: (instant: string): string => sayInstant(instant, around()),
  /** The same within a sentence: English writes `today` small there. */
  whenWithin: (instant: string): string =>
    sayInstant(instant, around()).replace(/^(?:Today|Yesterday|Tomorrow)/, (word) => word.toLowerCase()),
  exactly: (instant: string): string => sayExactly(instant, around()),
  day: (day: string): string => sayDay(day, around()),
  date: (day: string): string => sayFullDay(day, language.locale),
  due: (instant: string): string => sayDue(instant, around()),
  month: (month: string): string => sayMonth(month, language.locale),
  /** `cup, lid and box`, as the language says it. */
  list: (names: readonly string[]): string => new Intl.ListFormat(language.locale).format(names),
  today: (): string => dayOfInstant(clock.now, language.timeZone),
};
