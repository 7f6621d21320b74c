import { texts } from './catalogue.ts';

/** What the rules of the policy saw and said, in a few words. */
export const ruleTexts = texts({
  'rules.days': { zh: '售出第 {days} 天，期限 {windowDays} 天', en: 'Day {days} of {windowDays}' },
  'rules.days-fault': {
    zh: '售出第 {days} 天，质量问题期限 {windowDays} 天',
    en: 'Day {days} of {windowDays} for faults',
  },
  'rules.today': { zh: '今天售出，期限 {windowDays} 天', en: 'Sold today; {windowDays} days allowed' },
  'rules.late': {
    zh: '已过 {days} 天，期限 {windowDays} 天，{lastDay} 截止',
    en: '{days} days since the sale; {windowDays} allowed, until {lastDay}',
  },
  'rules.no-day': { zh: '没有小票，不知道售出日期', en: 'No receipt: the day of the sale is not known' },
  'rules.sold-here': { zh: '本店售出', en: 'Sold here' },
  'rules.not-sold-here': { zh: '没有对应的销售单', en: 'No sale to hold it against' },
  'rules.units': {
    zh: '售出 {sold}，退过 {returned}，这次 {asked}',
    en: '{sold} sold, {returned} returned, {asked} now',
  },
  'rules.reason': { zh: '原因明确', en: 'Reason given' },
  'rules.other': { zh: '原因是「其他」，请看备注', en: 'The reason is “other”: read the note' },
});
