import { texts } from './catalogue.ts';

/** Words of the parts themselves. */
export const uiTexts = texts({
  'ui.cancel': { zh: '取消', en: 'Cancel' },
  'ui.close': { zh: '关闭', en: 'Close' },
  'ui.copy-report': { zh: '复制报告', en: 'Copy the report' },
  'ui.report-copied': { zh: '已复制', en: 'Copied' },
  'ui.try-again': { zh: '再试一次', en: 'Try again' },
  'ui.working': { zh: '正在处理…', en: 'Working…' },
  'ui.cancelling': { zh: '正在取消…', en: 'Cancelling…' },
  'ui.of': { zh: '{done} / {total}', en: '{done} of {total}' },
  'ui.dismiss': { zh: '知道了', en: 'Dismiss' },
  'ui.notices': { zh: '通知', en: 'Notices' },
  'ui.optional': { zh: '可不填', en: 'optional' },
  'ui.sort-by': { zh: '按「{column}」排序', en: 'Sort by {column}' },
  'ui.mark': { zh: '选中 {name}', en: 'Pick {name}' },
  'ui.mark-column': { zh: '选', en: 'Pick' },
  'ui.fill-in': { zh: '请填写此项', en: 'Please fill this in' },
  'ui.not-a-number': { zh: '请填数字，例如 1284.5', en: 'Please enter a number, such as 1,284.50' },
  'ui.decimals-zero': { zh: '请填整数', en: 'Please enter a whole number' },
  'ui.decimals': { zh: '最多 {digits} 位小数', en: 'At most {digits} decimals' },
  'ui.too-large': { zh: '数字太大', en: 'This number is too large' },
  'ui.day-as': { zh: '例 2026-03-05', en: 'e.g. 2026-03-05' },
  'ui.not-a-day': { zh: '请填年月日，例如 2026-03-05', en: 'Please enter a day, such as 2026-03-05' },
  'ui.at-least': { zh: '不能小于 {least}', en: 'At least {least}' },
  'ui.at-most': { zh: '不能大于 {most}', en: 'At most {most}' },
});
