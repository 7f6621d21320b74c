import type { DrawerMoveKind } from '../api/drawer.ts';
import type { MonthProblem } from '../api/months.ts';
import type { DocumentKind, Paper } from '../host.ts';
import type { AccountRole, Chart, Locale, PaidBy, Tender } from '../values/words.ts';
import { pair, type Words } from './said.ts';

export const tenderWords: Words<Tender> = {
  cash: pair('现金', 'Cash'),
  wechat: pair('微信', 'WeChat Pay'),
  alipay: pair('支付宝', 'Alipay'),
  card: pair('银行卡', 'Card'),
  bank: pair('银行转账', 'Bank transfer'),
  'store-credit': pair('储值', 'Store credit'),
  other: pair('其他', 'Other'),
};

/** How the shop pays others, and is paid by them. */
export const paidByWords: Words<PaidBy> = {
  cash: tenderWords.cash,
  wechat: tenderWords.wechat,
  alipay: tenderWords.alipay,
  card: tenderWords.card,
  bank: tenderWords.bank,
  other: tenderWords.other,
  payable: pair('挂账', 'On account'),
};

/** What happened to a store credit. */
export const storeCreditEventWords: Words<'issued' | 'used' | 'expired' | 'voided'> = {
  issued: pair('发放', 'Issued'),
  used: pair('使用', 'Used'),
  expired: pair('到期', 'Expired'),
  voided: pair('作废', 'Voided'),
};

/** What is put into the drawer or taken out beside sales and refunds. */
export const drawerMoveWords: Words<DrawerMoveKind> = {
  'put-in': pair('放入', 'Put in'),
  'taken-out': pair('取出', 'Taken out'),
  'to-bank': pair('存银行', 'To the bank'),
  'from-bank': pair('从银行取', 'From the bank'),
  takings: pair('收银台营业款', 'Takings of a till'),
};

export const accountRoleWords: Words<AccountRole> = {
  cash: pair('现金', 'Cash'),
  bank: pair('银行', 'Bank'),
  wechat: pair('微信', 'WeChat Pay'),
  alipay: pair('支付宝', 'Alipay'),
  card: pair('银行卡收款', 'Cards'),
  'other-tender': pair('其他收付', 'Other ways of paying'),
  'store-credit': pair('客户储值', 'Store credit owed'),
  goods: pair('库存商品', 'Goods'),
  'pending-loss': pair('待处理损失', 'Loss to be settled'),
  'supplier-claim': pair('应收供应商', 'Supplier claims'),
  payable: pair('应付款', 'Payables'),
  'output-tax': pair('销项税', 'Output tax'),
  'owed-to-customer': pair('应退客户', 'Owed to customers'),
  sales: pair('销售收入', 'Sales'),
  'other-income': pair('其他收入', 'Other income'),
  'cost-of-sales': pair('销售成本', 'Cost of sales'),
  'repair-expense': pair('维修费用', 'Repairs'),
  'freight-expense': pair('运费', 'Freight'),
  'loss-on-goods': pair('货品损失', 'Loss on goods'),
  clearing: pair('换货和储值过渡', 'Clearing of exchanges and store credit'),
  opening: pair('期初', 'Opening balance'),
  'input-tax': pair('进项税', 'Input tax'),
  'cash-difference': pair('现金长短款', 'Cash over and short'),
  owner: pair('店主往来', 'Owner'),
};

export const chartWords: Words<Chart> = {
  'small-business-cn': pair('小企业会计准则', 'China, small businesses (小企业会计准则)'),
  'business-cn': pair('企业会计准则', 'China, businesses (企业会计准则)'),
  plain: pair('简明英文科目', 'Plain English'),
};

export const paperWords: Words<Paper> = {
  A4: pair('A4', 'A4'),
  A5: pair('A5 横向', 'A5 landscape'),
  'form-full': pair('连续纸 整张', 'Form, 11 in'),
  'form-half': pair('连续纸 二等分', 'Form, 1/2'),
  'form-third': pair('连续纸 三等分', 'Form, 1/3'),
  '80mm': pair('80 毫米小票', '80 mm roll'),
  '58mm': pair('58 毫米小票', '58 mm roll'),
};

export const documentWords: Words<DocumentKind> = {
  'return-slip': pair('退货单', 'Return slip'),
  'refund-receipt': pair('退款凭条', 'Refund receipt'),
  'scrap-note': pair('报损单', 'Scrap note'),
  'repair-ticket': pair('维修单', 'Repair ticket'),
  'supplier-return': pair('退供应商单', 'Supplier return'),
  'item-label': pair('商品标签', 'Item label'),
  'price-label': pair('价格标签', 'Price label'),
  'customer-letter': pair('退货通知', 'About your return'),
  'store-credit-voucher': pair('储值凭证', 'Store credit voucher'),
  'credit-note': pair('红字单', 'Credit note'),
  'exchange-note': pair('换货单', 'Exchange note'),
  'goods-receipt': pair('入库单', 'Goods received'),
  'stocktake-sheet': pair('盘点表', 'Count sheet'),
  'day-report': pair('日结单', 'Day report'),
  'month-controls': pair('月结核对表', 'Month controls'),
  'test-page': pair('测试页', 'Test page'),
};

/** What to do about a problem of the month. */
export const monthProblemAdvice: Words<MonthProblem['code']> = {
  'unsettled-returns': pair('请先检验并退款，或取消这些退货单。', 'Inspect and refund them, or cancel them.'),
  'unpaid-credit': pair('请到退货单上把款退完。', 'Pay them out on the return’s page.'),
  'unknown-cost': pair(
    '请在库存里填上成本，否则按零计价。',
    'Set their cost under Stock; until then they count as zero.',
  ),
  'controls-differ': pair('请先检查账本，再交给会计。', 'Check the books before this goes to the accountant.'),
  'uncounted-parcels': pair('请找到原单，或清点后处理。', 'Match them to their sales, or take them in.'),
  'open-stocktakes': pair('请把盘点入账或取消。', 'Book the counts or cancel them.'),
  'odd-values': pair('请核对这些商品的数量和成本。', 'Check quantity and cost of these items.'),
  'accounts-differ': pair('请在科目对应里改成会计的科目。', 'Map them to the accountant’s own accounts.'),
  'drawer-not-counted': pair('请清点钱箱，长短款会自动入账。', 'Count the drawer; what is over or short is booked.'),
  'wallet-not-tied': pair('请读入账单并核对。', 'Read the wallet’s bill and tie them.'),
};

/** Names of currencies in the person's language, as the system knows them. */
export function currencyWord(currency: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency;
}
