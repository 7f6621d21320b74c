import { texts } from './catalogue.ts';

/** The very first screen. */
export const startTexts = texts({
  'start.title': { zh: '欢迎使用 Backshelf 回架', en: 'Welcome to Backshelf' },
  'start.about': {
    zh: '先回答几个问题，之后都可以在设置里修改。数据只保存在这台电脑上。',
    en: 'A few questions first; all of it can be changed later under Settings. Everything stays on this computer.',
  },
  'start.language': { zh: '语言', en: 'Language' },
  'start.shop-name': { zh: '店名', en: 'Shop name' },
  'start.shop-name-hint': { zh: '会印在退货单和退款凭条上', en: 'Printed on slips and receipts' },
  'start.shop-name-needed': { zh: '请填写店名', en: 'Please enter the name of the shop' },
  'start.currency': { zh: '货币', en: 'Currency' },
  'start.currency-hint': { zh: '记第一笔账之后就不能再改', en: 'Fixed once the first amount is recorded' },
  'start.chart': { zh: '会计科目', en: 'Chart of accounts' },
  'start.chart-hint': { zh: '不确定就选第一个，编码和名称以后都能改', en: 'Codes and names can be changed later' },
  'start.time-zone': { zh: '时区', en: 'Time zone' },
  'start.empty-shop': { zh: '开一家新店', en: 'Start with an empty shop' },
  'start.demo-shop': { zh: '先看看演示店', en: 'Look around in a demo shop' },
  'start.demo-about': {
    zh: '演示店的数据是虚构的，和您的店分开保存，随时可以离开。',
    en: 'The demo shop is made up, kept apart from your own shop, and left with one click.',
  },
  'start.filling': { zh: '正在布置演示店…', en: 'Setting up the demo shop…' },
  'start.demo-name': { zh: '回架演示店', en: 'Backshelf Demo Shop' },
});
