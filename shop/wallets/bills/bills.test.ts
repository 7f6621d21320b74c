import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  paidRow,
  refundRow,
  tradeHeadings,
  wechatRefunds,
  wechatTrades,
} from '../../../fixtures/files/wallets/bill-text.ts';
import type { BillSpecimen } from '../../../fixtures/files/wallets/specimen.ts';
import { alipaySpecimens } from '../../../fixtures/files/wallets/specimens-alipay.ts';
import {
  personalAbove,
  personalHeadings,
  personalRows,
  wechatSpecimens,
} from '../../../fixtures/files/wallets/specimens-wechat.ts';
import { fileOf, inGbk } from '../../../fixtures/sale-files.ts';
import type { TestShop } from '../../../fixtures/shop.ts';
import { testShop } from '../../../fixtures/shop.ts';
import { textRows, workbookFile } from '../../../fixtures/workbooks.ts';
import { zipOf } from '../../../fixtures/zip.ts';

const read = (shop: TestShop, path: string) => shop.call('wallets.read', { id: randomUUID(), path });

async function refundsIn(shop: TestShop, wallet: BillSpecimen['wallet']) {
  const { onlyBill } = await shop.call('wallets.reconcile', { wallet, from: '2026-01-01', to: '2026-12-31' });
  return onlyBill.map(({ line }) => line);
}

const specimens = [...wechatSpecimens, ...alipaySpecimens];
const encodings = [
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with its mark, gzip', (text: string) => gzipSync(`\uFEFF${text}`)],
  // The half-width sign is not in GBK.
  ['GBK', (text: string) => inGbk(text.replaceAll('¥', '￥'))],
] as const;
const cases = specimens.flatMap((specimen) =>
  encodings.map(([name, encode]) => [`${specimen.name} in ${name}`, specimen, encode] as const),
);

describe('every bill of a wallet is known and read', () => {
  test.each(cases)('%s', async (_, specimen, encode) => {
    await using shop = testShop();
    const path = fileOf(encode(specimen.text), 'bill.csv');
    const { wallet, from, to, rowsOther, refunds } = specimen;
    const counted = { wallet, from, to, rowsOther, rowsRead: rowsOther + refunds.length, rowsRefused: 0, tied: 0 };
    expect(await read(shop, path)).toEqual({ ...counted, refundsStored: refunds.length, refundsKnown: 0 });
    expect(await read(shop, path)).toEqual({ ...counted, refundsStored: 0, refundsKnown: refunds.length });
    expect(
      (await refundsIn(shop, wallet)).map((line) => [line.reference, line.orderReference, line.shopReference]),
    ).toEqual(refunds.map(({ reference, order, shop }) => [reference, order, shop]));
    expect(
      (await refundsIn(shop, wallet)).map((line) => [line.refundedAt, line.amountCents, line.shopRefundReference]),
    ).toEqual(refunds.map(({ at, cents, shopRefund }) => [at, cents, shopRefund]));
    const { items } = await shop.call('wallets.bills', {});
    expect(items).toMatchObject([{ wallet, from, to, fileName: 'bill.csv', refunds: refunds.length }]);
  });

  test('as a workbook too, its moments and amounts as text', async () => {
    await using shop = testShop();
    const rows = personalRows.map((row) => personalHeadings.map((heading) => row[heading] ?? ''));
    const above = personalAbove.filter((line) => line !== '').map((line) => [line]);
    const sheet = textRows([...above, [...personalHeadings], ...rows, ['共4笔记录']]);
    const result = await read(shop, workbookFile({ sheets: [{ name: '账单', rows: sheet }] }, 'bill.xlsx'));
    expect(result).toMatchObject({ wallet: 'wechat', rowsRead: 4, rowsOther: 2, refundsStored: 2, to: '2026-11-18' });
  });

  test('bills of several days put into one file are read to the end', async () => {
    await using shop = testShop();
    const days = ['2026-11-14', '2026-11-15'].map((day, index) =>
      wechatRefunds([
        { reference: `5030000000000000000000000000${index}`, order: '4', at: `${day} 10:00:00`, yuan: '9.00' },
      ]),
    );
    const result = await read(shop, fileOf(days.join('')));
    expect(result).toMatchObject({
      rowsRead: 2,
      refundsStored: 2,
      rowsRefused: 0,
      from: '2026-11-14',
      to: '2026-11-15',
    });
  });

  test('a day of the shop is not always that of China', async () => {
    await using shop = testShop({ settings: { timeZone: 'Europe/Berlin' } });
    const bill = wechatRefunds([{ reference: '5', order: '4', at: '2026-11-15 06:59:59', yuan: '9.00' }]);
    expect(await read(shop, fileOf(bill))).toMatchObject({ from: '2026-11-14', to: '2026-11-14' });
  });
});

