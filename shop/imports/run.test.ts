import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Output } from '../../contract/api.ts';
import { needsTinyDisk, tinyDisk } from '../../fixtures/folders.ts';
import { fileOf, inGbk, type SaleFileRow, saleFile } from '../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const nothingStored = {
  sales: 0,
  saleLines: 0,
  products: 0,
  customers: 0,
  returns: 0,
  returnLines: 0,
  stockAdjustments: 0,
  suppliers: 0,
  goodsReceipts: 0,
  goodsReceiptLines: 0,
  changed: 0,
  refundedSales: 0,
  statuses: 0,
};

const run = (shop: TestShop, path: string, more: { mapping?: Record<string, string> } = {}) =>
  shop.call('imports.run', { id: randomUUID(), path, kind: 'sales', ...more });

/** The refused rows of a result: where each stood, and its code. */
function refusedRows({ refusedFile = '' }: Output<'imports.run'>): string[] {
  const [heading = '', ...rows] = readFileSync(refusedFile, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  const at = heading.split(',').indexOf('Row');
  return rows.map((row) =>
    row
      .split(',')
      .slice(at, at + 2)
      .join(' '),
  );
}

describe('a file of sales', () => {
  test('rows of one number are one sale, wherever they stand', async () => {
    await using shop = testShop();
    const path = saleFile([
      { number: '1', sku: 'A', at: '2026-03-08 10:16', quantity: '3', price: '0.005' },
      { number: '2', sku: 'B', customer: '' },
      { number: '1', sku: 'a', name: 'Cup', at: '2026-03-08 10:15' },
    ]);
    expect(await run(shop, path)).toEqual({
      importId: 1,
      rowsRead: 3,
      rowsStored: 3,
      rowsRefused: 0,
      stored: { ...nothingStored, sales: 2, saleLines: 3, products: 3, customers: 1 },
      returnLinks: { linked: 0, noCustomer: 0, noEarlierSale: 0, alreadyReturned: 0, tooLittleLeft: 0 },
      warnings: [
        { code: 'no-customer', count: 1 },
        { code: 'codes-differ-by-case', count: 1 },
      ],
    });
    expect(await shop.call('sales.get', { number: '1' })).toMatchObject({
      soldAt: '2026-03-08T02:15:00.000Z',
      day: '2026-03-08',
      customer: { code: 'K1' },
      totalCents: 1982,
      lines: [
        { sku: 'A', name: 'Tea pot', quantity: 3, unitPrice: '0.005', paidCents: 2 },
        { sku: 'a', name: 'Cup', quantity: 2, unitPrice: '9.90', paidCents: 1980, returnableQuantity: 2 },
      ],
    });
  });

  test('moves neither stock nor money', async () => {
    await using shop = testShop({ settings: { booksSales: true } });
    await run(
      shop,
      saleFile([{}, { number: 'C9', quantity: '-1', at: '2026-03-09 9:00' }, { number: '5', quantity: '-4' }]),
    );
    expect(await shop.call('stock.balances', {})).toEqual({ items: [] });
    expect(await shop.call('money.entries', { from: '2026-01-01', to: '2026-12-31' })).toEqual({ items: [] });
    expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('is history, which a closed month takes as well', async () => {
    await using shop = testShop();
    await shop.call('months.close', { id: randomUUID(), month: '2026-03' });
    const path = saleFile([{}, { number: 'C9', quantity: '-1', at: '2026-03-09 9:00' }]);
    expect(await run(shop, path)).toMatchObject({ rowsStored: 2, stored: { sales: 1, returns: 1 } });
  });

  test('in GBK, with amounts, tax, postage and a tender of its own', async () => {
    await using shop = testShop({ settings: { locale: 'zh-CN' } });
    const path = fileOf(
      inGbk(
        '订单号,下单时间,会员号,客户姓名,客户电话,商品编码,商品名称,规格,数量,单价,实付金额,税额,运费,支付方式,渠道\r\n' +
          '="0081",2026/3/8 9:05,17850.0,张三,138****6198,\t001,白瓷茶壶,小,2,"￥1,000.00","1,980.00元",227.79,10,微信支付,抖店\r\n' +
          '="0081",2026/3/8 9:05,17850.0,张三,13800136198,002,茶杯,,1,20,20,2.3,10,微信支付,抖店\r\n',
      ),
    );
    expect((await run(shop, path)).stored).toMatchObject({ sales: 1, saleLines: 2, customers: 1 });
    expect(await shop.call('sales.get', { number: '0081' })).toMatchObject({
      customer: { code: '17850', name: '张三', phone: '13800136198' },
      channel: '抖店',
      totalCents: 201_000,
      tenders: [{ tender: 'wechat', amountCents: 201_000 }],
      lines: [
        { sku: '001', name: '白瓷茶壶', spec: '小', paidCents: 198_000, taxCents: 22_779 },
        { sku: '002', name: '茶杯', paidCents: 2000, taxCents: 230 },
      ],
    });
  });

  test('is read by the mapping that is given', async () => {
    await using shop = testShop();
    const path = fileOf('a;b;c;d;e\n1;2026-03-08;X;1;5\n');
    expect(await shop.refusal('imports.run', { id: randomUUID(), path, kind: 'sales' })).toEqual({
      code: 'columns-unknown',
      data: { missing: ['saleNumber', 'soldAt', 'sku', 'quantity', 'unitPrice'], columns: ['a', 'b', 'c', 'd', 'e'] },
    });
    const mapping = { saleNumber: 'a', soldAt: 'b', sku: 'c', quantity: 'd', unitPrice: 'e' };
    expect(await run(shop, path, { mapping })).toMatchObject({ rowsStored: 1 });
  });
});

describe('returns and adjustments', () => {
  const sold = (over: SaleFileRow): SaleFileRow => ({ number: '1', at: '2026-03-01 9:00', quantity: '3', ...over });
  const back = (over: SaleFileRow): SaleFileRow => ({ number: 'C1', at: '2026-03-05 9:00', quantity: '-1', ...over });

  test('a return takes the newest sales of its customer and item first, and their share of what was paid', async () => {
    await using shop = testShop();
    const result = await run(
      shop,
      saleFile([
        back({ quantity: '-4', price: '9' }),
        sold({ number: '2', at: '2026-03-02 9:00' }),
        sold({}),
        sold({ number: '3', at: '2026-03-06 9:00' }),
        sold({ number: '4', customer: 'K2' }),
        sold({ number: '5', sku: 'a-1' }),
      ]),
    );
    expect(result).toMatchObject({ returnLinks: { linked: 1 }, stored: { returns: 1, returnLines: 1, sales: 5 } });
    const left = [];
    for (const number of ['1', '2', '3', '4', '5']) {
      const { lines } = await shop.call('sales.get', { number });
      left.push(lines.map(({ returnableQuantity, creditableCents }) => [returnableQuantity, creditableCents]));
    }
    expect(left).toEqual([[[2, 1980]], [[0, 0]], [[3, 2970]], [[3, 2970]], [[3, 2970]]]);
    expect(await shop.call('returns.get', { number: 'C1' })).toMatchObject({
      origin: 'import',
      stage: 'closed',
      day: '2026-03-05',
      customer: { code: 'K1' },
      creditedCents: 3600,
      lines: [
        { sku: 'A-1', quantity: 4, receivedQuantity: 4, inspectedQuantity: 4, creditedQuantity: 4, reason: 'other' },
      ],
      steps: [{ step: 'import', stage: 'closed' }],
    });
    expect((await shop.call('care.verify', {})).ok).toBe(true);
  });

  test('what cannot be linked is kept, and says why', async () => {
    await using shop = testShop();
    const rows = [
      sold({}),
      back({ number: 'C1', customer: '' }),
      back({ number: 'C2', sku: 'B' }),
      back({ number: 'C3', at: '2026-02-28' }),
      back({ number: 'C4', quantity: '-3' }),
      back({ number: 'C5', at: '2026-03-06' }),
      sold({ number: '2', sku: 'C', quantity: '1' }),
      back({ number: 'C6', sku: 'C', quantity: '-2' }),
    ];
    expect((await run(shop, saleFile(rows))).returnLinks).toEqual({
      linked: 1,
      noCustomer: 1,
      noEarlierSale: 2,
      alreadyReturned: 1,
      tooLittleLeft: 1,
    });
    const reasons = [];
    for (const number of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'])
      reasons.push((await shop.call('returns.get', { number })).lines[0]?.unlinked);
    expect(reasons).toEqual([
      'no-customer',
      'no-earlier-sale',
      'no-earlier-sale',
      undefined,
      'already-returned',
      'too-little-left',
    ]);
  });

  test('sales of an earlier file, and what the desk took back of them, count', async () => {
    await using shop = testShop();
    await run(shop, saleFile([sold({})]));
    const sale = await shop.call('sales.get', { number: '1' });
    const lines = [{ saleLineId: sale.lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'quality' }];
    await shop.call('returns.open', {
      id: randomUUID(),
      saleId: sale.saleId,
      channel: 'counter',
      want: 'refund',
      lines,
    });
    const rows = [back({ quantity: '-2' }), back({ number: 'C2', at: '2026-03-06 9:00' })];
    expect((await run(shop, saleFile(rows))).returnLinks).toMatchObject({ linked: 1, alreadyReturned: 1 });
  });

  test('a status that says refund makes a return, another one an adjustment', async () => {
    await using shop = testShop();
    const rows = [
      sold({}),
      back({ number: '7', status: '退款成功' }),
      back({ number: '8', status: 'lost' }),
      back({ number: '9', status: '' }),
    ];
    expect(await run(shop, saleFile(rows))).toMatchObject({
      rowsStored: 4,
      stored: { sales: 1, returns: 1, stockAdjustments: 2 },
      returnLinks: { linked: 1 },
    });
  });
});

describe('rows that cannot be stored', () => {
  test('go to a file of their own with where they stood and why; the other documents are stored', async () => {
    await using shop = testShop();
    const path = saleFile([
      { number: '1' },
      { number: '2', quantity: 'two' },
      { number: '2', sku: 'B' },
      { number: '1.23E+17' },
      { number: '3', at: '31.12.2026' },
      { number: '4', price: '-1' },
      { number: '5', price: '1.23456' },
      { number: '6', quantity: '0' },
      { number: '7', sku: '' },
      { number: '8', name: 'x'.repeat(201) },
      { number: '9', name: '锟斤拷' },
      { number: '10' },
    ]);
    const result = await run(shop, path);
    expect(result).toMatchObject({ rowsRead: 12, rowsStored: 2, rowsRefused: 10, stored: { sales: 2 } });
    expect(refusedRows(result)).toEqual([
      '2 not-a-number',
      '3 in-part-refused',
      '4 digits-lost',
      '5 not-a-date',
      '6 not-a-price',
      '7 too-many-decimals',
      '8 zero-quantity',
      '9 field-empty',
      '10 too-long',
      '11 text-damaged',
    ]);
  });

  test('of another length than the heading are refused, but for empty cells at the end and empty rows', async () => {
    await using shop = testShop();
    const head = 'Order no,Date,SKU,Qty,Price';
    const path = fileOf(
      `${head}\n1,2026-03-08,A,1,5,\n\n2,2026-03-08,A,1\n3,2026-03-08,A,1,5,more\n,,,,\n${'\n'.repeat(50)}`,
    );
    const result = await run(shop, path);
    expect(result).toMatchObject({ rowsRead: 3, rowsStored: 1, rowsRefused: 2 });
    expect(refusedRows(result)).toEqual(['3 wrong-cell-count', '4 wrong-cell-count']);
  });

  test('are mended in that file and read from there', async () => {
    await using shop = testShop({ settings: { locale: 'zh-CN' } });
    const path = saleFile([
      { number: '1', name: '=1+1', quantity: '-2' },
      { number: '1', quantity: 'two' },
    ]);
    const { refusedFile = '' } = await run(shop, path);
    const text = readFileSync(refusedFile, 'utf8');
    expect(refusedFile).toMatch(/exports.import-refused-2026-11-18-1\.csv$/);
    expect(text.split('\r\n')).toEqual([
      '\uFEFFOrder no,Date,Customer,SKU,Item name,Qty,Price,Status,行号,原因代码,原因',
      "1,2026-03-08 10:15,K1,A-1,'=1+1,-2,9.90,,1,in-part-refused,同一单的其他行没有通过",
      '1,2026-03-08 10:15,K1,A-1,Tea pot,two,9.90,,2,not-a-number,数量: 不是数字',
      '',
    ]);
    const again = await run(shop, refusedFile);
    expect(again).toMatchObject({ rowsRefused: 2 });
    expect(readFileSync(again.refusedFile ?? '', 'utf8')).toBe(text);
    expect(again.refusedFile).toMatch(/-2\.csv$/);
    const mended = await run(shop, fileOf(text.replace('two', '2')));
    expect(mended).toMatchObject({ rowsRead: 2, rowsStored: 2, stored: { sales: 1, stockAdjustments: 1 } });
  });
});

describe('reading again', () => {
  const rows: SaleFileRow[] = [
    { number: '1', sku: 'A' },
    { number: '1', sku: 'B', at: '2026-03-08 10:14' },
    { number: '2' },
    { number: 'C1', at: '2026-03-09', quantity: '-1' },
    { number: '9', quantity: '-1' },
  ];

  test('stores nothing, whatever the order of the rows', async () => {
    await using shop = testShop();
    await run(shop, saleFile(rows));
    const { head, events } = await shop.call('care.verify', {});
    const again = await run(shop, saleFile(rows.toReversed()));
    expect(again).toMatchObject({ rowsRead: 5, rowsStored: 5, rowsRefused: 0, stored: nothingStored });
    const after = await shop.call('care.verify', {});
    expect([after.events - events, after.ok, after.head === head]).toEqual([1, true, false]);
  });

  test('refuses what has other content by now, and stores what is new', async () => {
    await using shop = testShop();
    await run(shop, saleFile(rows));
    const changed = rows.map((row) => (row.number === '2' || row.number === 'C1' ? { ...row, price: '8' } : row));
    const result = await run(shop, saleFile([...changed, { number: '3' }]));
    expect(result).toMatchObject({
      rowsRead: 6,
      rowsStored: 4,
      rowsRefused: 2,
      stored: { ...nothingStored, sales: 1, saleLines: 1 },
    });
    expect(refusedRows(result)).toEqual(['3 changed-since', '4 changed-since']);
  });

  test('the same id gives the first result without reading', async () => {
    await using shop = testShop();
    const input = { id: randomUUID(), path: saleFile(rows), kind: 'sales' } as const;
    const first = await shop.call('imports.run', input);
    expect(await shop.call('imports.run', input)).toEqual(first);
    expect(await shop.refusal('imports.run', { ...input, path: 'other.csv' })).toEqual({
      code: 'id-used',
      data: { id: input.id },
    });
  });

  test('given up while reading leaves no trace', async () => {
    await using shop = testShop();
    const giveUp = new AbortController();
    const path = saleFile(Array.from({ length: 3000 }, (_, row) => ({ number: String(row) })));
    const input = { id: randomUUID(), path, kind: 'sales' } as const;
    const doing = { signal: giveUp.signal, onProgress: () => giveUp.abort() };
    expect(await shop.ask('imports.run', input, doing)).toEqual({ refused: { code: 'cancelled', data: {} } });
    expect(await shop.call('sales.search', { text: '' })).toEqual({ items: [] });
    expect(await shop.call('imports.run', input)).toMatchObject({ rowsStored: 3000 });
  });

  test('a disk that is too small is said before anything is stored', async ({ skip }) => {
    const disk = tinyDisk(4000);
    if (disk === undefined) return skip(needsTinyDisk);
    await using shop = testShop({ folder: disk });
    const path = saleFile(Array.from({ length: 20_000 }, (_, row) => ({ number: String(row) })));
    expect(await shop.refusal('imports.run', { id: randomUUID(), path, kind: 'sales' })).toEqual({
      code: 'cannot-write',
      data: { why: 'disk-full', path: disk, happened: 'no' },
    });
    expect(await shop.call('sales.search', { text: '' })).toEqual({ items: [] });
  });

  test('what was being stored when the shop died is finished by the same call', async () => {
    await using shop = testShop();
    const many = Array.from({ length: 9000 }, (_, row) => ({
      number: String(row % 3000),
      sku: `S${row % 40}`,
      at: '2026-03-08',
    }));
    const path = saleFile([...many, { number: 'C1', sku: 'S1', quantity: '-7', at: '2026-03-09' }]);
    const input = { id: randomUUID(), path, kind: 'sales' } as const;
    // Dies after the second chunk: what throws in there is as far as the process came.
    const died = shop.ask('imports.run', input, {
      onProgress: ({ phase, done, total = 0 }) => {
        if (phase === 'storing' && done > total / 3) throw new Error('died');
      },
    });
    await expect(died).rejects.toThrow('died');
    const result = await shop.call('imports.run', input);
    expect(result).toMatchObject({ rowsRead: 9001, rowsStored: 9001, returnLinks: { linked: 1 } });
    expect(result.stored.sales).toBeLessThan(3000);
    expect((await shop.call('sales.search', { text: '', limit: 500 })).items).toHaveLength(500);
    expect((await run(shop, path)).stored).toEqual(nothingStored);
  });

  test('the counter is served in between', async () => {
    await using shop = testShop();
    const path = saleFile(Array.from({ length: 20_000 }, (_, row) => ({ number: String(row % 5000) })));
    let finished = false;
    const reading = run(shop, path).then((result) => {
      finished = true;
      return result;
    });
    let served = 0;
    while (!finished && served < 5) {
      await shop.call('sales.record', {
        id: randomUUID(),
        lines: [{ sku: 'X', quantity: 1, unitPrice: '1' }],
        tenders: [],
      });
      served += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect([served, finished]).toEqual([5, false]);
    expect(await reading).toMatchObject({ rowsStored: 20_000 });
    expect((await shop.call('care.verify', {})).ok).toBe(true);
  });
});
