import { cutName, cutSpec, judging } from './cells.ts';
import type { CellOf, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

const sold = /已支付|待发货|备货中|部分发货|已发货|待收货|已签收|已完成/;

function meaningOf(status: string, cell: CellOf): StatusMeaning {
  const afterSale = cell('售后状态');
  if (/待支付|待付款|未支付/.test(status)) return 'not-paid';
  if (/已关闭|已取消/.test(status)) return cell('支付完成时间') === '' ? 'not-paid' : 'given-back';
  if (/全额退款/.test(afterSale)) return 'given-back';
  if (/退款成功|部分退款/.test(afterSale)) return 'some-given-back';
  return status === '' || sold.test(status) ? 'sold' : 'unknown';
}

/** 抖店: a row a line. An empty cell has a dash. */
export const doudian: Profile = {
  name: 'doudian',
  kind: 'sales',
  knownBy: ['主订单编号', '子订单编号', '选购商品', '商品数量', '商品单价'],
  columns: {
    saleNumber: '主订单编号',
    lineNumber: '子订单编号',
    soldAt: '订单提交时间',
    customerName: '收件人',
    customerPhone: '收件人手机号',
    sku: '商家编码',
    productName: '选购商品',
    spec: '商品规格',
    quantity: '商品数量',
    unitPrice: '商品单价',
    paid: '订单应付金额',
    discount: '优惠总金额',
    tender: '支付方式',
    delivery: '运费',
    status: '订单状态',
  },
  habits: {
    channel: '抖店',
    itemByName: true,
    dashIsEmpty: true,
    paidHoldsDelivery: 'unless-goods-add-up',
    meaningOf: judging(meaningOf),
    derived: { productName: cutName, spec: cutSpec },
  },
};
