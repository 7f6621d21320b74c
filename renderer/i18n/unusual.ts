import { texts } from './catalogue.ts';

/** What an owner looks at twice: each kind with its title, why it stands there, and the sentence of one case. */
export const unusualTexts = texts({
  'unusual.title': { zh: '异常', en: 'Unusual' },
  'unusual.about': {
    zh: '这里列出值得再看一眼的事，不代表有人做错了。',
    en: 'What is worth a second look. None of it means that somebody did wrong.',
  },
  'unusual.period': { zh: '时间', en: 'Period' },
  'unusual.from': { zh: '从', en: 'From' },
  'unusual.to': { zh: '到', en: 'To' },
  'unusual.week': { zh: '近 7 天', en: '7 days' },
  'unusual.month': { zh: '本月', en: 'This month' },
  'unusual.last-month': { zh: '上月', en: 'Last month' },
  'unusual.looking': { zh: '正在查看…', en: 'Looking…' },
  'unusual.none': { zh: '这段时间没有异常', en: 'Nothing unusual in these days' },
  'unusual.none-hint': {
    zh: '作废、否决后又同意、无凭证退现金、拆单、超限额、营业时间外退款等都会列在这里。',
    en: 'Voids, approvals against the policy, cash without a receipt, split refunds, limits passed, refunds after hours and the like would stand here.',
  },
  'unusual.no-hours': {
    zh: '还没有设置营业时间，营业时间外的退款看不出来。',
    en: 'Opening hours are not set, so refunds after hours cannot be told.',
  },
  'unusual.set-hours': { zh: '设置营业时间', en: 'Set opening hours' },
  'unusual.approvals': { zh: '谁批了谁的退货', en: 'Who approved whose returns' },
  'unusual.opener': { zh: '受理', en: 'Taken in by' },
  'unusual.approver': { zh: '审批', en: 'Approved by' },
  'unusual.count': { zh: '单数', en: 'Returns' },
  'unusual.count-of': { zh: '{count} / {of}', en: '{count} of {of}' },
  'unusual.share': { zh: '占比', en: 'Share' },
  'unusual.credited': { zh: '退款金额', en: 'Credited' },
  'unusual.nobody': { zh: '无人登录', en: 'nobody signed in' },
  'unusual.look': { zh: '去看看', en: 'Look' },
  'unusual.why': { zh: '说明：{why}', en: 'Note: {why}' },

  'unusual.void': { zh: '作废的退款', en: 'Refunds taken back' },
  'unusual.void-about': {
    zh: '钱已退出又收回：请核对钱确实回到了店里。',
    en: 'Money went out and came back: check that it really did.',
  },
  'unusual.void-says': { zh: '{person}作废了{other}付的退款', en: '{person} took back what {other} had paid' },
  'unusual.override': { zh: '规则拒绝，仍然同意', en: 'Approved against the policy' },
  'unusual.override-about': {
    zh: '退货规则判为拒绝，由人放行。',
    en: 'The return policy said no, a person said yes.',
  },
  'unusual.override-says': { zh: '{person}同意了{other}受理的退货', en: '{person} approved what {other} took in' },
  'unusual.override-alone': { zh: '{person}同意了自己受理的退货', en: '{person} approved what they took in' },
  'unusual.cash-without-receipt': { zh: '无凭证退现金', en: 'Cash without a receipt' },
  'unusual.cash-without-receipt-about': {
    zh: '没有对应的销售单，却退了现金。',
    en: 'There is no sale behind it, and cash was given.',
  },
  'unusual.cash-without-receipt-says': { zh: '{person}退了现金', en: '{person} gave cash' },
  'unusual.own-sale': { zh: '退自己当天录入的销售', en: 'Refunds of one’s own sale' },
  'unusual.own-sale-about': {
    zh: '同一个人同一天录入销售又退款。',
    en: 'The same person typed in the sale and refunded it on the same day.',
  },
  'unusual.own-sale-says': { zh: '{person}录入销售，当天又退款', en: '{person} typed in the sale and refunded it' },
  'unusual.splitting': { zh: '拆单', en: 'Split refunds' },
  'unusual.splitting-about': {
    zh: '同一天给同一张销售单或同一位客户分几次退，每次都不到限额，合起来超过。',
    en: 'Several refunds in a day for one sale or customer, each within a limit, together above it.',
  },
  'unusual.splitting-says': {
    zh: '{person}分 {count} 次退，合计超过 {limit}',
    en: '{person} refunded {count} times, together above {limit}',
  },
  'unusual.over-own-limit': { zh: '超过本人限额', en: 'Above the own limit' },
  'unusual.over-own-limit-about': {
    zh: '由限额更高的同事输入 PIN 码同意。',
    en: 'Somebody with a higher limit agreed by PIN.',
  },
  'unusual.over-own-limit-says': { zh: '{person}的限额是 {limit}', en: 'The limit of {person} is {limit}' },
  'unusual.over-own-limit-agreed': {
    zh: '{person}的限额是 {limit}，{other}同意了',
    en: 'The limit of {person} is {limit}; {other} agreed',
  },
  'unusual.one-approver': { zh: '总由同一人审批', en: 'Always the same approver' },
  'unusual.one-approver-about': {
    zh: '一个人受理的退货，一半以上由同一个人审批。',
    en: 'More than half of what one person took in was approved by the same other.',
  },
  'unusual.one-approver-says': {
    zh: '{other}受理的 {of} 单里，{person}批了 {count} 单',
    en: '{person} approved {count} of the {of} returns that {other} took in',
  },
  'unusual.after-hours': { zh: '营业时间外的退款', en: 'Refunds after hours' },
  'unusual.after-hours-about': { zh: '店铺不营业的时候退的款。', en: 'Paid while the shop was closed.' },
  'unusual.after-hours-says': { zh: '{person}在 {time} 退款', en: '{person} paid at {time}' },
  'unusual.credit-voided': { zh: '作废的储值', en: 'Voided store credit' },
  'unusual.credit-voided-about': { zh: '客户的余额被取消。', en: 'A customer’s balance was taken away.' },
  'unusual.credit-voided-says': { zh: '{person}作废了储值', en: '{person} voided a store credit' },
  'unusual.reprints': { zh: '多次补打', en: 'Printed again and again' },
  'unusual.reprints-about': {
    zh: '同一张单据补打 3 次以上，可能被拿去重复报销。',
    en: 'The same document three times or more: it may be handed in twice.',
  },
  'unusual.reprints-says': { zh: '{person}补打了 {count} 次', en: '{person} printed it {count} more times' },
  'unusual.wrong-pins': { zh: '连续输错 PIN 码', en: 'Wrong PINs in a row' },
  'unusual.wrong-pins-about': { zh: '到现在为止，还没有输对过。', en: 'Until now, without a right one since.' },
  'unusual.wrong-pins-says': {
    zh: '{person}的 PIN 码连续输错 {count} 次',
    en: 'The PIN of {person} was wrong {count} times',
  },
  'unusual.clock-confirmed': { zh: '确认过时钟', en: 'The clock was confirmed' },
  'unusual.clock-confirmed-about': {
    zh: '电脑的时间比上一笔晚了很多，有人确认无误。',
    en: 'The PC’s clock was far ahead of the last entry, and somebody said it was right.',
  },
  'unusual.clock-confirmed-says': { zh: '{person}确认了电脑的时间', en: '{person} confirmed the PC’s clock' },
  'unusual.put-in-place': { zh: '换过整个数据文件', en: 'The whole file was replaced' },
  'unusual.put-in-place-about': {
    zh: '恢复备份或读入全部数据：之后的记录可能丢失。',
    en: 'A backup was restored or everything was read in: entries may have been lost.',
  },
  'unusual.put-in-place-says': { zh: '{person}换了数据文件', en: '{person} replaced the file' },
  'unusual.put-in-place-lost': {
    zh: '{person}换了数据文件，丢了 {count} 条记录',
    en: {
      one: '{person} replaced the file; {count} entry was lost',
      other: '{person} replaced the file; {count} entries were lost',
    },
  },
});
