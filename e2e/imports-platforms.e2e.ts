import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { inGbk } from '../fixtures/sale-files.ts';
import { violationsOf } from './support/accessible.ts';
import { startHost } from './support/start-host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-platforms-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

const settings = { shopName: 'Corner Shop' };
const route = '/#/import';

/** The way on is under the fingers. */
const wayOn = (page: Page) => page.locator('[data-enter-last]:focus');

const shopify = [
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Cancelled at,Payment Method,Refunded Amount,Id,Lineitem discount',
  '#1001,a@b.example,paid,2026-03-08 10:00:00 +0800,fulfilled,CNY,139.00,10.00,0.00,149.00,,0.00,Post,2026-03-08 10:00:00 +0800,2,Cup,19.50,CUP,Ann Lee,,wechat,0.00,1,0.00',
  '#1001,a@b.example,,,,,,,,,,,,2026-03-08 10:00:00 +0800,1,Pot,100.00,POT,,,,,,0.00',
  '#1002,c@d.example,partially_refunded,2026-03-09 11:00:00 +0800,fulfilled,CNY,100.00,0.00,0.00,100.00,,0.00,Post,2026-03-09 11:00:00 +0800,1,Pot,100.00,POT,Bo Chen,,alipay,25.00,2,0.00',
];

test('a Shopify export is known by its columns and read with Enter alone', async () => {
  const path = file('orders_export.csv', `${shopify.join('\n')}\n`);
  const host = await startHost({ locale: 'en', settings, route, pickAnswers: [path] });
  const { page } = host;
  await page.locator('[data-goes-on] button:focus').waitFor();
  await page.keyboard.press('Enter');
  await wayOn(page).waitFor();
  await page.getByText('Shopify orders · Encoding UTF-8').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Imported', { exact: true }).waitFor();
  expect(await host.call('sales.get', { number: '#1001' })).toMatchObject({ totalCents: 14900, lines: [{}, {}] });
  expect(await violationsOf(page)).toEqual([]);
  await host.close();
});

const lines = [
  '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码',
  '="260308001",蓝色杯子,19.50,2,CUP,颜色:蓝,,,交易成功,CUP,',
  '="260308001",茶壶,100.00,1,POT,,,,交易成功,POT,',
].join('\r\n');
const orders = [
  '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝总数量,退款金额',
  '="260308001",tb_anna,139.00,10.00,149.00,149.00,交易成功,王伟,\'13812340000,2026-03-08 10:00:00,2026-03-08 10:01:00,蓝色杯子等,3,0.00',
].join('\r\n');

test('a 宝贝报表 in GBK is read with the list of orders beside it, by keyboard', async () => {
  const linesPath = file('ExportOrderDetailList.csv', inGbk(`${lines}\r\n`));
  const ordersPath = file('ExportOrderList.csv', inGbk(`${orders}\r\n`));
  const host = await startHost({ locale: 'zh-CN', settings, route, pickAnswers: [linesPath, ordersPath] });
  const { page } = host;
  await page.locator('[data-goes-on] button:focus').waitFor();
  await page.keyboard.press('Control+o');
  await page.getByText('淘宝/天猫 宝贝报表（旧版） · 编码 GB18030').waitFor();
  await page.getByText('这份明细没有写时间').waitFor();
  await page.getByRole('button', { name: '加上订单总表' }).press('Enter');
  await page.getByText('订单总表：ExportOrderList.csv').waitFor();
  await wayOn(page).or(page.locator('[data-enter-last]:not(:disabled)')).first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('F9');
  await page.getByText('导入完成').waitFor();
  const sale = await host.call('sales.get', { number: '260308001' });
  expect([sale.totalCents, sale.lines.map(({ sku, quantity }) => [sku, quantity])]).toEqual([
    14900,
    [
      ['CUP', 2],
      ['POT', 1],
    ],
  ]);
  await host.close();
});

test('the columns of a strange file are saved under a name, and the next such file is known by it', async () => {
  const strange = (row: string): string => `Beleg,Wann,Ware,Anz,Preis\n${row}\n`;
  const first = file('eins.csv', strange('B-1,2026-11-03,HAT,2,15.00'));
  const second = file('zwei.csv', strange('B-2,2026-11-04,HAT,1,15.00'));
  const host = await startHost({ locale: 'en', settings, route, pickAnswers: [first, second, second] });
  const { page } = host;
  await page.locator('[data-goes-on] button:focus').waitFor();
  await page.keyboard.press('Control+o');
  const choices = {
    'Sale number': 'Beleg',
    'Sold at': 'Wann',
    'Item code': 'Ware',
    Quantity: 'Anz',
    'Unit price': 'Preis',
  };
  for (const [field, column] of Object.entries(choices)) {
    await page.getByLabel(`Column for ${field}`, { exact: true }).focus();
    await page.keyboard.type(column, { delay: 60 });
  }
  await page.locator('[data-enter-last]:not(:disabled)').waitFor();
  await page.getByRole('button', { name: 'Save columns' }).press('Enter');
  await page.keyboard.type('Old till', { delay: 60 });
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+o');
  await page.getByText('zwei.csv').first().waitFor();
  await page.getByText('Saved as “Old till” · Encoding UTF-8').waitFor();
  await page.locator('[data-enter-last]:not(:disabled)').waitFor();
  await page.getByRole('button', { name: 'Forget it' }).press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Still needed').waitFor();
  expect((await host.call('imports.mappings', {})).items).toEqual([]);
  await host.close();
});

test('refused rows are mended and read again as the file that they came from', async () => {
  const rows = ['Nr,Zeit,SKU,Qty,Preis', 'M-1,2026-11-02,CUP,1,20.00', 'M-2,gestern,CUP,1,20.00'];
  const path = file('mend.csv', `${rows.join('\n')}\n`);
  const host = await startHost({ locale: 'en', settings, route, pickAnswers: [path] });
  const { page } = host;
  await page.locator('[data-goes-on] button:focus').waitFor();
  await page.keyboard.press('Control+o');
  // A code and a quantity might be stock that is opened; only a person knows that these are sales.
  await page.getByLabel('What it holds').selectOption('sales');
  const choices = { 'Sale number': 'Nr', 'Sold at': 'Zeit', 'Unit price': 'Preis' };
  for (const [field, column] of Object.entries(choices)) {
    await page.getByLabel(`Column for ${field}`, { exact: true }).focus();
    await page.keyboard.type(column, { delay: 60 });
  }
  await page.locator('[data-enter-last]:not(:disabled)').waitFor();
  await page.keyboard.press('F9');
  const refused = page.getByRole('group', { name: 'Refused rows' });
  const mended = (await refused.locator('p').last().textContent()) ?? '';
  writeFileSync(mended, readFileSync(mended, 'utf8').replace('gestern', '2026-11-03'));
  await refused.getByRole('button', { name: /Mended/ }).press('Enter');
  await page.locator('[data-enter-last]:not(:disabled)').waitFor();
  await page.keyboard.press('F9');
  await page.getByText('Imported', { exact: true }).waitFor();
  expect((await host.call('sales.get', { number: 'M-2' })).totalCents).toBe(2000);
  await host.close();
});
