import type { Settings } from '../../contract/api/settings.ts';
import type { Day } from '../../contract/values/days.ts';

/** The settings of a shop that has said nothing yet. Windows and due times are those of PRACTICE §1–2. */
export function defaultSettings(openingDay: Day): Settings {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return {
    shopName: '',
    address: '',
    phone: '',
    currency: 'CNY',
    locale: locale.startsWith('zh') ? 'zh-CN' : 'en',
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
