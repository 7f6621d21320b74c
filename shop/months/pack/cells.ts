import { plainAmount } from '../../../contract/values/money.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import { pair, type Said } from '../../../contract/words/said.ts';
import type { EntryKind } from '../../money/post.ts';

/** What a spreadsheet would take for a formula, or for the end of a cell; the wide signs are formulas to a Chinese one. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text as it may stand in a cell: what would run as a formula gets a leading apostrophe (FORMATS §2). Nothing is an empty cell. */
export function textCell(text: string | null): string {
  if (text === null) return '';
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Thousandths as a plain number with at most three decimals. */
export function quantityCell(milli: number): string {
  return String(fromMilli(milli));
}

/** An amount with as many decimals as its currency has, a point and nothing else. */
export function amountCell(cents: number, digits: number): string {
  return plainAmount(cents, digits);
}

/**
 * A word of the program's own: in Chinese for the accountant, then the code for whoever reads the file by a script. Both languages stand
 * side by side, so that the bytes do not hang on a setting.
 */
export function codedCell(words: Readonly<Record<string, Said>>, code: string): string {
  const said = Object.hasOwn(words, code) ? words[code] : undefined;
  return said ? `${said['zh-CN']} ${code}` : code;
}

/** What an entry posts. */
export const entryKindWords: Readonly<Record<EntryKind, Said>> = {
  'goods-back': pair('退货入库', 'Goods back'),
  grading: pair('退货定级', 'Goods graded'),
  'credit-note': pair('退货红冲', 'Credit note'),
  payout: pair('退款', 'Refund'),
  'payout-void': pair('退款作废', 'Refund voided'),
  'payout-correction': pair('退款更正', 'Refund corrected'),
  'payout-in-goods': pair('换货抵款', 'Paid in goods'),
  'store-credit-used': pair('使用储值', 'Store credit used'),
  'store-credit-expired': pair('储值到期', 'Store credit expired'),
  'store-credit-voided': pair('储值作废', 'Store credit voided'),
  'cost-set': pair('补录成本', 'Cost set'),
  'repair-cost': pair('维修费用', 'Repair cost'),
  'repair-end': pair('维修结束', 'Repair ended'),
  'claim-sent': pair('退供应商', 'Back to supplier'),
  'claim-paid': pair('供应商赔付', 'Supplier paid'),
  'claim-closed': pair('供应商索赔结案', 'Supplier claim closed'),
  'stock-count': pair('盘点差异', 'Stock count'),
  sale: pair('销售', 'Sale'),
  'goods-received': pair('采购入库', 'Goods received'),
  'goods-received-void': pair('采购入库作废', 'Goods received, taken back'),
  'opening-stock': pair('期初库存', 'Opening stock'),
  'opening-stock-void': pair('期初库存作废', 'Opening stock, taken back'),
  'drawer-move': pair('钱箱存取', 'Drawer'),
  'drawer-difference': pair('现金长短款', 'Cash over or short'),
};

/** The summary of an entry (摘要): what it posts, the document, and for a late correction what it corrects and of which day. */
export function summaryCell(entry: {
  readonly kind: string;
  readonly document: string;
  readonly corrects: string | null;
}): string {
  const { kind, document, corrects } = entry;
  const said = `${codedCell(entryKindWords, kind)} ${document}`;
  return corrects === null ? said : `${said} ← ${corrects}`;
}
