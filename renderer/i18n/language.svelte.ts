import type { Locale } from '../../contract/values/words.ts';

/** How the window speaks now. The settings set it; every text and figure follows at once. */
class Language {
  locale = $state<Locale>('zh-CN');
  currency = $state('CNY');
  timeZone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

export const language = new Language();

/** The language of the system as far as Backshelf speaks it. */
export function localeOfSystem(systemLocale: string): Locale {
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
