import { texts } from './catalogue.ts';

export const findTexts = texts({
  'find.focus': { zh: '查找', en: 'Find' },
  'find.placeholder': { zh: '扫码，或输入单号、客户、商品…', en: 'Scan, or type a number, customer, item…' },
  'find.results': { zh: '查找结果', en: 'Results' },
  'find.nothing': {
    zh: '没有找到「{text}」，请换个写法或核对单号。',
    en: 'Nothing found for “{text}”. Try another spelling or check the number.',
  },
  'find.command': { zh: '命令', en: 'Command' },
  'find.return': { zh: '退货单', en: 'Return' },
  'find.sale': { zh: '销售单', en: 'Sale' },
  'find.customer': { zh: '客户', en: 'Customer' },
  'find.product': { zh: '商品', en: 'Item' },
});
