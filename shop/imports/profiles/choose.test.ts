import { describe, expect, test } from 'vitest';
import { guessMapping } from './headings.ts';
import { chooseProfile } from './index.ts';

const uci = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'];

describe('what columns mean', () => {
  test('a file is known by its columns', () => {
    expect(chooseProfile(uci, {})).toEqual({
      kind: 'sales',
      profile: 'uci-online-retail',
      mapping: {
        saleNumber: 'InvoiceNo',
        soldAt: 'InvoiceDate',
        customer: 'CustomerID',
        sku: 'StockCode',
        productName: 'Description',
        quantity: 'Quantity',
        unitPrice: 'UnitPrice',
      },
      missing: [],
      habits: {},
    });
  });

  test('a Chinese file is guessed by its headings, units in brackets aside', () => {
    expect(
      guessMapping(
        [
          '订单号',
          '下单时间',
          '会员号',
          '商品编码',
          '商品名称',
          '规格',
          '数量(件)',
          '单价（元）',
          '实付金额',
          '运费',
          '状态',
        ],
        'sales',
      ),
    ).toEqual({
      saleNumber: '订单号',
      soldAt: '下单时间',
      customer: '会员号',
      sku: '商品编码',
      productName: '商品名称',
      spec: '规格',
      quantity: '数量(件)',
      unitPrice: '单价（元）',
      paid: '实付金额',
      delivery: '运费',
      status: '状态',
    });
  });

  test('an English file too; an order’s total is nobody’s guess', () => {
    const columns = ['Order Number', 'Order Date', 'Customer ID', 'SKU', 'Item Name', 'Qty', 'Unit Price', 'Total'];
    expect(guessMapping(columns, 'sales')).toEqual({
      saleNumber: 'Order Number',
      soldAt: 'Order Date',
      customer: 'Customer ID',
      sku: 'SKU',
      productName: 'Item Name',
      quantity: 'Qty',
      unitPrice: 'Unit Price',
    });
  });

  test('a mapping that is given wins, and only needed fields are added to it', () => {
    expect(chooseProfile(uci, { mapping: { sku: 'Description', tax: '' } })).toMatchObject({
      mapping: {
        saleNumber: 'InvoiceNo',
        soldAt: 'InvoiceDate',
        sku: 'Description',
        quantity: 'Quantity',
        unitPrice: 'UnitPrice',
      },
      missing: [],
    });
  });

  test('what has no column, or one that is not there, is missing', () => {
    expect(chooseProfile(['a', 'Qty'], { mapping: { paid: 'b' } }).missing).toEqual([
      'saleNumber',
      'soldAt',
      'sku',
      'unitPrice',
      'paid',
    ]);
  });
});

describe('a mapping that was saved', () => {
  const columns = ['a', 'b', 'c', 'd', 'e', '单价'];
  const mapping = { saleNumber: 'a', soldAt: 'b', sku: 'c', quantity: 'd', unitPrice: 'e' };
  const saved = [
    { name: '小店', kind: 'sales', mapping: { saleNumber: 'a' } },
    { name: '收银机', kind: 'sales', mapping },
    { name: '别的', kind: 'products', mapping: { sku: 'x' } },
  ] as const;

  test('is known again by its columns, the one that knows most of them first', () => {
    expect(chooseProfile(columns, { saved })).toMatchObject({ kind: 'sales', profile: '收银机', mapping, missing: [] });
  });

  test('is taken when it is asked for by name, and never for another kind', () => {
    expect(chooseProfile(columns, { saved, profile: '小店' })).toMatchObject({
      profile: '小店',
      missing: expect.arrayContaining(['sku']),
    });
    expect(chooseProfile(columns, { saved, kind: 'products' })).toMatchObject({ profile: 'generic', missing: ['sku'] });
  });
});

test.each([
  ['sales', ['订单号', '下单时间', '商品编码', '数量', '单价']],
  ['products', ['商品编码', '商品名称', '分类', '条码', '成本价', '供应商']],
  ['customers', ['客户编号', '客户姓名', '手机号', '邮箱']],
  ['suppliers', ['供应商', '电话', '交期']],
  ['opening-stock', ['货号', '数量', '单位成本', '批次']],
  ['goods-received', ['送货单号', '日期', '供应商', '货号', '数量', '进价']],
] as const)('a file of %s is guessed by what its columns say', (kind, columns) => {
  expect(chooseProfile(columns, {})).toMatchObject({ kind, missing: [] });
});
