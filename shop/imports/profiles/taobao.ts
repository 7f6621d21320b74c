import { cutName, cutSpec, judging, orElse } from './cells.ts';
import type { CellOf, SalesHabits, StatusMeaning } from './habits.ts';
import type { Profile } from './profile.ts';

const neverPaid =
  /等待买家付款|待付款|付款以前|没有创建|WAIT_BUYER_PAY|TRADE_NO_CREATE_PAY|TRADE_CLOSED_BY_TAOBAO|PAY_PENDING/;
const givenBack = /付款以后.*退款成功|TRADE_CLOSED/;
const closed = /交易关闭|已关闭/;
const sold =
  /买家已付款|等待卖家发货|待发货|已发货|部分发货|等待买家确认|待收货|已签收|交易成功|TRADE_FINISHED|WAIT_SELLER|WAIT_BUYER_CONFIRM|SELLER_CONSIGNED|BUYER_SIGNED/;

/** A closed order that was paid was refunded; of one that was never paid there is no time of payment. */
function meaningOf(status: string, cell: CellOf): StatusMeaning {
  if (neverPaid.test(status)) return 'not-paid';
  if (givenBack.test(status)) return 'given-back';
  if (closed.test(status)) {
    if (!cell.has('订单付款时间')) return 'unknown';
    return cell('订单付款时间') === '' ? 'not-paid' : 'given-back';
  }
  return status === '' || sold.test(status) ? 'sold' : 'unknown';
}

/** `无退款申请` stands where a figure would, and a refund that is only asked for gave nothing back. */
function refunded(raw: string, cell: CellOf): string {
  const state = cell('退款状态');
  return /^[无没]/.test(raw) || (state !== '' && !state.includes('成功')) ? '' : raw;
}

const common: SalesHabits = { channel: '淘宝', itemByName: true, meaningOf: judging(meaningOf) };

/** ExportOrderList: one row an order, without its lines. */
export const taobaoOrders: Profile = {
  name: 'taobao-orders',
  kind: 'sales',
  knownBy: ['订单编号', '买家应付货款', '买家实际支付金额', '订单状态', '宝贝总数量', '订单创建时间'],
  columns: {
    saleNumber: '订单编号',
    soldAt: '订单创建时间',
    customer: ['买家会员名', '买家会员名称'],
    customerName: '收货人姓名',
    customerPhone: ['联系手机', '联系电话'],
    sku: ['商家编码', '修改后的sku'],
    productName: '宝贝标题',
    quantity: '宝贝总数量',
    unitPrice: '买家应付货款',
    paid: '买家实际支付金额',
    delivery: '买家应付邮费',
    status: '订单状态',
    refunded: '退款金额',
    signedOn: '确认收货时间',
  },
  habits: {
    ...common,
    priceOfLine: true,
    ofOrder: ['paid', 'delivery', 'refunded'],
    paidHoldsDelivery: 'always',
    due: ['总金额', '买家应付货款'],
    derived: { productName: cutName, refunded, customerPhone: orElse('联系电话') },
  },
};

/** 宝贝/销售明细: a row a line, with the line's own amounts. */
export const taobaoLines: Profile = {
  name: 'taobao-lines',
  kind: 'sales',
  knownBy: ['子订单编号', '主订单编号', '购买数量', '订单状态', '买家实际支付金额', '订单创建时间'],
  columns: {
    saleNumber: '主订单编号',
    lineNumber: '子订单编号',
    soldAt: '订单创建时间',
    sku: '商家编码',
    productName: ['标题', '商品标题', '宝贝标题'],
    spec: '商品属性',
    quantity: '购买数量',
    unitPrice: ['价格', '商品价格'],
    paid: '买家实际支付金额',
    status: '订单状态',
    refunded: '退款金额',
    signedOn: '确认收货时间',
  },
  habits: {
    ...common,
    ofOrder: ['delivery'],
    due: ['买家应付货款'],
    derived: { sku: orElse('外部系统编号'), productName: cutName, spec: cutSpec, refunded },
  },
};

/** 宝贝报表 as it was: lines alone. When they were sold, to whom and for how much says the list of whole orders. */
export const taobaoOldLines: Profile = {
  name: 'taobao-old-lines',
  kind: 'sales',
  knownBy: ['订单编号', '标题', '价格', '购买数量', '外部系统编号', '商品属性', '商家编码'],
  columns: {
    saleNumber: '订单编号',
    soldAt: '订单创建时间',
    sku: '商家编码',
    productName: '标题',
    spec: '商品属性',
    quantity: '购买数量',
    unitPrice: '价格',
    status: '订单状态',
  },
  habits: { ...common, derived: { sku: orElse('外部系统编号'), productName: cutName, spec: cutSpec } },
};
