import { cutName, isAbove, judging, less, orElse, sumOf } from './cells.ts';
import type { CellOf, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

const sold = /完成|等待出库|等待发货|等待确认收货|待收货|已出库|已发货|配送|签收|锁定|暂停/;

function meaningOf(status: string, cell: CellOf): StatusMeaning {
  const isPaid = cell('付款确认时间') !== '';
  if (/删除|取消/.test(status)) return isPaid ? 'given-back' : 'not-paid';
  if (/等待付款|待付款|未付款/.test(status)) return 'not-paid';
  return status === '' || sold.test(status) ? 'sold' : 'unknown';
}

/** What the buyer had to pay and what came from the balance; the second may be a part of the first already. */
function paid(due: string, cell: CellOf): string {
  const both = sumOf(due, cell('余额支付'));
  const settled = cell('结算金额');
  if (both === '') return settled;
  const limit = sumOf(settled, cell('运费金额'));
  return settled !== '' && isAbove(due) && isAbove(sumOf(both, less(limit))) ? due : both;
}

/** 京东 POP: a row a line, the order's amounts on each. */
export const jd: Profile = {
  name: 'jd-pop',
  kind: 'sales',
  knownBy: ['订单号', '商品ID', '订购数量', '下单时间', '京东价', '订单状态'],
  columns: {
    saleNumber: '订单号',
    soldAt: '下单时间',
    customer: ['下单帐号', '下单账号'],
    customerName: '客户姓名',
    customerPhone: '联系电话',
    sku: ['货号', '商品ID'],
    productName: '商品名称',
    quantity: '订购数量',
    unitPrice: '京东价',
    paid: '应付金额',
    tender: '支付方式',
    delivery: '运费金额',
    status: '订单状态',
    signedOn: '订单完成时间',
  },
  habits: {
    channel: '京东',
    itemByName: true,
    ofOrder: ['paid', 'delivery'],
    paidHoldsDelivery: 'always',
    meaningOf: judging(meaningOf),
    derived: { sku: orElse('商品ID'), productName: cutName, paid },
  },
};
