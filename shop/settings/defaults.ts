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
    storeCreditDays: 0,
    fallbackTenders: ['cash', 'bank', 'wechat', 'alipay', 'card'],
    reasons: [],
    policyText: '',
    secondBackupFolder: '',
    checklists: defaultChecklists,
    gradePercent: { A: 100, B: 70, C: 30 },
    ageing: { afterDays: 30, percentPerMonth: 5 },
    repairCosts: [],
    supplierPercent: 100,
    makeTwins: false,
    repairDueHours: 168,
    frequentReturns: { count: 5, days: 90, ratePercent: 60 },
    messageTemplates: [],
    notifications: true,
    documentLayouts: [],
    printers: [],
    logo: null,
    vouchers: { word: '记', per: 'entry', red: 'negative', maker: '', encoding: 'utf-8' },
    voucherColumns: [],
    pinAboveCents: null,
    lockMinutes: 10,
    openHours: null,
    theme: 'system',
    textPercent: 100,
  };
}

/** What is looked at on whatever comes back. */
const defaultChecklists: Settings['checklists'] = [
  {
    category: '',
    questions: [
      { zh: '包装完好', en: 'The packaging is whole' },
      { zh: '配件齐全', en: 'All accessories are there' },
      { zh: '没有使用痕迹', en: 'There are no traces of use' },
      { zh: '功能正常', en: 'It works as it should' },
    ],
  },
];

/** The language of a shop that has said nothing yet, or cannot be asked. */
export function systemLocale(): Locale {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';
}
