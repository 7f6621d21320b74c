import { describe, expect, test } from 'vitest';
import { guessMapping } from './headings.ts';
import { chooseMapping } from './mapping.ts';

const uci = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'];

describe('what columns mean', () => {
  test('a file is known by its columns', () => {
    expect(chooseMapping(uci, {})).toEqual({
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
    });
  });

  test('a Chinese file is guessed by its headings, units in brackets aside', () => {
    expect(
      guessMapping([
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
      ]),
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
    expect(guessMapping(columns)).toEqual({
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
    expect(chooseMapping(uci, { mapping: { sku: 'Description', tax: '' } })).toMatchObject({
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
    expect(chooseMapping(['a', 'Qty'], { mapping: { paid: 'b' } }).missing).toEqual([
      'saleNumber',
      'soldAt',
      'sku',
      'unitPrice',
      'paid',
    ]);
  });
});
