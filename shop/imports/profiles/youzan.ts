import { cutName, cutSpec, isAbove, judging, orElse } from './cells.ts';
import type { CellOf, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

const sold = /待发货|已发货|部分发货|待收货|待提货|已签收|交易完成|交易成功|已完成|退款/;

function meaningOf(status: string, cell: CellOf): StatusMeaning {
  if (/待付款|待支付|未付款/.test(status)) return 'not-paid';
  const isBack = isAbove(cell('商品已退款金额')) || /成功|全额/.test(cell('商品退款状态'));
  if (/关闭|取消/.test(status)) return isBack ? 'given-back' : 'not-paid';
  return status === '' || sold.test(status) ? 'sold' : 'unknown';
}

/** 有赞 订单商品报表: a row a line, with the line's own amounts and refunds. */
export const youzan: Profile = {
  name: 'youzan',
  kind: 'sales',
  knownBy: ['订单号', '订单商品状态', '商品名称', '商品单价', '商品数量', '商品实际成交金额'],
  columns: {
    saleNumber: '订单号',
    soldAt: ['下单时间', '订单创建时间', '买家付款时间', '交易成功时间'],
    customerName: '收货人/提货人',
    customerPhone: '收货人手机号/提货人手机号',
    sku: ['规格编码', '商品编码'],
    productName: '商品名称',
    spec: '商品规格',
    quantity: '商品数量',
    unitPrice: '商品单价',
    paid: '商品实际成交金额',
    status: '订单商品状态',
    refunded: '商品已退款金额',
  },
  habits: {
    channel: '有赞',
    itemByName: true,
    dashIsEmpty: true,
    ofOrder: [],
    meaningOf: judging(meaningOf),
    derived: {
      // An order under way has no time of success yet.
      soldAt: orElse('交易成功时间', '商品发货时间'),
      sku: orElse('商品编码'),
      productName: cutName,
      spec: cutSpec,
    },
  },
};
