import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recordSale } from '../../../fixtures/builders.ts';
import { amazonReturns, doudianAftersales, tmallRefunds } from '../../../fixtures/files/returns-lists.ts';
import { fileOf, inGbk } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const run = (shop: TestShop, content: string | Buffer) =>
  shop.call('imports.run', { id: randomUUID(), path: fileOf(content, 'returns.csv'), kind: 'returns' });
const number = '2911000001';
const sell = (shop: TestShop, changes: object = {}) => recordSale(shop, { number, ...changes });
const saleOf = (shop: TestShop) => shop.call('sales.get', { number });
const lineOf = async (shop: TestShop) => (await saleOf(shop)).lines[0];
const whole = async (shop: TestShop) =>
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);

describe('天猫退款单', () => {
  test('is known by its columns, in UTF-8 and in GBK', async () => {
    await using shop = testShop();
    for (const [content, encoding] of [
      [`\uFEFF${tmallRefunds([{}])}`, 'utf-8'],
      [inGbk(tmallRefunds([{}])), 'gb18030'],
    ] as const) {
      const path = fileOf(content, 'list.csv');
      expect(await shop.call('imports.preview', { path })).toMatchObject({
        kind: 'returns',
        profile: 'tmall-refunds',
        encoding,
        problems: [],
        understood: [
          {
            row: 1,
            as: 'return',
            fields: {
              returnNumber: '5500000001',
              saleNumber: number,
              returnedAt: '2026-11-16T01:05:00.000Z',
              customer: '茶客01',
              sku: 'CUP',
              productName: '青瓷茶杯',
              amount: '60.00',
              reason: 'changed-mind',
              note: '7天无理由退换货',
              status: '退款成功',
            },
          },
        ],
        wouldStore: { returns: 1, returnLines: 1 },
      });
    }
  });

  test('what is finished is a return of its sale, with what was given back', async () => {
    await using shop = testShop();
    await sell(shop);
    expect(await run(shop, tmallRefunds([{ 买家退款金额: '61.50' }]))).toMatchObject({
      rowsRead: 1,
      rowsStored: 1,
      rowsRefused: 0,
      stored: { returns: 1, returnLines: 1 },
      returnLinks: { linked: 1 },
      warnings: [],
    });
    expect(await shop.call('returns.get', { number: '5500000001' })).toMatchObject({
      origin: 'import',
      stage: 'closed',
      channel: 'online',
      day: '2026-11-16',
      creditedCents: 6150,
      lines: [
        { sku: 'CUP', quantity: 3, reason: 'changed-mind', note: '7天无理由退换货', sales: [{ number, quantity: 3 }] },
      ],
    });
    expect(await lineOf(shop)).toMatchObject({ returnedQuantity: 3, returnableQuantity: 0, creditableCents: 0 });
    await whole(shop);
  });

  test('reading the list again adds nothing; another amount is refused', async () => {
    await using shop = testShop();
    await sell(shop);
    await run(shop, tmallRefunds([{}]));
    expect(await run(shop, tmallRefunds([{}]))).toMatchObject({ rowsStored: 1, stored: { returns: 0 } });
    expect(await run(shop, tmallRefunds([{ 买家退款金额: '59.00' }]))).toMatchObject({ rowsStored: 0, rowsRefused: 1 });
  });

  test('a part of the money without goods leaves the goods returnable', async () => {
    await using shop = testShop();
    await sell(shop);
    const list = tmallRefunds([{ 买家退款金额: '10.00', 是否需要退货: '不需要退货', '部分退款/全部退款': '部分退款' }]);
    expect(await run(shop, list)).toMatchObject({ rowsStored: 1, stored: { returns: 0, refundedSales: 1 } });
    expect(await run(shop, list)).toMatchObject({ rowsStored: 1, stored: { refundedSales: 0 } });
    expect(await lineOf(shop)).toMatchObject({ returnableQuantity: 3 });
    await whole(shop);
  });

  test('a part of the money with goods is of as many units as it stands for', async () => {
    await using shop = testShop();
    await sell(shop);
    const list = tmallRefunds([{ 买家退款金额: '35.00', '部分退款/全部退款': '部分退款' }]);
    expect(await run(shop, list)).toMatchObject({ warnings: [{ code: 'quantity-worked-out', count: 1 }] });
    expect(await lineOf(shop)).toMatchObject({ returnedQuantity: 2, returnableQuantity: 1 });
  });

  test('what was given up is kept as cancelled, and nothing came back', async () => {
    await using shop = testShop();
    await sell(shop);
    expect(await run(shop, tmallRefunds([{ 退款状态: '退款关闭' }]))).toMatchObject({
      rowsStored: 1,
      stored: { returns: 1 },
    });
    expect(await shop.call('returns.get', { number: '5500000001' })).toMatchObject({
      stage: 'cancelled',
      creditedCents: 0,
      lines: [{ receivedQuantity: 0, creditedQuantity: 0 }],
    });
    expect(await lineOf(shop)).toMatchObject({ returnableQuantity: 3 });
    expect(await shop.call('insight.summary', { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
      byReason: [],
    });
    await whole(shop);
  });

  test('only money is asked for and not decided: the row waits in the file of refused rows', async () => {
    await using shop = testShop();
    await sell(shop);
    const list = tmallRefunds([{ 退款状态: '买家已经申请退款，等待卖家同意', 是否需要退货: '不需要退货' }]);
    expect(await run(shop, list)).toMatchObject({ rowsStored: 0, rowsRefused: 1, stored: { returns: 0 } });
  });

  test('neither a sale nor an item is named: the row is refused', async () => {
    await using shop = testShop();
    expect(await run(shop, tmallRefunds([{ 商家编码: '', 宝贝标题: '' }]))).toMatchObject({ rowsRefused: 1 });
  });
});

describe('a return that is under way', () => {
  const sent = { 退款状态: '买家已经退货，等待卖家确认收货', 退货物流单号: 'YT0001', 退货物流公司: '圆通速递' };
  const asked = { 退款状态: '买家已经申请退款，等待卖家同意' };
  const agreed = { 退款状态: '卖家已经同意退款，等待买家退货' };
  const found = async (shop: TestShop) => (await shop.call('returns.search', { text: '' })).items;

  test('is announced at the desk: its parcel is found by its waybill and received', async () => {
    await using shop = testShop();
    await sell(shop);
    expect(await run(shop, tmallRefunds([sent]))).toMatchObject({ stored: { returns: 1 }, returnLinks: { linked: 1 } });
    const [announced] = (await shop.call('returns.search', { text: 'YT0001' })).items;
    expect(announced).toMatchObject({
      origin: 'desk',
      stage: 'approved',
      channel: 'parcel',
      courier: '圆通速递',
      waybill: 'YT0001',
      customer: { code: '茶客01' },
      sale: { number },
      lines: [{ quantity: 3, reason: 'changed-mind', note: '7天无理由退换货' }],
    });
    const { returnId = 0, lines = [] } = announced ?? {};
    const received = await shop.call('returns.receive', {
      id: randomUUID(),
      returnId,
      lines: lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity })),
    });
    expect(received.stage).toBe('received');
    expect(await run(shop, tmallRefunds([{}]))).toMatchObject({
      rowsStored: 1,
      stored: { returns: 0 },
      warnings: [{ code: 'finished-elsewhere', count: 1 }],
    });
    await whole(shop);
  });

  test('moves on with the list: agreed to, sent, given up', async () => {
    await using shop = testShop();
    await sell(shop, { soldAt: '2026-08-01T02:00:00.000Z' });
    await run(shop, tmallRefunds([asked]));
    expect(await found(shop)).toMatchObject([{ stage: 'requested' }]);
    await run(shop, tmallRefunds([agreed]));
    expect(await found(shop)).toMatchObject([{ stage: 'approved' }]);
    await run(shop, tmallRefunds([sent]));
    expect(await found(shop)).toMatchObject([{ stage: 'approved', waybill: 'YT0001' }, { stage: 'cancelled' }]);
    expect(await run(shop, tmallRefunds([sent]))).toMatchObject({ stored: { returns: 0 } });
    await run(shop, tmallRefunds([{ 退款状态: '退款关闭' }]));
    expect(await found(shop)).toMatchObject([{ stage: 'cancelled' }, { stage: 'cancelled' }]);
    expect(await lineOf(shop)).toMatchObject({ returnableQuantity: 3 });
    await whole(shop);
  });

  test('is closed by the list where no parcel is waited for', async () => {
    await using shop = testShop();
    await sell(shop);
    await run(shop, tmallRefunds([agreed]));
    await run(shop, tmallRefunds([{}]));
    expect(await found(shop)).toMatchObject([
      { number: '5500000001', origin: 'import', stage: 'closed', creditedCents: 6000 },
      { origin: 'desk', stage: 'cancelled' },
    ]);
    expect(await run(shop, tmallRefunds([agreed, {}]))).toMatchObject({ rowsStored: 2, stored: { returns: 0 } });
    await whole(shop);
  });

  test('without its sale waits at review as an item alone', async () => {
    await using shop = testShop();
    await run(shop, tmallRefunds([asked]));
    expect(await found(shop)).toMatchObject([{ stage: 'requested', lines: [{ sku: 'CUP', quantity: 1 }] }]);
  });

  test('with a status that nobody knows is held for somebody to look at', async () => {
    await using shop = testShop();
    await sell(shop);
    const list = tmallRefunds([{ 退款状态: '平台处理中心复核' }]);
    expect(await run(shop, list)).toMatchObject({ rowsStored: 1, warnings: [{ code: 'status-unknown', count: 1 }] });
    const [held] = await found(shop);
    expect(held).toMatchObject({ stage: 'requested', verdict: { outcome: 'review' } });
    expect(held?.verdict.rules.at(-1)).toEqual({
      rule: 'platform',
      outcome: 'review',
      data: { status: '平台处理中心复核' },
    });
  });
});

