import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { confirm, openSheet } from './support/sheets.ts';
import type { StartOptions } from './support/start-host.ts';

const start = cornerShop();

/** A return that waits for its parcel. */
async function startWithReturn(options: StartOptions = {}) {
  const host = await start(options);
  const { call } = host;
  const customer = { code: 'C1', name: 'Ann Lee', phone: '13812345678' };
  const { saleId } = await call('sales.record', saleInput({ soldAt: new Date().toISOString(), customer }));
  const opened = await call('returns.open', openInput(await call('sales.get', { saleId }), { channel: 'parcel' }));
  return { ...host, ...opened, keys: keyboardOf(host.page) };
}

test('work is given to a person by keyboard, narrowed to theirs, and saved as a calendar', async () => {
  const { page, keys, folder, number, call } = await startWithReturn();
  await page.getByRole('grid').waitFor();
  await page.getByRole('grid').focus();
  await keys.press('ArrowDown');
  await openSheet(page, 'F8');
  await keys.type('Mei');
  await confirm(page);
  await page.getByRole('gridcell', { name: 'Mei' }).waitFor();
  expect((await call('returns.worklist', {})).people).toEqual([{ person: 'Mei', open: 1, late: 0 }]);
  await page.getByLabel('Person').selectOption('-');
  await page.getByText('No return waits for this step: Nobody’s').waitFor();
  await page.getByLabel('Person').selectOption('Mei');
  await page.getByText(number).waitFor();
  await keys.pressOn(page.getByRole('button', { name: 'As a calendar' }));
  await page.getByText('The calendar file is saved, 1 entry').waitFor();
  const { fileName } = await call('work.calendar', {});
  expect(readFileSync(join(folder, 'exports', fileName), 'utf8')).toContain(`SUMMARY:Receive · ${number} · Ann Lee`);
});

test('the customer is told, and it is ticked with the words that were said', async () => {
  const { page, keys, returnId, call } = await startWithReturn();
  await goTo(page, `/#/returns/${returnId}`);
  await page.getByText('Not told of this step yet').waitFor();
  await page.getByLabel('Message').fill('Dear Ann, please come.');
  await keys.pressOn(page.getByRole('button', { name: 'Copy', exact: true }));
  await page.getByText('Copied and noted as told').waitFor();
  await page.getByText('Told', { exact: true }).waitFor();
  const { messages } = await call('messages.list', { returnId });
  expect(messages).toMatchObject([{ stage: 'approved', way: 'copy', locale: 'en', text: 'Dear Ann, please come.' }]);
});

test('a customer is made a VIP, and everybody at the desk sees it', async () => {
  const { page, keys, returnId } = await startWithReturn();
  await goTo(page, '/#/customers');
  await page.getByRole('gridcell', { name: 'Ann Lee' }).waitFor();
  await keys.type('Ann');
  await keys.press('Enter');
  await page.getByText('1 sale, ¥60.00').waitFor();
  await keys.press('F6');
  await page.getByLabel('Why they are a VIP').fill('buys for a school');
  await keys.press('Control+Enter');
  await page.getByText('VIP: buys for a school').waitFor();
  await goTo(page, `/#/returns/${returnId}`);
  await page.getByText('VIP: buys for a school').waitFor();
});

test('an item is described in the stock screen', async () => {
  const { page, keys, call, returnId, lines } = await startWithReturn();
  const [line] = (await call('returns.get', { returnId })).lines;
  expect(lines).toHaveLength(1);
  const received = [{ returnLineId: line?.returnLineId ?? 0, quantity: 1 }];
  await call('returns.receive', { id: crypto.randomUUID(), returnId, lines: received });
  await goTo(page, '/#/stock');
  await page.getByText('Customer → Returns area').waitFor();
  await keys.press('F8');
  await page.getByLabel('Category').fill('kitchen');
  await page.getByLabel('What belongs into the box').fill('lid\nbox');
  await keys.press('Control+Enter');
  await page.getByText('The item was saved').waitFor();
  expect(await call('catalog.product', { sku: 'CUP' })).toMatchObject({
    category: 'kitchen',
    accessories: ['lid', 'box'],
  });
});

test.each([
  ['zh-CN', 'dark'],
  ['en', 'light'],
] as const)('everybody can use the work list, customers and messages: %s, %s', async (locale, theme) => {
  const { page, returnId, call } = await startWithReturn({ locale, theme });
  await page.getByRole('grid').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  const { customerId = 0 } = await call('customers.marks', { returnId });
  await call('customers.save', { id: crypto.randomUUID(), customerId, vip: 'buys for a school' });
  for (const route of [`/#/customers/${customerId}`, `/#/returns/${returnId}`, '/#/settings']) {
    await goTo(page, route);
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(500);
    expect(await violationsOf(page)).toEqual([]);
  }
});
