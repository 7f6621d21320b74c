import { tenders } from '../values/words.ts';
import { tenderWords } from './money-words.ts';
import { pair, type Said } from './said.ts';

/** What stands on either side of a control. */
type TieSides = { readonly left: Said; readonly right: Said };

function sides(left: Said, right: Said): TieSides {
  return { left, right };
}

const creditNotes = pair('红字单', 'Credit notes');
const exchanges = pair('换货抵款', 'Paid in goods');

/** The controls of a month, each under the name it has in the answers, in the order they are read. */
const tieWords: Readonly<Record<string, TieSides>> = {
  'debits-credits': sides(pair('借方合计', 'Debits'), pair('贷方合计', 'Credits')),
  'journal-account-totals': sides(pair('分录借方', 'Journal debits'), pair('科目借方', 'Account debits')),
  'credits-account-totals': sides(pair('分录贷方', 'Journal credits'), pair('科目贷方', 'Account credits')),
  'register-credit-notes': sides(pair('退货登记', 'Returns register'), creditNotes),
  'credit-notes-lines': sides(creditNotes, pair('红字单明细', 'Their lines')),
  'credit-notes-sales-and-tax': sides(
    pair('红冲收入和税', 'Taken back by notes'),
    pair('收入、税科目', 'Sales and tax'),
  ),
  'credit-notes-fees': sides(pair('红字单扣费', 'Fees of notes'), pair('收入科目扣费', 'Fees in the journal')),
  'credit-notes-owed': sides(creditNotes, pair('应退客户分录', 'Owed in the journal')),
  'owed-account': sides(pair('未退清的红字单', 'Notes not paid out'), pair('应退客户余额', 'Owed to customers')),
  'exchanges-clearing': sides(exchanges, pair('过渡科目', 'Clearing')),
  'exchanges-sales': sides(exchanges, pair('换货销售', 'Their sales')),
  'drawer-moves': sides(pair('钱箱存取', 'Into and out of the drawer'), pair('存取分录', 'The journal')),
  'drawer-differences': sides(pair('盘点长短款', 'Counted less expected'), pair('长短款分录', 'Over and short booked')),
  'wallet-wechat': sides(pair('已核对的微信退款', 'WeChat refunds tied'), pair('微信账单', 'WeChat’s bill')),
  'wallet-alipay': sides(pair('已核对的支付宝退款', 'Alipay refunds tied'), pair('支付宝账单', 'Alipay’s bill')),
  'store-credit-change': sides(
    pair('储值发放减使用', 'Issued less used'),
    pair('储值科目变动', 'Change of the account'),
  ),
  'store-credit-lapsed': sides(pair('储值到期、作废', 'Expired and voided'), pair('收入科目', 'Booked as income')),
  'store-credit-account': sides(pair('储值余额表', 'List of balances'), pair('储值科目余额', 'Balance of the account')),
  'claims-account': sides(pair('供应商未赔', 'Open claims at cost'), pair('供应商索赔余额', 'Balance of the account')),
  'goods-stock-moves': sides(pair('库存商品余额', 'Goods account'), pair('库存流水货值', 'Stock moves at cost')),
  'receipts-stock-moves': sides(pair('收货数量', 'Units received'), pair('入退货区数量', 'Units moved in')),
};

/** Both sides of a control in words; nothing for one that is not known here. */
export function tieSides(what: string): TieSides | undefined {
  const tender = tenders.find((name) => what === `payouts-${name}`);
  if (!tender) return Object.hasOwn(tieWords, what) ? tieWords[what] : undefined;
  const { 'zh-CN': zh, en } = tenderWords[tender];
  return sides(pair(`${zh}退款`, `Paid out: ${en}`), pair(`${zh}科目`, `Journal: ${en}`));
}

/** Most controls are money; these count units, in thousandths. */
export function tieIsQuantity(what: string): boolean {
  return what === 'receipts-stock-moves';
}
