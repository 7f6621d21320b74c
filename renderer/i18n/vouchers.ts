import { texts } from './catalogue.ts';

/** How entries become the accountant’s vouchers. */
export const vouchersTexts = texts({
  'vouchers.title': { zh: '凭证格式', en: 'Vouchers' },
  'vouchers.rules': { zh: '凭证怎么记', en: 'How entries become vouchers' },
  'vouchers.word': { zh: '凭证字', en: 'Voucher word' },
  'vouchers.word-hint': { zh: '多数账套用“记”，也有分收、付、转的。', en: 'Most ledgers say 记.' },
  'vouchers.per': { zh: '一张凭证记', en: 'One voucher for' },
  'vouchers.per-entry': { zh: '一笔分录', en: 'Each entry' },
  'vouchers.per-day': { zh: '一天', en: 'Each day' },
  'vouchers.per-month': { zh: '一个月', en: 'The month' },
  'vouchers.per-hint': {
    zh: '按天或按月时，同类分录合成一张，同科目同方向相加。',
    en: 'By day or month, entries of one kind become one voucher and the lines of an account are added up.',
  },
  'vouchers.red': { zh: '冲回的分录', en: 'What is taken back' },
  'vouchers.red-negative': { zh: '红字（同方向负数）', en: 'Negative on its own side (红字)' },
  'vouchers.red-swapped': { zh: '借贷相反', en: 'On the other side' },
  'vouchers.maker': { zh: '制单人', en: 'Made by' },
  'vouchers.encoding': { zh: '文件编码', en: 'Encoding' },
  'vouchers.encoding-utf-8': { zh: 'UTF-8', en: 'UTF-8' },
  'vouchers.encoding-gb18030': { zh: 'GB18030（旧软件）', en: 'GB18030 (older programs)' },
  'vouchers.columns': { zh: '通用凭证的列', en: 'Columns of the Chinese voucher' },
  'vouchers.columns-about': {
    zh: '会计的软件要别的列时，在这里改：列名照它的导入模板写。',
    en: 'Where the accountant’s program wants other columns, name them as its import template does.',
  },
  'vouchers.generic': { zh: '现在用通用的十列。', en: 'The ten usual columns are in use.' },
  'vouchers.from-generic': { zh: '从通用列改起', en: 'Start from the usual ones' },
  'vouchers.to-generic': { zh: '恢复通用列', en: 'Back to the usual ones' },
  'vouchers.heading': { zh: '列名', en: 'Heading' },
  'vouchers.heading-of': { zh: '第 {place} 列的列名', en: 'Heading of column {place}' },
  'vouchers.field': { zh: '内容', en: 'Holds' },
  'vouchers.field-of': { zh: '第 {place} 列的内容', en: 'What column {place} holds' },
  'vouchers.column': { zh: '第 {place} 列', en: 'column {place}' },
  'vouchers.add': { zh: '加一列', en: 'Add a column' },
  'vouchers.missing': {
    zh: '还缺：{fields}。没有这些列，会计录不了凭证。',
    en: 'Still missing: {fields}. Nobody can enter a voucher without them.',
  },
  'vouchers.example': { zh: '写出来是这样', en: 'What it looks like' },
  'vouchers.example-about': {
    zh: '一笔 88.00 的退货红冲：',
    en: 'A credit note of 88.00:',
  },
});
