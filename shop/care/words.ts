import type { Locale } from '../../contract/values/words.ts';

type Both = { readonly zh: string; readonly en: string };

/** What a check that fails has found; its offenders follow after a colon. */
const findings = {
  integrity: { zh: '数据文件损坏', en: 'The file is damaged' },
  'foreign-keys': { zh: '指向不存在记录的行', en: 'Rows that point nowhere' },
  schema: { zh: '表结构或保护被改动', en: 'Tables or safeguards were changed' },
  chain: { zh: '记录与指纹链不符', en: 'Records that do not match the chain of fingerprints' },
  numbers: { zh: '单据号有缺号', en: 'Numbers of documents with gaps' },
  'documents-present': { zh: '有号无单', en: 'Numbers without their document' },
  'entries-balanced': { zh: '借贷不平的分录', en: 'Entries that do not balance' },
  'documents-posted': { zh: '单据与分录金额不符', en: 'Documents that differ from their entries' },
  'account-totals': { zh: '科目汇总与分录不符', en: 'Account totals that differ from the entries' },
  'stock-balances': { zh: '库存结存与流水不符', en: 'Stock balances that differ from their moves' },
  'stock-not-below-zero': { zh: '库存为负', en: 'Stock below zero' },
  'stock-value': { zh: '库存金额与库存商品科目不符', en: 'Stock value that differs from the goods account' },
  'returns-area': { zh: '退货区库存与退货单不符', en: 'Goods in the returns area that differ from the returns' },
  'units-returned': { zh: '退货数量与销售明细不符', en: 'Sale lines whose returned units do not add up' },
  'money-credited': { zh: '退款金额与销售明细不符', en: 'Sale lines whose credited money does not add up' },
  'return-lines': { zh: '退货明细的数量对不上', en: 'Return lines whose quantities do not add up' },
  'return-stages': { zh: '退货单状态与经过不符', en: 'Returns whose stage differs from their steps' },
  'credit-notes': { zh: '红字单与其明细不符', en: 'Credit notes that differ from their lines' },
  'credit-notes-paid': { zh: '红字单与付款不符', en: 'Credit notes whose payouts do not add up' },
  'tenders-given-back': {
    zh: '原付款方式的退回金额不符',
    en: 'Tenders of sales whose money given back does not add up',
  },
} as const satisfies Record<string, Both>;

export type CheckName = keyof typeof findings;

const problems = {
  changed: { zh: '内容与指纹不符', en: 'what it posted was changed' },
  unlinked: { zh: '未接上一条', en: 'does not follow the one before' },
  gap: { zh: '之前有缺失', en: 'events before it are missing' },
  stray: { zh: '不属于任何记录', en: 'belongs to no event' },
  missing: { zh: '缺少', en: 'missing' },
  extra: { zh: '多出', en: 'not ours' },
  altered: { zh: '被改动', en: 'changed' },
} as const satisfies Record<string, Both>;

export type ProblemWord = keyof typeof problems;

const pick = (words: Both, locale: Locale): string => (locale === 'zh-CN' ? words.zh : words.en);

/** How many offenders a sentence names. */
export const namedOffenders = 5;

/** One sentence: what is wrong, and where first. */
export function finding(name: CheckName, offenders: readonly string[], locale: Locale): string {
  const named = offenders.slice(0, namedOffenders).join(locale === 'zh-CN' ? '、' : ', ');
  const more = offenders.length > namedOffenders ? (locale === 'zh-CN' ? '等' : ' and more') : '';
  return `${pick(findings[name], locale)}${locale === 'zh-CN' ? '：' : ': '}${named}${more}`;
}

/** One offender with what is wrong about it. */
export function offender(what: string, problem: ProblemWord, locale: Locale): string {
  return locale === 'zh-CN'
    ? `${what}（${pick(problems[problem], locale)}）`
    : `${what} (${pick(problems[problem], locale)})`;
}
