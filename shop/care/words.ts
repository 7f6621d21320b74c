import type { Locale } from '../../contract/values/words.ts';
import { type CheckName, pair, type Words } from '../../contract/words/index.ts';

/** What a check that fails has found; its offenders follow after a colon. */
const findings: Words<CheckName> = {
  integrity: pair('数据文件损坏', 'The file is damaged'),
  'foreign-keys': pair('指向不存在记录的行', 'Rows that point nowhere'),
  schema: pair('表结构或保护被改动', 'Tables or safeguards were changed'),
  chain: pair('记录与指纹链不符', 'Records that do not match the chain of fingerprints'),
  'event-days': pair('记账日期早于上一条', 'Events dated before the one ahead of them'),
  numbers: pair('单据号有缺号', 'Numbers of documents with gaps'),
  'documents-present': pair('号与单据对不上', 'Numbers and documents that do not fit'),
  'documents-posted': pair('单据与分录金额不符', 'Documents that differ from their entries'),
  'documents-moved': pair('单据与库存流水不符', 'Documents that differ from their moves of goods'),
  'entries-balanced': pair('借贷不平的分录', 'Entries that do not balance'),
  'account-totals': pair('科目汇总与分录不符', 'Account totals that differ from the entries'),
  'stock-balances': pair('库存结存与流水不符', 'Stock balances that differ from their moves'),
  'stock-not-below-zero': pair('库存为负', 'Stock below zero'),
  'stock-value': pair('库存金额与库存商品科目不符', 'Stock value that differs from the goods account'),
  'returns-area': pair('退货区库存与退货单不符', 'Goods in the returns area that differ from the returns'),
  'sales-add-up': pair('合计不符的销售单', 'Sales that do not add up'),
  'returns-fit-sales': pair('与原销售对不上的退货明细', 'Return lines that do not fit their sale'),
  'files-taken-back': pair('撤回状态与导入记录不符', 'Documents that are taken back, or not, against their file'),
  'refunded-elsewhere': pair('别处已退的金额不符', 'Sales whose refunds elsewhere do not add up'),
  'units-returned': pair('退货数量与销售明细不符', 'Sale lines whose returned units do not add up'),
  'money-credited': pair('退款金额与销售明细不符', 'Sale lines whose credited money does not add up'),
  'return-lines': pair('退货明细的数量对不上', 'Return lines whose quantities do not add up'),
  'return-stages': pair('退货单状态与经过不符', 'Returns whose stage differs from their steps'),
  'credit-notes': pair('红字单与其明细不符', 'Credit notes that differ from their lines'),
  'credit-notes-paid': pair('红字单与付款不符', 'Credit notes whose payouts do not add up'),
  'payout-voids': pair('作废与原付款不符', 'Voids that differ from the payout they take back'),
  'tenders-given-back': pair('原付款方式的退回金额不符', 'Tenders of sales whose money given back does not add up'),
  'months-closed': pair('已结月份里又有记账', 'Postings into a closed month'),
  exchanges: pair('换货与新销售对不上', 'Exchanges that do not fit the new sale'),
  'store-credits': pair('储值与其流水不符', 'Store credits that differ from their events'),
  repairs: pair('维修单与维修台的货不符', 'Repair tickets or goods on the bench that do not fit'),
  claims: pair('供应商索赔与待退的货不符', 'Supplier claims or goods waiting for one that do not fit'),
  stocktakes: pair('盘点单与所盘的数不符', 'Stock counts that differ from what was counted'),
  'goods-receipts': pair('入库单与其明细不符', 'Goods that came and do not fit their lines'),
  'wallet-ties': pair('钱包账单的退款与其对应不符', 'Refunds on wallets’ bills that differ from their newest tie'),
  barcodes: pair('条码与商品对不上', 'Barcodes that do not fit their items'),
  drawer: pair('钱箱清点与收付不符', 'Counts of the drawer that differ from what came and went'),
  prints: pair('打印次数对不上', 'Copies printed that are not counted one by one'),
  staff: pair('人员或岗位与其变更记录不符', 'People or roles that differ from their newest change'),
  'events-by-staff': pair('做的人不在店里的操作', 'Actions by somebody who was not there'),
  'other-eyes': pair('没有由另一个有权限的人决定的单据', 'Documents that nobody else who may has decided on'),
  photos: pair('照片文件丢失或被改动', 'Photos whose file is gone or was altered'),
  pages: pair('数据文件损坏', 'The file is damaged'),
  'chain-newest': pair('最近的记录与指纹链不符', 'Newest records that do not match the chain of fingerprints'),
  'ledgers-agree': pair('库存账与资金账对不上', 'Stock and money do not agree'),
};

const problems = {
  changed: pair('内容与指纹不符', 'what it posted was changed'),
  unlinked: pair('未接上一条', 'does not follow the one before'),
  gap: pair('之前有缺失', 'events before it are missing'),
  stray: pair('不属于任何记录', 'belongs to no event'),
  missing: pair('缺少', 'missing'),
  extra: pair('多出', 'not ours'),
  altered: pair('被改动', 'changed'),
} as const;

export type ProblemWord = keyof typeof problems;

/** How many offenders a sentence names. */
export const namedOffenders = 5;

/** One sentence: what is wrong, and where first. */
export function finding(name: CheckName, offenders: readonly string[], locale: Locale): string {
  const named = offenders.slice(0, namedOffenders).join(locale === 'zh-CN' ? '、' : ', ');
  const more = offenders.length > namedOffenders ? (locale === 'zh-CN' ? '等' : ' and more') : '';
  return `${findings[name][locale]}${locale === 'zh-CN' ? '：' : ': '}${named}${more}`;
}

/** One offender with what is wrong about it. */
export function offender(what: string, problem: ProblemWord, locale: Locale): string {
  return locale === 'zh-CN' ? `${what}（${problems[problem][locale]}）` : `${what} (${problems[problem][locale]})`;
}