describe('抖店 售后', () => {
  test('money beside the goods counts as given back; a dash is an empty cell', async () => {
    await using shop = testShop();
    await recordSale(shop, { number: '6900000001' });
    const list = doudianAftersales([{ '退运费金额（元）': '8.00' }]);
    expect(await shop.call('imports.preview', { path: fileOf(list) })).toMatchObject({ profile: 'doudian-aftersales' });
    expect(await run(shop, list)).toMatchObject({ rowsStored: 1, returnLinks: { linked: 1 } });
    expect(await shop.call('returns.get', { number: '7100000001' })).toMatchObject({
      creditedCents: 6800,
      lines: [{ reason: 'quality', note: '质量问题', quantity: 3 }],
    });
  });

  test('goods that went out again leave what was paid for them', async () => {
    await using shop = testShop();
    await recordSale(shop, { number: '6900000001' });
    await run(shop, doudianAftersales([{ 售后类型: '换货', '退商品金额（元）': '0', 售后状态: '售后成功' }]));
    expect(await shop.call('sales.get', { number: '6900000001' })).toMatchObject({
      lines: [{ returnableQuantity: 3 }],
    });
    expect(await shop.call('imports.unmatched', {})).toEqual({ total: 0, items: [] });
  });
});

describe('Amazon FBA returns', () => {
  const order = '114-0000001-0000001';
  const plates = [{}, { 'license-plate-number': 'LPN000000002', reason: 'DAMAGED_BY_FC' }];

  test.each([[[]], [['status']]])(
    'each unit is a return of its own, known by its plate (without %j)',
    async (without) => {
      await using shop = testShop();
      await recordSale(shop, { number: order });
      const list = amazonReturns([...plates, {}], { without });
      expect(await run(shop, list)).toMatchObject({
        rowsRead: 3,
        rowsStored: 3,
        stored: { returns: 2, returnLines: 2 },
        warnings: [{ code: 'no-amount', count: 2 }],
      });
      expect(await run(shop, list)).toMatchObject({ rowsStored: 3, stored: { returns: 0 } });
      expect(await shop.call('sales.get', { number: order })).toMatchObject({ lines: [{ returnedQuantity: 2 }] });
      expect(await shop.call('returns.get', { number: 'LPN000000002' })).toMatchObject({
        creditedCents: 2000,
        lines: [{ quantity: 1, reason: 'damaged-in-transit', note: 'DAMAGED_BY_FC · SELLABLE' }],
      });
      await whole(shop);
    },
  );

  test('more units than were sold stay unlinked, with the reason', async () => {
    await using shop = testShop();
    await recordSale(shop, { number: order });
    const rows = ['1', '2', '3', '4'].map((plate) => ({ 'license-plate-number': `LPN${plate}` }));
    expect(await run(shop, amazonReturns(rows))).toMatchObject({ returnLinks: { linked: 3, alreadyReturned: 1 } });
  });
});

