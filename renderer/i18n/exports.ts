import { texts } from './catalogue.ts';

/** Writing lists to files. */
export const exportsTexts = texts({
  'exports.do': { zh: '导出', en: 'Export' },
  'exports.do-products': { zh: '导出商品', en: 'Export items' },
  'exports.do-customers': { zh: '导出客户', en: 'Export customers' },
  'exports.do-suppliers': { zh: '导出供应商', en: 'Export suppliers' },
  'exports.do-sales': { zh: '导出销售', en: 'Export sales' },
  'exports.do-stock': { zh: '导出库存', en: 'Export stock' },
  'exports.about': {
    zh: '写成一个 CSV 文件：表格软件能打开，以后也能原样导入回来。',
    en: 'Written as one CSV file. Spreadsheets open it, and it can be imported again just as it was.',
  },
  'exports.about-stock': {
    zh: '写成一个 CSV 文件：每个商品在货架上的数量和成本，新店可以当作期初库存导入。',
    en: 'Written as one CSV file: what lies on the shelf, with its cost. A new shop can import it as opening stock.',
  },
  'exports.from': { zh: '从哪天起', en: 'From' },
  'exports.until': { zh: '到哪天止', en: 'Until' },
  'exports.days-hint': { zh: '不填就是全部', en: 'Empty: all of them' },
  'exports.to-own': { zh: '写到店铺文件夹的 exports 里', en: 'Into “exports” in the shop’s folder' },
  'exports.to': { zh: '写到 {path}', en: 'Into {path}' },
  'exports.choose': { zh: '换个文件夹', en: 'Another folder' },
  'exports.write': { zh: '写成文件', en: 'Write the file' },
  'exports.writing': { zh: '正在写', en: 'Writing' },
  'exports.cancelled': { zh: '已取消，没有留下文件。', en: 'Cancelled. No file was left behind.' },
  'exports.written': {
    zh: '{count} 行已写到 {path}',
    en: { one: '{count} row was written to {path}', other: '{count} rows were written to {path}' },
  },
  'exports.show': { zh: '在文件夹中显示', en: 'Show in folder' },
});
