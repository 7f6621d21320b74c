import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as headings from '../../../fixtures/files/headings.ts';
import { type PlatformRow, platformFile } from '../../../fixtures/files/platform-file.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const run = (shop: TestShop, path: string, orders?: string) =>
  shop.call('imports.run', { id: randomUUID(), path, kind: 'sales', ...(orders !== undefined && { orders }) });
const profileOf = async (shop: TestShop, path: string) => (await shop.call('imports.preview', { path })).profile;
const sale = (shop: TestShop, number: string) => shop.call('sales.get', { number });

const order: PlatformRow = {
  订单编号: '="2026030800011"',
  买家会员名: 't**1',
  买家应付货款: '100.00',
  买家应付邮费: '10.00',
  总金额: '110.00',
  买家实际支付金额: '￥110.00',
  订单状态: '交易成功',
  收货人姓名: '张三',
  联系手机: "'13800000001",
  订单创建时间: '2026/3/8 9:05',
  '订单付款时间 ': '2026-03-08 09:06:00',
  '宝贝标题 ': '白瓷茶壶',
  宝贝总数量: '2',
  退款金额: '0.00',
  确认收货时间: '2026-03-12 18:00:00',
};

describe.each(['utf-8', 'gbk'] as const)('淘宝 in %s', (encoding) => {
  test('whole orders are sales of one line', async () => {
    await using shop = testShop();
    const path = platformFile(
      headings.taobaoOrders,
      [
        order,
        { ...order, 订单编号: '2', 订单状态: '等待买家付款', '订单付款时间 ': '' },
        { ...order, 订单编号: '3', 订单状态: '交易关闭' },
        { ...order, 订单编号: '4', 买家实际支付金额: '70', 退款金额: '40' },
        { ...order, 订单编号: '5', 退款金额: '40' },
        { ...order, 订单编号: '6', 订单状态: '等待天兵天将' },
        { ...order, 订单编号: '1.23E+17' },
      ],
      { encoding },
    );
    expect(await profileOf(shop, path)).toBe('taobao-orders');
    expect(await run(shop, path)).toMatchObject({
      rowsRead: 7,
      rowsStored: 5,
      rowsRefused: 2,
      stored: { sales: 5, refundedSales: 2 },
      warnings: [{ code: 'status-unknown', count: 1 }],
    });
    expect(await sale(shop, '2026030800011')).toMatchObject({
      soldAt: '2026-03-08T01:05:00.000Z',
      customer: { name: '张三', phone: '13800000001' },
      channel: '淘宝',
      status: '交易成功',
      signedOn: '2026-03-12',
      totalCents: 11_000,
      deliveryCents: 1000,
      lines: [{ sku: '白瓷茶壶', name: '白瓷茶壶', quantity: 2, unitPrice: '50.00', paidCents: 10_000 }],
    });
    const back = async (number: string) => {
      const { totalCents, refundedElsewhereCents } = await sale(shop, number);
      return [totalCents, refundedElsewhereCents];
    };
    expect([await back('3'), await back('4'), await back('5')]).toEqual([
      [11_000, 11_000],
      [7000, undefined],
      [11_000, 4000],
    ]);
  });

  test('lines alone take buyer, postage, amounts and status from the list of orders', async () => {
    await using shop = testShop();
    const line = {
      订单编号: '2026030800011',
      标题: '茶壶',
      价格: '60.00',
      购买数量: '1',
      订单状态: '交易成功',
      商家编码: '\tA-1',
    };
    const path = platformFile(
      headings.taobaoOldLines,
      [line, { ...line, 标题: '茶杯', 商品属性: '颜色:蓝', 价格: '40', 商家编码: '' }],
      { encoding, trailing: true },
    );
    expect(await shop.refusal('imports.run', { id: randomUUID(), path, kind: 'sales' })).toMatchObject({
      data: { missing: ['soldAt'] },
    });
    expect(await run(shop, path, platformFile(headings.taobaoOrders, [order], { encoding }))).toMatchObject({
      rowsStored: 2,
    });
    expect(await sale(shop, '2026030800011')).toMatchObject({
      day: '2026-03-08',
      signedOn: '2026-03-12',
      customer: { phone: '13800000001' },
      totalCents: 11_000,
      deliveryCents: 1000,
      lines: [
        { sku: 'A-1', paidCents: 6000 },
        { sku: '茶杯 · 颜色:蓝', spec: '颜色:蓝', paidCents: 4000 },
      ],
    });
  });

  test('lines with amounts of their own', async () => {
    await using shop = testShop();
    const line = {
      子订单编号: '11',
      主订单编号: '1',
      商品标题: '茶壶',
      商品价格: '60',
      购买数量: '2',
      订单状态: '交易成功',
      商家编码: 'A',
      买家应付货款: '120',
      买家实际支付金额: '100.5',
      退款状态: '没有申请退款',
      退款金额: '无退款申请',
      订单创建时间: '2026-03-08 09:05:00',
      订单付款时间: '2026-03-08 09:06:00',
    };
    const path = platformFile(
      headings.taobaoLines,
      [line, { ...line, 子订单编号: '12', 商家编码: '', 外部系统编号: 'B', 退款状态: '退款成功', 退款金额: '30' }],
      { encoding },
    );
    expect(await profileOf(shop, path)).toBe('taobao-lines');
    await run(shop, path);
    expect(await sale(shop, '1')).toMatchObject({
      totalCents: 20_100,
      refundedElsewhereCents: 3000,
      lines: [{ sku: 'A', paidCents: 10_050 }, { sku: 'B' }],
    });
  });
});