test('a return of one part of an order is of that part, though the same item was sold twice', async () => {
  await using shop = testShop();
  const sales = [
    'saleNumber,lineNumber,soldAt,sku,quantity,unitPrice',
    '2911000000,2911000001,2026-11-10,CUP,1,20',
    '2911000000,2911000002,2026-11-10,CUP,1,30',
  ].join('\n');
  await shop.call('imports.run', { id: randomUUID(), path: fileOf(sales), kind: 'sales' });
  await run(shop, tmallRefunds([{ 订单编号: '2911000002', 买家退款金额: '30.00' }]));
  expect(await shop.call('sales.get', { number: '2911000000' })).toMatchObject({
    lines: [{ returnableQuantity: 1 }, { returnableQuantity: 0, creditableCents: 0 }],
  });
});

test('what the list of orders says was given back is not given back twice', async () => {
  await using shop = testShop();
  const sales = 'saleNumber,soldAt,sku,quantity,unitPrice,refunded\n2911000001,2026-11-10,CUP,3,20,60\n';
  await shop.call('imports.run', { id: randomUUID(), path: fileOf(sales), kind: 'sales' });
  expect(await run(shop, tmallRefunds([{}]))).toMatchObject({ rowsStored: 1, returnLinks: { linked: 1 } });
  const part = {
    退款编号: '5500000002',
    买家退款金额: '5.00',
    是否需要退货: '不需要退货',
    '部分退款/全部退款': '部分退款',
  };
  expect(await run(shop, tmallRefunds([part]))).toMatchObject({ rowsStored: 1, stored: { refundedSales: 0 } });
  expect(await lineOf(shop)).toMatchObject({ returnableQuantity: 0 });
  await whole(shop);
});
