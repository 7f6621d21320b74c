/** What a platform's list of returns says beside the fields that have a meaning for every list; all by the heading of its column. */
export type ReturnsHabits = {
  /** Whether goods come back at all, or only money goes: 仅退款. */
  readonly goods?: string;
  /** Whether all that was paid goes back, or a part of it. */
  readonly share?: string;
  /** Given back beside the money for the goods: freight, tax. */
  readonly alsoGiven?: readonly string[];
  /** Told beside the customer's own words. */
  readonly alsoNoted?: readonly string[];
  /** Where no column says how far it is: all that stands in such a list is done. */
  readonly isAllFinished?: boolean;
  /** `-` is an empty cell (FORMATS §1 rule 7). */
  readonly isDashEmpty?: boolean;
};

const byProfile: Readonly<Record<string, ReturnsHabits>> = {
  'tmall-refunds': { goods: '是否需要退货', share: '部分退款/全部退款' },
  'doudian-aftersales': {
    goods: '售后类型',
    alsoGiven: ['退运费金额（元）', '退税费金额（元）'],
    isDashEmpty: true,
  },
  'amazon-fba-returns': { alsoNoted: ['detailed-disposition'], isAllFinished: true },
};

export function habitsOf(profile: string): ReturnsHabits {
  return Object.hasOwn(byProfile, profile) ? (byProfile[profile] ?? {}) : {};
}

/** What comes back for the money: `exchange` and `repair` are goods that go out again. */
export type GoodsWanted = 'goods' | 'money-only' | 'exchange' | 'repair' | 'unsaid';

/** 天猫 是否需要退货, 抖店 售后类型. */
export function goodsWanted(words: string): GoodsWanted {
  if (/换货|exchange/i.test(words)) return 'exchange';
  if (/维修|repair/i.test(words)) return 'repair';
  if (/不需要|无需|仅退款|未发货|补寄|价保|差价|^否$|^no$/i.test(words)) return 'money-only';
  return /退货|需要|^是$|^yes$/i.test(words) ? 'goods' : 'unsaid';
}

/** 天猫 部分退款/全部退款; nothing where nobody says. */
export function isWholeRefund(words: string): boolean | undefined {
  if (/全部|全额/.test(words)) return true;
  return /部分/.test(words) ? false : undefined;
}