test('京东: the order’s amounts stand on each row and are shared by weight', async () => {
  await using shop = testShop();
  const row = {
    订单号: '\t2001',
    商品ID: '9',
    商品名称: '茶壶',
    订购数量: '1',
    支付方式: '在线支付',
    下单时间: '2026-03-08 09:05:00',
    京东价: '60',
    订单金额: '100',
    结算金额: '90',
    余额支付: '20',
    应付金额: '75',
    订单状态: '(锁定)完成',
    下单帐号: 'jd_a',
    客户姓名: '李*',
    联系电话: '1****6198',
    运费金额: '5',
    付款确认时间: '2026-03-08 09:06:00',
    货号: 'A',
    订单完成时间: '2026-03-11 10:00:00',
  };
  const path = platformFile(
    headings.jd,
    [row, { ...row, 货号: '', 京东价: '40' }, { ...row, 订单号: '2002', 订单状态: '(删除)等待付款', 付款确认时间: '' }],
    { encoding: 'gbk' },
  );
  expect(await profileOf(shop, path)).toBe('jd-pop');
  expect(await run(shop, path)).toMatchObject({ rowsStored: 2, rowsRefused: 1 });
  expect(await sale(shop, '2001')).toMatchObject({
    customer: { code: 'jd_a' },
    channel: '京东',
    totalCents: 9500,
    deliveryCents: 500,
    lines: [
      { sku: 'A', paidCents: 5400 },
      { sku: '9', paidCents: 3600 },
    ],
  });
});

test('拼多多: one item an order; money given back that nobody counted is said', async () => {
  await using shop = testShop();
  const row = {
    订单成交时间: '\t2026-03-08 09:05:00',
    商品: '茶壶',
    订单号: '260308-1',
    订单状态: '已收货',
    '商品总价(元)': '60',
    '邮费(元)': '5',
    '店铺优惠折扣(元)': '2',
    '平台优惠折扣(元)': '3',
    '多多支付立减金额(元)': '0',
    '用户实付金额(元)': '60',
    '商品数量(件)': '3',
    商品规格: '小',
    '商家编码-商品维度': 'A',
    售后状态: '无售后或售后取消',
    确认收货时间: '2026-03-12 10:00:00',
  };
  const path = platformFile(headings.pinduoduo, [
    row,
    { ...row, 订单号: '2', 订单状态: '未发货，退款成功' },
    { ...row, 订单号: '3', 订单状态: '已收货，退款成功', 售后状态: '退款成功' },
    { ...row, 订单号: '4', 订单状态: '待付款' },
  ]);
  expect(await profileOf(shop, path)).toBe('pinduoduo');
  expect(await run(shop, path)).toMatchObject({ rowsStored: 3, rowsRefused: 1, stored: { refundedSales: 1 } });
  expect(await sale(shop, '260308-1')).toMatchObject({
    totalCents: 6000,
    deliveryCents: 500,
    signedOn: '2026-03-12',
    lines: [{ sku: 'A', spec: '小', quantity: 3, unitPrice: '20.00', paidCents: 5500 }],
  });
  expect((await sale(shop, '2')).refundedElsewhereCents).toBe(6000);
});

test('抖店: a dash is empty, postage is taken once', async () => {
  await using shop = testShop();
  const row = {
    主订单编号: "'5001",
    子订单编号: '5001-1',
    选购商品: '茶壶',
    商品规格: '-',
    商品数量: '1',
    商家编码: '-',
    商品单价: '60.00',
    订单应付金额: '62.00',
    运费: '5.00',
    优惠总金额: '3.00',
    支付方式: '微信',
    收件人: '王**',
    收件人手机号: '##abc',
    订单提交时间: '2026-03-08 09:05:00',
    支付完成时间: '2026-03-08 09:06:00',
    订单状态: '已完成',
    售后状态: '-',
  };
  const path = platformFile(headings.doudian, [
    row,
    { ...row, 子订单编号: '5001-2', 商家编码: 'B', 商品单价: '40', 订单应付金额: '40', 优惠总金额: '0' },
    { ...row, 主订单编号: '2', 订单状态: '已关闭', 支付完成时间: '-' },
  ]);
  expect(await profileOf(shop, path)).toBe('doudian');
  expect(await run(shop, path)).toMatchObject({ rowsStored: 2, rowsRefused: 1 });
  const found = await sale(shop, '5001');
  expect(found).toMatchObject({
    totalCents: 10_200,
    deliveryCents: 500,
    tenders: [{ tender: 'wechat', amountCents: 10_200 }],
    lines: [
      { sku: '茶壶', paidCents: 5700 },
      { sku: 'B', paidCents: 4000 },
    ],
  });
  expect(found.customer).toBeUndefined();
});

test('有赞: each line has its own amounts and refunds', async () => {
  await using shop = testShop();
  const row = {
    订单号: 'E1',
    订单商品状态: '交易完成',
    交易成功时间: '2026-03-08 09:05:00',
    商品名称: '茶壶',
    规格编码: 'A',
    商品单价: '60',
    商品数量: '1',
    商品实际成交金额: '55.5',
    '收货人/提货人': '赵六',
    '收货人手机号/提货人手机号': '13800000006',
    商品已退款金额: '0',
  };
  const path = platformFile(headings.youzan, [row, { ...row, 规格编码: '', 商品编码: 'B', 商品已退款金额: '5.5' }]);
  expect(await profileOf(shop, path)).toBe('youzan');
  await run(shop, path);
  expect(await sale(shop, 'E1')).toMatchObject({
    customer: { name: '赵六', phone: '13800000006' },
    totalCents: 11_100,
    refundedElsewhereCents: 550,
    lines: [{ sku: 'A', paidCents: 5550 }, { sku: 'B' }],
  });
});
