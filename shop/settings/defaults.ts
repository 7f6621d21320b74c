import type { Settings } from '../../contract/api/settings.ts';
import type { Day } from '../../contract/values/days.ts';
import type { Locale } from '../../contract/values/words.ts';

/** The settings of a shop that has said nothing yet. Windows and due times are those of PRACTICE §1–2. */
export function defaultSettings(openingDay: Day): Settings {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    shopName: '',
    address: '',
    phone: '',
    currency: 'CNY',
    locale: systemLocale(),
    timeZone,
    chart: 'small-business-cn',
    accounts: [],
    booksSales: false,
    openingDay,
    returnWindowDays: 7,
    faultWindowDays: 15,
    dueHours: { review: 24, receive: 48, inspect: 48, refund: 24 },
    fallbackTenders: ['cash', 'bank', 'wechat', 'alipay', 'card'],
    reasons: [],
    policyText: '',
    secondBackupFolder: '',
    theme: 'system',
    textPercent: 100,
  };
}

/** The language of a shop that has said nothing yet, or cannot be asked. */
export function systemLocale(): Locale {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';
}
