import { texts } from './catalogue.ts';

/** What the rules of the policy saw and said, in a few words. */
export const ruleTexts = texts({
  'rules.days': { zh: '售出第 {days} 天，期限 {windowDays} 天', en: 'Day {days} of {windowDays}' },
  'rules.days-fault': {
    zh: '售出第 {days} 天，质量问题期限 {windowDays} 天',
    en: 'Day {days} of {windowDays} for faults',
  },
  'rules.today': { zh: '今天售出，期限 {windowDays} 天', en: 'Sold today; {windowDays} days allowed' },
  'rules.late': {
    zh: '已过 {days} 天，期限 {windowDays} 天，{lastDay} 截止',
    en: '{days} days since the sale; {windowDays} allowed, until {lastDay}',
  },
  'rules.days-signed': {
    zh: '签收第 {days} 天，期限 {windowDays} 天',
    en: 'Day {days} of {windowDays} since delivery',
  },
  'rules.today-signed': { zh: '今天签收，期限 {windowDays} 天', en: 'Delivered today; {windowDays} days allowed' },
  'rules.late-signed': {
    zh: '签收已过 {days} 天，期限 {windowDays} 天，{lastDay} 截止',
    en: '{days} days since delivery; {windowDays} allowed, until {lastDay}',
  },
  'rules.not-signed': {
    zh: '不知道签收日；从售出算已过 {days} 天，期限 {windowDays} 天',
    en: 'Day of delivery not known; {days} days since the sale, {windowDays} allowed',
  },
  'rules.unpromised': { zh: '这类退货没有承诺期限', en: 'Not promised for such a sale' },
  'rules.paused': {
    zh: '维修的 {count} 天不计',
    en: { one: '{count} day of repair not counted', other: '{count} days of repair not counted' },
  },
  'rules.window-and': { zh: '{sentence}；{more}', en: '{sentence}; {more}' },
  'rules.no-day': { zh: '没有小票，不知道售出日期', en: 'No receipt: the day of the sale is not known' },
  'rules.sold-here': { zh: '本店售出', en: 'Sold here' },
  'rules.not-sold-here': { zh: '没有对应的销售单', en: 'No sale to hold it against' },
  'rules.units': {
    zh: '售出 {sold}，退过 {returned}，这次 {asked}',
    en: '{sold} sold, {returned} returned, {asked} now',
  },
  'rules.reason': { zh: '原因明确', en: 'Reason given' },
  'rules.other': { zh: '原因是「其他」，请看备注', en: 'The reason is “other”: read the note' },
  'rules.reason-named': { zh: '原因：{reasons}', en: 'Reason: {reasons}' },
  'rules.no-exclusion': { zh: '不在不退范围内', en: 'Not among the goods excluded' },
  'rules.excluded': { zh: '{label}：{goods}', en: '{label}: {goods}' },
  'rules.excluded-unseen': { zh: '{label}：{goods}，状态未知', en: '{label}: {goods}, condition not known' },
  'rules.excluded-fault': { zh: '{label}，但属质量问题：{goods}', en: '{label}, but faulty: {goods}' },
  'rules.condition': { zh: '商品{condition}', en: 'Goods {condition}' },
  'rules.condition-fault': { zh: '商品{condition}，属质量问题', en: 'Goods {condition}, and faulty' },
  'rules.condition-unseen': { zh: '商品状态待收货时查看', en: 'Condition to be seen when the goods come' },
  'rules.proof': { zh: '没有小票，只能退到：{tenders}', en: 'No receipt: money goes back as {tenders}' },
  'rules.together': { zh: '套装齐全', en: 'Bundle complete' },
  'rules.left-behind': { zh: '套装里没有一起退：{left}', en: 'Of the bundle, not returned: {left}' },
  'rules.left-behind-fault': {
    zh: '套装里只退有问题的，留下：{left}',
    en: 'Only the faulty part of the bundle; kept: {left}',
  },
  'rules.nothing-missing': { zh: '配件齐全', en: 'Nothing missing' },
  'rules.missing': { zh: '缺少：{parts}', en: 'Missing: {parts}' },
  'rules.amount': { zh: '金额 {amount}', en: 'Comes to {amount}' },
  'rules.amount-above': {
    zh: '金额 {amount}，超过 {limit} 要审核',
    en: 'Comes to {amount}; above {limit} somebody looks at it',
  },
  'rules.amount-below': {
    zh: '金额 {amount}，不超过 {limit}，不用审核',
    en: 'Comes to {amount}; up to {limit} nobody need look',
  },
  'rules.customer': {
    zh: '客户 {days} 天内退过 {returns} 次',
    en: '{returns} returns of this customer in {days} days',
  },
  'rules.customer-unknown': { zh: '没有客户信息', en: 'Customer not named' },
  'rules.clerk': {
    zh: '连这次，经手人今天退款 {amount}，限额 {limit}',
    en: 'With this, the clerk gives back {amount} today, of {limit}',
  },
  'rules.repairs': {
    zh: '修过 {count} 次未修好',
    en: { one: '{count} repair that failed', other: '{count} repairs that failed' },
  },
  'rules.serial': { zh: '序列号相符', en: 'Serial number as sold' },
  'rules.serial-waiting': { zh: '序列号待收货时核对', en: 'Serial number to be checked when the goods come' },
  'rules.serial-unknown': { zh: '售出时没有记录序列号', en: 'The sale has no serial number to compare' },
  'rules.platform-refunded': {
    zh: '平台已退款 {amount}，请人核对还该退多少',
    en: 'The platform has given back {amount}: somebody must look at what is still owed',
  },
  'rules.platform-refund-said': {
    zh: '平台上的状态是“{status}”，退了多少不清楚，请人核对',
    en: 'The platform says “{status}” and not how much: somebody must look at what is still owed',
  },
  'rules.platform': {
    zh: '平台上的状态“{status}”认不出，请人核对',
    en: 'The platform says “{status}”, which is not known: somebody must look',
  },
  'rules.excused-amount': { zh: '{sentence}；金额小，放行', en: '{sentence}; let pass for the small amount' },
  'rules.excused-repairs': { zh: '{sentence}；多次维修，放行', en: '{sentence}; let pass after failed repairs' },

  'rules.freight-shop': { zh: '退货运费店里付', en: 'The shop pays the way back' },
  'rules.freight-customer': { zh: '退货运费客户付', en: 'The customer pays the way back' },
  'rules.delivery-back': { zh: '送货费退还', en: 'The delivery charge goes back' },
  'rules.delivery-all-returned': {
    zh: '整单都退时退还送货费',
    en: 'The delivery charge goes back when everything does',
  },
  'rules.delivery-never': { zh: '送货费不退', en: 'The delivery charge is kept' },
  'rules.without-goods': { zh: '东西可以不退回', en: 'The goods may be kept' },
  'rules.fee': { zh: '第 {line} 行：{kind} {amount}', en: 'Line {line}: {kind}, {amount}' },
  'rules.by-policy': { zh: '按「{policy}」', en: 'By “{policy}”' },
});
