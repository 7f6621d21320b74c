import { cutName, cutSpec, judging, orElse, sumOf } from './cells.ts';
import type { CellOf, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

const sold = /待发货|已发货|待收货|待签收|已签收|已收货|交易成功|已完成/;

/** How much came back after the goods were sent is not said: only before that it was all. */
function meaningOf(status: string, cell: CellOf): StatusMeaning {
  if (/(未发货|已取消).*退款成功/.test(status)) return 'given-back';
  if (/退款成功/.test(`${status} ${cell('售后状态')}`)) return 'some-given-back';
  if (/待付款|待支付|未支付|已取消/.test(status)) return 'not-paid';
  return status === '' || sold.test(status) ? 'sold' : 'unknown';
}

/** 拼多多: a row an order of one item. */
export const pinduoduo: Profile = {
  name: 'pinduoduo',
  kind: 'sales',
  knownBy: ['订单号', '订单状态', '商品总价(元)', '商品数量(件)', '用户实付金额(元)'],
  columns: {
    saleNumber: '订单号',
    soldAt: ['订单成交时间', '支付时间'],
    customerName: ['收货人', '收货人姓名'],
    customerPhone: ['用户购买手机号', '手机', '收货人手机'],
    sku: ['商家编码-规格维度', '商家编码-商品维度'],
    productName: ['商品', '商品名称'],
    spec: '商品规格',
    quantity: '商品数量(件)',
    unitPrice: '商品总价(元)',
    paid: '用户实付金额(元)',
    discount: '店铺优惠折扣(元)',
    tender: '支付方式',
    delivery: '邮费(元)',
    status: '订单状态',
    signedOn: '确认收货时间',
  },
  habits: {
    channel: '拼多多',
    itemByName: true,
    priceOfLine: true,
    ofOrder: ['paid', 'discount', 'delivery'],
    paidHoldsDelivery: 'always',
    meaningOf: judging(meaningOf),
    derived: {
      soldAt: orElse('支付时间'),
      sku: orElse('商家编码-商品维度'),
      productName: cutName,
      spec: cutSpec,
      discount: (raw, cell) => sumOf(raw, cell('平台优惠折扣(元)'), cell('多多支付立减金额(元)')),
    },
  },
};