describe('a refund stands once', () => {
  const [wechat = '', , funds = ''] = wechatSpecimens.map(({ text }) => text);
  const [business = '', money = ''] = alipaySpecimens.map(({ text }) => text);

  test.each([
    ['WeChat', wechat, funds],
    ['WeChat, the other way round', funds, wechat],
    ['Alipay, whose bills name it differently', business, money],
    ['Alipay, the other way round', money, business],
  ])('on the bill of orders and on that of money: %s', async (_, first, second) => {
    await using shop = testShop();
    await read(shop, fileOf(first));
    expect(await read(shop, fileOf(second))).toMatchObject({ refundsStored: 0, refundsKnown: 1 });
    expect(await read(shop, fileOf(second))).toMatchObject({ refundsStored: 0, refundsKnown: 1 });
  });

  test('two of the same order and amount within minutes are two, on either bill', async () => {
    await using shop = testShop();
    const row = business.split('\r\n').find((line) => line.includes(',退款,')) ?? '';
    const twice = business.replace(row, `${row}\r\n${row.replace('T-2', 'T-3')}`);
    const moneyRow = money.split('\r\n').find((line) => line.includes('交易退款')) ?? '';
    const moneyTwice = money.replace(
      moneyRow,
      `${moneyRow}\r\n${moneyRow.replace('380000000000003', '380000000000013')}`,
    );
    expect(await read(shop, fileOf(twice))).toMatchObject({ refundsStored: 2 });
    expect(await read(shop, fileOf(moneyTwice))).toMatchObject({ refundsStored: 0, refundsKnown: 2 });
  });

  test('in a file that overlaps an earlier one only what is new is added', async () => {
    await using shop = testShop();
    const refund = (n: number) => ({
      reference: `503${n}`,
      order: `4${n}`,
      at: `2026-11-1${n} 10:00:00`,
      yuan: '9.00',
    });
    await read(shop, fileOf(wechatRefunds([1, 2, 3].map(refund))));
    expect(await read(shop, fileOf(wechatRefunds([2, 3, 4, 4].map(refund))))).toMatchObject({
      refundsStored: 1,
      refundsKnown: 3,
    });
    expect((await shop.call('wallets.bills', {})).items.map(({ refunds }) => refunds)).toEqual([1, 3]);
  });

  test('of a payment that says how much was given back in all, later only the rest is added', async () => {
    await using shop = testShop();
    const bill = (back: string) => wechatSpecimens.at(-1)?.text.replace('已退款(￥20.00)', back) ?? '';
    await read(shop, fileOf(bill('已退款(￥20.00)')));
    expect(await read(shop, fileOf(bill('已全额退款')))).toMatchObject({ refundsStored: 1, refundsKnown: 1 });
    expect(await read(shop, fileOf(bill('已退款(￥20.00)')))).toMatchObject({ refundsStored: 0, refundsKnown: 2 });
    expect((await refundsIn(shop, 'wechat')).map(({ amountCents }) => amountCents)).toEqual([1200, 2000, 8000]);
  });
});

describe('what cannot be read is said', () => {
  const good = refundRow({ 交易时间: '2026-11-16 10:00:00', 微信订单号: '4', 微信退款单号: '503', 退款金额: '1.00' });

  test('a bad refund goes to a file of its own with its reason, which can be mended and read', async () => {
    await using shop = testShop();
    const bad = [
      { 退款金额: 'much' },
      { 退款金额: '' },
      { 交易时间: 'yesterday' },
      { 微信退款单号: '5.03E+28' },
      { 微信退款单号: '', 微信订单号: '' },
      { 退款状态: '在路上' },
    ].map((cells, index) => ({ ...good, 微信退款单号: `50${index}`, ...cells }));
    const result = await read(shop, fileOf(wechatTrades([good, ...bad, paidRow({ 交易时间: '2026-11-16 09:00:00' })])));
    expect(result).toMatchObject({ rowsRead: 8, refundsStored: 1, rowsRefused: 6, rowsOther: 1, refundsKnown: 0 });
    const { readFileSync, writeFileSync } = await import('node:fs');
    const path = result.refusedFile ?? '';
    const refused = readFileSync(path, 'utf8');
    expect(refused.match(/,(not-a-number|field-empty|not-a-date|digits-lost|status-unknown),/g)).toEqual(
      ['not-a-number', 'field-empty', 'not-a-date', 'digits-lost', 'field-empty', 'status-unknown'].map(
        (code) => `,${code},`,
      ),
    );
    writeFileSync(path, refused.replace('much', '2.00').replace('yesterday', '2026-11-16 11:00:00'));
    expect(await read(shop, path)).toMatchObject({ rowsRead: 6, refundsStored: 2, rowsRefused: 4 });
  });

  test.each([
    ['a bill without rows', wechatTrades([]), { rowsRead: 0, refundsStored: 0, rowsOther: 0 }],
    [
      'a refund of nothing',
      wechatTrades([{ ...good, 退款金额: '0.00' }]),
      { rowsRead: 1, refundsStored: 0, rowsOther: 1 },
    ],
  ])('%s adds nothing', async (_, text, counted) => {
    await using shop = testShop();
    expect(await read(shop, fileOf(text))).toMatchObject(counted);
    expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
  });

  test('what is no bill is refused by name', async () => {
    await using shop = testShop();
    const bill = fileOf(tradeHeadings.slice(0, 5).join(','));
    expect(await shop.refusal('wallets.read', { id: randomUUID(), path: bill })).toEqual({
      code: 'not-a-wallet-bill',
      data: { path: bill },
    });
    const none = `${bill}-none`;
    expect(await shop.refusal('wallets.read', { id: randomUUID(), path: none })).toMatchObject({
      code: 'no-such-file',
    });
    const packed = fileOf(zipOf([{ name: '账单.csv', content: wechatTrades([good]) }]), 'bill.zip');
    expect(await shop.refusal('wallets.read', { id: randomUUID(), path: packed })).toEqual({
      code: 'file-not-readable',
      data: { path: packed, why: 'archive' },
    });
  });
});
