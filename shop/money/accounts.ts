import type { Account, Settings } from '../../contract/api/settings.ts';
import { type AccountRole, accountRoles, type Chart, type PaidBy, type Tender } from '../../contract/values/words.ts';

type CodeAndName = readonly [code: string, name: string];

/** 小企业会计准则 (财会〔2011〕17号) codes; sub-accounts split 1012 and 2221 as small shops do. */
const smallBusinessCn: Record<AccountRole, CodeAndName> = {
  cash: ['1001', '库存现金'],
  bank: ['1002', '银行存款'],
  wechat: ['1012.01', '其他货币资金-微信'],
  alipay: ['1012.02', '其他货币资金-支付宝'],
  card: ['1012.03', '其他货币资金-刷卡'],
  'other-tender': ['1012.09', '其他货币资金-其他'],
  'store-credit': ['2203', '预收账款-储值'],
  goods: ['1405', '库存商品'],
  'pending-loss': ['1901', '待处理财产损溢'],
  'supplier-claim': ['1221', '其他应收款-供应商'],
  payable: ['2202', '应付账款'],
  'output-tax': ['2221', '应交税费'],
  'owed-to-customer': ['2241', '其他应付款-退款'],
  sales: ['5001', '主营业务收入'],
  'other-income': ['5051', '其他业务收入'],
  'cost-of-sales': ['5401', '主营业务成本'],
  'repair-expense': ['5601', '销售费用-维修'],
  'freight-expense': ['5601.02', '销售费用-运费'],
  'loss-on-goods': ['5711', '营业外支出-商品损失'],
  clearing: ['2241.09', '其他应付款-换货过渡'],
  opening: ['3104', '利润分配-期初'],
  'input-tax': ['2221.01', '应交税费-进项税额'],
  'cash-difference': ['1901.01', '待处理财产损溢-现金长短款'],
  owner: ['2241.02', '其他应付款-店主'],
};

/** 企业会计准则: the 6xxx classes for income and cost. */
const businessCn: Record<AccountRole, CodeAndName> = {
  ...smallBusinessCn,
  sales: ['6001', '主营业务收入'],
  'other-income': ['6051', '其他业务收入'],
  'cost-of-sales': ['6401', '主营业务成本'],
  'repair-expense': ['6601', '销售费用-维修'],
  'freight-expense': ['6601.02', '销售费用-运费'],
  'loss-on-goods': ['6711', '营业外支出-商品损失'],
  opening: ['4104', '利润分配-期初'],
};

const plain: Record<AccountRole, CodeAndName> = {
  cash: ['1000', 'Cash'],
  bank: ['1010', 'Bank'],
  wechat: ['1020', 'WeChat Pay'],
  alipay: ['1021', 'Alipay'],
  card: ['1022', 'Cards'],
  'other-tender': ['1029', 'Other tender'],
  goods: ['1200', 'Goods'],
  'pending-loss': ['1290', 'Losses awaiting approval'],
  'supplier-claim': ['1300', 'Supplier claims'],
  payable: ['2000', 'Payables'],
  'output-tax': ['2100', 'Output tax'],
  'owed-to-customer': ['2200', 'Owed to customers'],
  'store-credit': ['2210', 'Store credit'],
  sales: ['4000', 'Sales'],
  'other-income': ['4100', 'Other income'],
  'cost-of-sales': ['5000', 'Cost of sales'],
  'repair-expense': ['6000', 'Repairs'],
  'freight-expense': ['6010', 'Freight'],
  'loss-on-goods': ['6100', 'Loss on goods'],
  clearing: ['2290', 'Clearing'],
  opening: ['3000', 'Opening balances'],
  'input-tax': ['1400', 'Input tax'],
  'cash-difference': ['6200', 'Cash over and short'],
  owner: ['3100', 'Owner'],
};

const presets: Record<Chart, Record<AccountRole, CodeAndName>> = {
  'small-business-cn': smallBusinessCn,
  'business-cn': businessCn,
  plain,
};

/** The account of a role: the shop's own mapping, else the chart's. */
export function accountOf(settings: Settings, role: AccountRole): Account {
  const own = settings.accounts.find((account) => account.role === role);
  if (own) return own;
  return { role, ...presetAccount(settings.chart, role) };
}

/** The account of a role as a chart has it. */
export function presetAccount(chart: Chart, role: AccountRole): Omit<Account, 'role'> {
  const [code, name] = presets[chart][role];
  return { code, name };
}

export function allAccounts(settings: Settings): Account[] {
  return accountRoles.map((role) => accountOf(settings, role));
}

const roleOfTender: Record<Tender, AccountRole> = {
  cash: 'cash',
  bank: 'bank',
  wechat: 'wechat',
  alipay: 'alipay',
  card: 'card',
  'store-credit': 'store-credit',
  other: 'other-tender',
};

export function tenderRole(tender: Tender): AccountRole {
  return roleOfTender[tender];
}

/** Where what the shop pays others, or gets from them, goes: a tender, or what is settled later. */
export function paidByRole(paidBy: PaidBy): AccountRole {
  return paidBy === 'payable' ? 'payable' : tenderRole(paidBy);
}
