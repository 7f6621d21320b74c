import type { ImportField, ImportKind } from '../api/import-fields.ts';
import type { RowProblem } from '../api/imports.ts';
import type { Locale } from '../values/words.ts';
import { pair, type Words } from './said.ts';

export const importKindWords: Words<ImportKind> = {
  sales: pair('销售', 'Sales'),
  products: pair('商品', 'Items'),
  customers: pair('客户', 'Customers'),
  suppliers: pair('供应商', 'Suppliers'),
  'opening-stock': pair('期初库存', 'Opening stock'),
  'goods-received': pair('进货', 'Goods received'),
  returns: pair('退货', 'Returns'),
};

export const importFieldWords: Words<ImportField> = {
  saleNumber: pair('销售单号', 'Sale number'),
  lineNumber: pair('子订单号', 'Number of the order line'),
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
  refunded: pair('已退金额', 'Given back before'),
  signedOn: pair('签收日期', 'Signed for on'),
  barcode: pair('条码', 'Barcode'),
  category: pair('分类', 'Category'),
  unit: pair('单位', 'Unit'),
  supplier: pair('供应商', 'Supplier'),
  unitCost: pair('单位成本', 'Unit cost'),
  tracking: pair('序列号或批次', 'Serial or batch'),
  expires: pair('有保质期', 'Has a last day'),
  minQuantity: pair('最低库存', 'Lowest stock'),
  maxQuantity: pair('最高库存', 'Highest stock'),
  location: pair('货位', 'Where it lies'),
  accessories: pair('配件', 'In the box'),
  email: pair('邮箱', 'Email'),
  vip: pair('特别客户原因', 'Why special'),
  phone: pair('电话', 'Phone'),
  claimDays: pair('索赔期限（天）', 'Days to claim'),
  leadDays: pair('到货天数', 'Days until goods come'),
  note: pair('备注', 'Note'),
  value: pair('成本金额', 'Value at cost'),
  serial: pair('序列号', 'Serial number'),
  batch: pair('批次', 'Batch'),
  expiresOn: pair('到期日', 'Last day'),
  reference: pair('供应商单号', 'Supplier’s number'),
  day: pair('日期', 'Day'),
  returnNumber: pair('退款单号', 'Return number'),
  returnedAt: pair('申请时间', 'Asked for at'),
  amount: pair('退款金额', 'Amount given back'),
  reason: pair('退货原因', 'Reason'),
  courier: pair('快递公司', 'Courier'),
  waybill: pair('退货单号（快递）', 'Waybill'),
};

/** The word for a field by its code; a code of a newer program stays as it is. */
export function importFieldWord(field: string, locale: Locale): string {
  return Object.hasOwn(importFieldWords, field) ? importFieldWords[field as ImportField][locale] : field;
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
  'not-a-word': pair('认不出这个词', 'This word is not known here'),
  'number-twice': pair('同一编号出现两次', 'This number stands here twice'),
  'no-such-product': pair('没有这个商品', 'There is no such item'),
  'no-such-sale': pair('没有这张销售单', 'There is no such sale'),
  'stock-opened-before': pair('这个商品已有期初库存', 'This item’s stock was opened before'),
  'status-unknown': pair('认不出这个状态，先留着等人核对', 'This status is not known: somebody must look at it'),
  'not-decided-yet': pair(
    '只退款的申请平台还没处理完，处理后再导入',
    'Only money is asked for and the platform has not decided: read the list again when it has',
  ),
  'formula-without-value': pair('这一格是没有结果的公式', 'This cell is a formula without a value'),
  'text-damaged': pair('文字已损坏，请用正确编码重新导出', 'The text is damaged: export the file again as UTF-8'),
};
