import { texts } from './catalogue.ts';

/** The light for backup and books, and what stands behind it. */
export const careTexts = texts({
  'care.title': { zh: '备份与账本', en: 'Backup and books' },
  'care.good': { zh: '账已备份', en: 'Backed up' },
  'care.wait': { zh: '待备份', en: 'Not backed up' },
  'care.wrong': { zh: '账本不符', en: 'Books differ' },
  'care.books': { zh: '账本', en: 'Books' },
  'care.books-agree': { zh: '库存账与资金账相符', en: 'Stock and money agree' },
  'care.books-differ': {
    zh: '库存账与资金账对不上，请先检查账本',
    en: 'Stock and money differ: please check the books',
  },
  'care.last-backup': { zh: '上次备份', en: 'Last backup' },
  'care.never': { zh: '还没有备份过', en: 'Never yet' },
  'care.changed': { zh: '此后有改动', en: 'changed since' },
  'care.folder': { zh: '店铺文件夹', en: 'Shop folder' },
  'care.show-folder': { zh: '打开文件夹', en: 'Show the folder' },
  'care.events': { zh: '记录条数', en: 'Events' },
  'care.head': { zh: '最新指纹', en: 'Newest fingerprint' },
  'care.back-up': { zh: '立即备份', en: 'Back up now' },
  'care.backing-up': { zh: '正在备份并核对…', en: 'Backing up and checking the copy…' },
  'care.backed-up': { zh: '已备份并核对：{path}', en: 'Backed up and checked: {path}' },
  'care.verify': { zh: '检查账本', en: 'Check the books' },
  'care.verifying': { zh: '正在检查账本…', en: 'Checking the books…' },
  'care.verified': {
    zh: '全部相符，共检查 {count} 条记录。',
    en: { one: 'All is in order: {count} event checked.', other: 'All is in order: {count} events checked.' },
  },
  'care.not-verified': {
    zh: '检查发现问题，请不要继续记账，并把下面的内容发给支持人员。',
    en: 'The check found something wrong. Please stop recording and send the lines below to support.',
  },
});
