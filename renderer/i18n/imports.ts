import { texts } from './catalogue.ts';

/** Bringing a file of sales in. */
export const importsTexts = texts({
  'imports.title': { zh: '导入销售', en: 'Import sales' },
  'imports.file': { zh: '文件', en: 'File' },
  'imports.choose': { zh: '选择文件', en: 'Choose a file' },
  'imports.choose-other': { zh: '换一个文件', en: 'Another file' },
  'imports.first': { zh: '选择要导入的销售文件', en: 'Choose a file of sales' },
  'imports.first-hint': {
    zh: '请从收银系统或网店后台导出销售明细（CSV、TSV 或文本，可以是 gz 压缩包）。先看再导入：选好文件后什么都不会马上存入。',
    en: 'Export the sale lines from your till or online shop as CSV, TSV or text; gzip is fine. Nothing is stored before you have seen it.',
  },
  'imports.looking': { zh: '正在查看文件…', en: 'Looking into the file…' },
  'imports.profile-generic': { zh: '按列名猜出各列的意思', en: 'Columns guessed by their names' },
  'imports.profile-backshelf': { zh: 'Backshelf 格式', en: 'Backshelf layout' },
  'imports.profile-uci-online-retail': { zh: 'Online Retail 销售明细', en: 'Online Retail sale lines' },
  'imports.profile-chosen': { zh: '各列由您指定', en: 'Columns chosen by you' },
  'imports.encoding-utf-8': { zh: '编码 UTF-8', en: 'Encoding UTF-8' },
  'imports.encoding-gb18030': { zh: '编码 GB18030（中文）', en: 'Encoding GB18030 (Chinese)' },
  'imports.encoding-utf-16le': { zh: '编码 UTF-16', en: 'Encoding UTF-16' },
  'imports.encoding-utf-16be': { zh: '编码 UTF-16（BE）', en: 'Encoding UTF-16 (BE)' },
  'imports.columns': { zh: '{count} 列', en: { one: '{count} column', other: '{count} columns' } },

  'imports.mapping': { zh: '各项取自哪一列', en: 'Which column is what' },
  'imports.field': { zh: '店里的项目', en: 'In the shop' },
  'imports.column': { zh: '文件里的列 · 例', en: 'Column of the file · example' },
  'imports.column-of': { zh: '「{field}」取自哪一列', en: 'Column for {field}' },
  'imports.needed': { zh: '必需', en: 'needed' },
  'imports.none': { zh: '（没有）', en: '(none)' },
  'imports.pick-column': { zh: '请选择一列', en: 'Please choose a column' },
  'imports.pick-first': { zh: '请先为必需的项目选列', en: 'Choose the needed columns first' },
  'imports.as-guessed': { zh: '恢复猜测', en: 'As guessed' },
  'imports.missing': {
    zh: '还缺必需的项目：{fields}。请在左边为它们各选一列。',
    en: 'Still needed: {fields}. Please choose a column for each under “Which column is what”.',
  },
  'imports.astray': {
    zh: '文件里已经没有原来选的列（{fields}），请重新选择。',
    en: 'The columns chosen for {fields} are no longer in the file. Please choose again.',
  },

  'imports.sample': { zh: '前几行会这样读', en: 'How the first rows are read' },
  'imports.sample-none': { zh: '先选好列，这里就会显示前几行', en: 'Choose columns, and the first rows show here' },
  'imports.row': { zh: '行', en: 'Row' },
  'imports.problems': { zh: '前 1000 行里的问题', en: 'Problems in the first 1,000 rows' },
  'imports.problems-about': {
    zh: '有问题的行不会存入，会连同原因写到另一个文件里；其余的照常导入。',
    en: 'Rows with problems are not stored; they go to a file of their own with the reasons. The others are imported.',
  },
  'imports.no-problems': { zh: '前 1000 行没有发现问题', en: 'No problems in the first 1,000 rows' },
  'imports.problem-row': { zh: '第 {row} 行', en: 'Row {row}' },
  'imports.problem-field': { zh: '{field}：{problem}', en: '{field}: {problem}' },
  'imports.problems-more': { zh: '还有 {count} 处', en: { one: '{count} more', other: '{count} more' } },

  'imports.run': { zh: '导入', en: 'Import' },
  'imports.to-sales': { zh: '查看销售', en: 'Go to sales' },
  'imports.back': { zh: '返回销售', en: 'Back to sales' },
  'imports.reading': { zh: '正在读取，已读 {rows} 行', en: 'Reading, {rows} rows so far' },
  'imports.storing': { zh: '正在存入', en: 'Storing' },
  'imports.rate': { zh: '每秒 {rows} 行', en: '{rows} rows a second' },
  'imports.left-seconds': {
    zh: '大约还要 {count} 秒',
    en: { one: 'about {count} s left', other: 'about {count} s left' },
  },
  'imports.left-minutes': {
    zh: '大约还要 {count} 分钟',
    en: { one: 'about {count} min left', other: 'about {count} min left' },
  },
  'imports.cancel-about': {
    zh: '读取时可以取消，取消后什么都不会存入。',
    en: 'While it reads you can cancel, and nothing is stored.',
  },
  'imports.storing-about': {
    zh: '正在存入，很快就好，不能再取消。柜台可以照常使用。',
    en: 'Storing takes a moment and can no longer be cancelled. The counter goes on working.',
  },
  'imports.cancelled': {
    zh: '已取消，什么都没有存入。文件和各列的选择还在。',
    en: 'Cancelled. Nothing was stored. The file and your choices are still here.',
  },

  'imports.done': { zh: '导入完成', en: 'Imported' },
  'imports.nothing-new': {
    zh: '这份文件以前已经导入过，没有新的内容，什么都没有改动。',
    en: 'This file was read before. Nothing in it is new, and nothing was changed.',
  },
  'imports.rows': { zh: '行数', en: 'Rows' },
  'imports.rows-read': { zh: '读到', en: 'Read' },
  'imports.rows-stored': { zh: '已存入', en: 'Stored' },
  'imports.rows-stored-hint': {
    zh: '包括以前已经存入的行',
    en: 'Including rows that were already there',
  },
  'imports.rows-refused': { zh: '未存入', en: 'Refused' },
  'imports.stored': { zh: '新存入的', en: 'Newly stored' },
  'imports.stored-sales': { zh: '销售单', en: 'Sales' },
  'imports.stored-sale-lines': { zh: '销售明细', en: 'Sale lines' },
  'imports.stored-products': { zh: '商品', en: 'Items' },
  'imports.stored-customers': { zh: '客户', en: 'Customers' },
  'imports.stored-returns': { zh: '退货单', en: 'Returns' },
  'imports.stored-return-lines': { zh: '退货明细', en: 'Return lines' },
  'imports.stored-stock-adjustments': { zh: '库存调整', en: 'Stock adjustments' },
  'imports.links': { zh: '退货对上原来的销售', en: 'Returns and the sales they came from' },
  'imports.links-none': { zh: '没有新的退货。', en: 'No new returns.' },
  'imports.link-linked': { zh: '已对上原来的销售', en: 'Linked to their sale' },
  'imports.link-no-customer': { zh: '没有客户，无从对应', en: 'No customer on the row' },
  'imports.link-no-earlier-sale': { zh: '这位客户之前没有买过', en: 'The customer had not bought it before' },
  'imports.link-already-returned': { zh: '买过的都已退完', en: 'All that was bought was returned already' },
  'imports.link-too-little-left': { zh: '剩下可退的不够', en: 'More than is left to return' },
  'imports.warnings': { zh: '请留意', en: 'Worth a look' },
  'imports.warning-no-customer': {
    zh: '{count} 行没有客户，退货时要用单号查找',
    en: {
      one: '{count} row has no customer: find it by its number',
      other: '{count} rows have no customer: find them by number',
    },
  },
  'imports.warning-zero-price': {
    zh: '{count} 行单价为零',
    en: { one: '{count} row has a price of zero', other: '{count} rows have a price of zero' },
  },
  'imports.warning-no-name': {
    zh: '{count} 行没有商品名称',
    en: { one: '{count} row has no item name', other: '{count} rows have no item name' },
  },
  'imports.warning-codes-differ-by-case': {
    zh: '{count} 个商品编码与别的只差大小写，按不同商品处理',
    en: {
      one: '{count} item code differs from another only by case and counts as another item',
      other: '{count} item codes differ from others only by case and count as other items',
    },
  },
  'imports.refused-file': { zh: '未存入的行', en: 'Refused rows' },
  'imports.refused-about': {
    zh: '{count} 行没有存入，原样写在这个文件里，每行附有原因。改好后可以再导入。',
    en: {
      one: '{count} row was not stored. It is in this file as it stood, with the reason. Mend it and import it again.',
      other:
        '{count} rows were not stored. They are in this file as they stood, with the reasons. Mend them and import them again.',
    },
  },
  'imports.reveal': { zh: '在文件夹中显示', en: 'Show in folder' },
  'imports.again': { zh: '再导入一个', en: 'Import another' },
});
