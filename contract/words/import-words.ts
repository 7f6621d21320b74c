import type { RowProblem, SalesField } from '../api/imports.ts';
import type { Locale } from '../values/words.ts';
import { pair, type Words } from './said.ts';

export const salesFieldWords: Words<SalesField> = {
  saleNumber: pair('销售单号', 'Sale number'),
  soldAt: pair('销售时间', 'Sold at'),
  customer: pair('客户编号', 'Customer code'),
  customerName: pair('客户姓名', 'Customer name'),
  customerPhone: pair('客户电话', 'Customer phone'),
  sku: pair('商品编码', 'Item code'),
  productName: pair('商品名称', 'Item name'),
  spec: pair('规格', 'Variant'),
  quantity: pair('数量', 'Quantity'),
  unitPrice: pair('单价', 'Unit price'),
  paid: pair('实付金额', 'Amount paid'),
  discount: pair('优惠', 'Discount'),
  tax: pair('税额', 'Tax'),
  tender: pair('付款方式', 'Paid by'),
  channel: pair('渠道', 'Channel'),
  delivery: pair('运费', 'Delivery'),
  status: pair('状态', 'Status'),
};

/** The word for a field by its code; a code of a newer program stays as it is. */
export function salesFieldWord(field: string, locale: Locale): string {
  return Object.hasOwn(salesFieldWords, field) ? salesFieldWords[field as SalesField][locale] : field;
}

export const rowProblemWords: Words<RowProblem['code']> = {
  'field-empty': pair('此项为空，请补上', 'This cell is empty: fill it in'),
  'not-a-number': pair('不是数字', 'This is not a number'),
  'not-a-date': pair('不是认得出的日期', 'This is not a date that can be read'),
  'not-a-price': pair('不是有效的单价', 'This is not a price'),
  'too-many-decimals': pair('小数位太多', 'Too many decimals'),
  'digits-lost': pair(
    '单号被表格软件改成了科学计数，请从原系统重新导出',
    'A spreadsheet cut this number short: export the file again',
  ),
  'too-long': pair('内容太长', 'This text is too long'),
  'zero-quantity': pair('数量为零', 'The quantity is zero'),
  'wrong-cell-count': pair('这一行的列数不对', 'The row has too many or too few cells'),
  'changed-since': pair('同一单以前导入过，内容不一样', 'Read before with other content'),
  'in-part-refused': pair('同一单的其他行没有通过', 'Another row of the same document was refused'),
  'text-damaged': pair('文字已损坏，请用正确编码重新导出', 'The text is damaged: export the file again as UTF-8'),
};
