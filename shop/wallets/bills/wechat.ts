import { type BillProfile, type CellOf, numberOr, type SaidRow, size, stateOf } from './profile.ts';

/** 交易账单 and 退款账单: the first gives each refund when it was accepted, the second also when it arrived. */
const trades: BillProfile = {
  name: 'wechat-trades',
  wallet: 'wechat',
  knownBy: ['交易时间', '微信订单号', '商户订单号', '交易状态'],
  timeOf: (cell) => cell('退款申请时间') || cell('交易时间'),
  understand: (cell) => {
    if (!/^(REFUND|转入退款|退款)/.test(cell('交易状态'))) return 'other';
    const state = stateOf(cell('退款状态'));
    if (state !== 'done') return state === 'unknown' ? 'unknown' : 'other';
    return {
      reference: numberOr(cell('微信退款单号')),
      orderReference: numberOr(cell('微信订单号')),
      shopReference: numberOr(cell('商户订单号')),
      shopRefundReference: numberOr(cell('商户退款单号')),
      at: trades.timeOf(cell),
      amount: size(cell('退款金额')),
      counterpart: '',
      note: cell('商品名称'),
      isSoFar: false,
    };
  },
};

/** What the remark of the money's own bill says was given back, the fee that came back with it included. */
const wholeRefund = /退款总金额\s*([\d.,]+)\s*元/;
/** An order of WeChat Pay, as the money's bill writes it in the number of the movement. */
const orderNumber = /^4\d{27}$/;

/** 资金账单: every movement of the account. */
const funds: BillProfile = {
  name: 'wechat-funds',
  wallet: 'wechat',
  knownBy: ['记账时间', '微信支付业务单号', '资金流水单号', '收支类型'],
  timeOf: (cell) => cell('记账时间'),
  understand: (cell) => {
    if (cell('业务类型') !== '退款' || cell('收支类型') !== '支出') return 'other';
    const order = cell('资金流水单号');
    return {
      reference: numberOr(cell('微信支付业务单号')),
      orderReference: orderNumber.test(order) ? order : '',
      shopReference: '',
      shopRefundReference: numberOr(cell('业务凭证号')),
      at: funds.timeOf(cell),
      amount: wholeRefund.exec(cell('备注'))?.[1] ?? size(cell('收支金额(元)')),
      counterpart: '',
      note: cell('备注'),
      isSoFar: false,
    };
  },
};

/** Of what was received: `已全额退款`, `已退款(￥5.00)`. */
const givenBack = /^已(全额)?退款(?:\(?\s*[¥￥]?\s*([\d.,]+)\s*\)?)?/;

/** 个人账单, as small shops have it that take money with a code of their own: only what goes out to a customer is a refund of the shop. */
const personal: BillProfile = {
  name: 'wechat-personal',
  wallet: 'wechat',
  knownBy: ['交易时间', '交易类型', '交易对方', '收/支', '当前状态', '交易单号'],
  timeOf: (cell) => cell('交易时间'),
  understand: (cell) => {
    const isRefund = /退款$/.test(cell('交易类型'));
    const said = { reference: '', ...personalNumbers(cell), at: personal.timeOf(cell) };
    if (cell('收/支') === '支出' && isRefund) {
      const state = stateOf(cell('当前状态').replace(/^(支付成功|对方已.*|已转账|已存入.*)$/, ''));
      if (state !== 'done') return state === 'unknown' ? 'unknown' : 'other';
      return { ...said, amount: size(cell('金额(元)')), isSoFar: false };
    }
    const back = cell('收/支') === '收入' && !isRefund ? givenBack.exec(cell('当前状态')) : null;
    return back === null ? 'other' : soFar(said, cell, back);
  },
};

type Said = Omit<Exclude<SaidRow, string>, 'amount' | 'isSoFar'>;

function soFar(said: Said, cell: CellOf, [, whole, part]: RegExpExecArray): SaidRow {
  if (whole === undefined && part === undefined) return 'unknown';
  return { ...said, amount: part ?? size(cell('金额(元)')), isSoFar: true };
}

function personalNumbers(cell: CellOf) {
  return {
    orderReference: numberOr(cell('交易单号')),
    shopReference: numberOr(cell('商户单号')),
    shopRefundReference: '',
    counterpart: numberOr(cell('交易对方')),
    note: [cell('商品'), cell('备注')].map(numberOr).filter(Boolean).join(' · '),
  };
}

export const wechatBills: readonly BillProfile[] = [trades, funds, personal];
