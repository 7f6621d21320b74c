import { texts } from './catalogue.ts';

export const todayTexts = texts({
  'today.title': { zh: '今日', en: 'Today' },
  'today.figures': { zh: '今天的数字', en: 'Figures of today' },
  'today.late': { zh: '已超时', en: 'Late' },
  'today.due': { zh: '今天到期', en: 'Due today' },
  'today.open': { zh: '在办', en: 'Open' },
  'today.to-pay': { zh: '待退款', en: 'To pay out' },
  'today.worklist': { zh: '待办退货', en: 'Returns that wait' },
  'today.all': { zh: '全部', en: 'All' },
  'today.filter': { zh: '下一步', en: 'Next step' },
  'today.number': { zh: '退货单', en: 'Return' },
  'today.customer': { zh: '客户', en: 'Customer' },
  'today.goods': { zh: '商品', en: 'Goods' },
  'today.quantity': { zh: '数量', en: 'Qty' },
  'today.stage': { zh: '状态', en: 'Stage' },
  'today.time': { zh: '时限', en: 'Due' },
  'today.next': { zh: '下一步', en: 'Next' },
  'today.empty': { zh: '没有等着办的退货', en: 'No return is waiting' },
  'today.empty-hint': {
    zh: '客户来退货时，扫小票条码或按 F2 开始。',
    en: 'When a customer comes back, scan the receipt or press F2.',
  },
  'today.empty-first': {
    zh: '请先导入销售记录，这样每笔退货都能对上原单。客户来退货时，扫小票条码或按 F2 开始。',
    en: 'Import your sales first, so that every return finds its sale. When a customer comes back, scan the receipt or press F2.',
  },
  'today.empty-step': { zh: '现在没有等着「{step}」的退货', en: 'No return waits for this step: {step}' },
  'today.empty-step-hint': {
    zh: '其他步骤可能还有待办，请看全部。',
    en: 'Other steps may have some: show all of them.',
  },
  'today.show-all': { zh: '看全部', en: 'Show all' },
});
