import { texts } from './catalogue.ts';

/** Files for the accountant: formats, what was written, and whether it is still the same. */
export const packsTexts = texts({
  'packs.format': { zh: '给哪个软件', en: 'For which program' },
  'packs.csv': { zh: '通用 CSV', en: 'Plain CSV' },
  'packs.hledger': { zh: 'hledger', en: 'hledger' },
  'packs.xero': { zh: 'Xero', en: 'Xero' },
  'packs.quickbooks': { zh: 'QuickBooks', en: 'QuickBooks' },
  'packs.voucher-cn': { zh: '通用凭证', en: 'Chinese voucher' },
  'packs.kingdee-kis': { zh: '金蝶 KIS', en: 'Kingdee KIS' },
  'packs.jdy': { zh: '精斗云', en: 'Jingdouyun' },
  'packs.yonyou': { zh: '用友', en: 'Yonyou' },
  'packs.for-csv': {
    zh: '退货、退款、分录、库存各一张明细表，用 WPS 或 Excel 打开。',
    en: 'Returns, refunds, journal and stock, one table each, to open in Excel.',
  },
  'packs.for-hledger': {
    zh: '给 hledger 一类的纯文本记账软件：一个日记账文件。',
    en: 'One journal file for hledger and other plain-text accounting.',
  },
  'packs.for-xero': {
    zh: '给 Xero 的手工日记账（Manual journals），每个文件最多 300 行。',
    en: 'Manual journals for Xero, at most 300 lines a file.',
  },
  'packs.for-quickbooks': {
    zh: '给 QuickBooks Online 的日记账分录。',
    en: 'Journal entries for QuickBooks Online.',
  },
  'packs.for-voucher-cn': {
    zh: '一行一条分录的凭证表，给柠檬云、好会计等能指定列的软件；列可以自己定。',
    en: 'A voucher table for 柠檬云, 好会计 and other programs that ask what each column is. The columns are yours to choose.',
  },
  'packs.for-kingdee-kis': {
    zh: '给金蝶 KIS 专业版、K/3 的凭证引入文件（XLSX）。',
    en: 'A workbook of vouchers for 金蝶 KIS and K/3.',
  },
  'packs.for-jdy': {
    zh: '给精斗云云会计的凭证导入文件（XLSX）。',
    en: 'A workbook of vouchers for 精斗云 cloud accounting.',
  },
  'packs.for-yonyou': {
    zh: '给用友 U8、T3 总账工具的凭证文本。',
    en: 'A text of vouchers for the ledger tool of 用友 U8 and T3.',
  },
  'packs.zip': { zh: '另存一个压缩包（ZIP），方便发送', en: 'All of it in one zip as well, to send' },
  'packs.vouchers': { zh: '凭证格式', en: 'Vouchers' },
  'packs.accounts': { zh: '科目对应', en: 'Accounts' },
  'packs.writing-zip': { zh: '正在压缩…', en: 'Packing the zip…' },
  'packs.writing-vouchers': { zh: '正在写凭证…', en: 'Writing the vouchers…' },
  'packs.first': { zh: '这是本月第一次写这种格式。', en: 'It is the first of this month in this format.' },
  'packs.same': { zh: '与上次写的完全一样。', en: 'It is the same as last time, byte for byte.' },
  'packs.changed': { zh: '与上次写的不一样了。', en: 'It is not the same as last time.' },
  'packs.manifest': { zh: '整包指纹', en: 'Whole pack' },

  'packs.history': { zh: '已写出的文件', en: 'What was written' },
  'packs.at': { zh: '时间', en: 'When' },
  'packs.files': { zh: '文件', en: 'Files' },
  'packs.none': { zh: '这个月还没有写出过文件。', en: 'Nothing of this month was written yet.' },
  'packs.of': { zh: '{format}，{when} 写出', en: '{format} · {when}' },
  'packs.folder': { zh: '文件夹', en: 'Folder' },
  'packs.head': { zh: '账本指纹', en: 'Fingerprint of the books' },
  'packs.again': { zh: '再写一次并比较', en: 'Write again and compare' },
  'packs.again-about': {
    zh: '再写到同一个文件夹，然后与当时的指纹逐个比较。',
    en: 'Writes it once more into the same folder and compares every fingerprint with those of then.',
  },
  'packs.again-same': { zh: '每个文件都与当时完全一样。', en: 'Every file is the same as then, byte for byte.' },
  'packs.again-changed': { zh: '与当时不一样的文件：', en: 'Not the same as then:' },
  'packs.now-different': { zh: '内容变了', en: 'its content has changed' },
  'packs.now-gone': { zh: '这次没有', en: 'it is not written any more' },
  'packs.now-new': { zh: '当时没有', en: 'it was not there then' },
  'packs.reveal': { zh: '打开文件夹', en: 'Show in folder' },
});
