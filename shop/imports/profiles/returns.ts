import type { Profile } from './profile.ts';

/* Lists of returns. What else their columns say is in `returns/habits.ts`. */

/** 天猫退款单: one row a return of one part of an order. */
const tmallRefunds: Profile = {
  name: 'tmall-refunds',
  kind: 'returns',
  knownBy: ['退款编号', '订单编号', '退款状态', '买家退款金额', '退款的申请时间'],
  columns: {
    returnNumber: '退款编号',
    saleNumber: '订单编号',
    returnedAt: '退款的申请时间',
    customer: '买家会员名称',
    sku: '商家编码',
    productName: '宝贝标题',
    amount: '买家退款金额',
    reason: '买家退款原因',
    note: '买家退款说明',
    status: '退款状态',
    courier: '退货物流公司',
    waybill: '退货物流单号',
  },
};

/** 抖店 售后. */
const doudianAftersales: Profile = {
  name: 'doudian-aftersales',
  kind: 'returns',
  knownBy: ['售后单号', '订单号', '商品单号', '售后状态', '售后申请时间'],
  columns: {
    returnNumber: '售后单号',
    saleNumber: '订单号',
    lineNumber: '商品单号',
    returnedAt: '售后申请时间',
    sku: '商家编码',
    productName: '商品名称',
    amount: '退商品金额（元）',
    reason: '售后原因',
    note: '用户售后说明',
    status: '售后状态',
    courier: '退货物流公司',
    waybill: '退货物流单号',
  },
};

/** Goods that came back to Amazon's own warehouse: one row a unit, known by its plate. Some markets say no status. */
const amazonFbaReturns: Profile = {
  name: 'amazon-fba-returns',
  kind: 'returns',
  knownBy: ['return-date', 'order-id', 'sku', 'detailed-disposition', 'license-plate-number'],
  columns: {
    returnNumber: 'license-plate-number',
    saleNumber: 'order-id',
    returnedAt: 'return-date',
    sku: 'sku',
    productName: 'product-name',
    quantity: 'quantity',
    reason: 'reason',
    note: 'customer-comments',
    status: 'status',
  },
};

export const returnsProfiles: readonly Profile[] = [tmallRefunds, doudianAftersales, amazonFbaReturns];
