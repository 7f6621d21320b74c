import { type Chart, charts, type Locale, locales } from '../../../contract/values/words.ts';
import { chartWords, currencyWord } from '../../../contract/words/index.ts';
import { language, say } from '../../i18n/index.ts';
import type { Option } from '../../ui/index.ts';
import { currencies, timeZones } from './currencies.ts';

/** Each language by its own name, whatever the window speaks. */
const ownNames: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

export const languageOptions: readonly Option<Locale>[] = locales.map((value) => ({ value, label: ownNames[value] }));

export function currencyOptions(): Option[] {
  return currencies().map((value) => ({ value, label: `${value} ${currencyWord(value, language.locale)}` }));
}

export function chartOptions(): Option<Chart>[] {
  return charts.map((value) => ({ value, label: say(chartWords[value]) }));
}

export function timeZoneOptions(current: string): Option[] {
  return timeZones(current).map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
