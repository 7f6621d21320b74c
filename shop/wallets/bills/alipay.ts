import { type BillProfile, numberOr, size, stateOf } from './profile.ts';

const nothing = /^-?0*(\.0*)?$/;
const orNothing = (text: string): string => (nothing.test(text) ? '' : size(text));

/** 业务明细: orders and their refunds. The number of a refund is the shop's own and only unique within its order. */
const trades: BillProfile = {
  name: 'alipay-trades',
  wallet: 'alipay',
  knownBy: ['支付宝交易号', '商户订单号', '业务类型', '完成时间'],
  timeOf: (cell) => cell('完成时间') || cell('创建时间'),
  understand: (cell) => {
    if (!/退款/.test(cell('业务类型'))) return 'other';
    return {
      reference: '',
      orderReference: numberOr(cell('支付宝交易号')),
      shopReference: numberOr(cell('商户订单号')),
      shopRefundReference: numberOr(cell('退款批次号/请求号')),
      at: trades.timeOf(cell),
      amount: orNothing(cell('商家实收(元)', '商家实收')) || size(cell('订单金额(元)', '订单金额')),
      counterpart: numberOr(cell('对方账户')),
      note: [cell('商品名称'), cell('备注')].map(numberOr).filter(Boolean).join(' · '),
      isSoFar: false,
    };
  },
};

/** 账务明细: every movement of the account. A fee that comes back is 退费 and no refund. */
const funds: BillProfile = {
  name: 'alipay-funds',
  wallet: 'alipay',
  knownBy: ['账务流水号', '业务流水号', '发生时间', '业务类型'],
  timeOf: (cell) => cell('发生时间'),
  understand: (cell) => {
    const amount = orNothing(cell('支出金额(-元)', '支出金额', '支出(-元)'));
    const about = [cell('备注'), cell('业务描述')].map(numberOr).filter(Boolean).join(' · ');
    if (amount === '' || !/退款/.test(cell('业务类型') || about)) return 'other';
    return {
      reference: numberOr(cell('账务流水号')),
      orderReference: numberOr(cell('业务流水号')),
      shopReference: numberOr(cell('商户订单号')),
      shopRefundReference: '',
      at: funds.timeOf(cell),
      amount,
      counterpart: numberOr(cell('对方账号')),
      note: [numberOr(cell('商品名称')), about].filter(Boolean).join(' · '),
      isSoFar: false,
    };
  },
};

/** 电脑端 交易记录: one row a trade, with what was given back of it until now. Only of what was received is it a refund of the shop. */
const computer: BillProfile = {
  name: 'alipay-computer',
  wallet: 'alipay',
  knownBy: ['交易号', '商家订单号', '交易创建时间', '收/支', '成功退款(元)'],
  timeOf: (cell) => cell('付款时间') || cell('交易创建时间'),
  understand: (cell) => {
    const soFar = orNothing(cell('成功退款(元)'));
    const isRefund = cell('收/支') === '支出' && /^退款/.test(cell('类型') || cell('交易状态'));
    if (isRefund && stateOf(cell('交易状态')) === 'not-done') return 'other';
    if (!isRefund && (cell('收/支') !== '收入' || soFar === '')) return 'other';
    return {
      reference: '',
      orderReference: numberOr(cell('交易号')),
      shopReference: numberOr(cell('商家订单号')),
      shopRefundReference: '',
      at: cell('最近修改时间') || computer.timeOf(cell),
      amount: isRefund ? size(cell('金额(元)')) : soFar,
      counterpart: numberOr(cell('交易对方')),
      note: [cell('商品名称'), cell('备注')].map(numberOr).filter(Boolean).join(' · '),
      isSoFar: !isRefund,
    };
  },
};

/** 交易流水 of the app: refunds are rows of their own; those without a direction are money that came back to the owner. */
const app: BillProfile = {
  name: 'alipay-app',
  wallet: 'alipay',
  knownBy: ['交易时间', '交易对方', '收/支', '交易状态', '交易订单号'],
  timeOf: (cell) => cell('交易时间'),
  understand: (cell) => {
    if (cell('收/支') !== '支出' || !/退款/.test(cell('交易分类') + cell('交易状态'))) return 'other';
    const state = stateOf(cell('交易状态'));
    if (state !== 'done') return state === 'unknown' ? 'unknown' : 'other';
    return {
      reference: '',
      orderReference: numberOr(cell('交易订单号')),
      shopReference: numberOr(cell('商家订单号')),
      shopRefundReference: '',
      at: app.timeOf(cell),
      amount: size(cell('金额', '金额(元)')),
      counterpart: numberOr(cell('交易对方')),
      note: [cell('商品说明'), cell('备注')].map(numberOr).filter(Boolean).join(' · '),
      isSoFar: false,
    };
  },
};

export const alipayBills: readonly BillProfile[] = [trades, funds, computer, app];
