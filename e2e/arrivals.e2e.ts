import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Return } from '../contract/api/return-shape.ts';
import type { Input } from '../contract/api.ts';
import { openInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { bookedUnder } from './support/booked.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { pdfFacts } from './support/pdf-facts.ts';
import { scan } from './support/scan.ts';
import { confirm, dismiss, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ settings: { openingDay: '2020-01-01' } });

/** Three lamps at 45.00 that cost 20.00 each, sold yesterday by WeChat. */
async function sell({ call }: StartedHost, changes: Partial<Input<'sales.record'>> = {}) {
  const { saleId } = await call(
    'sales.record',
    saleInput({
      number: 'WEB-0815',
      soldAt: new Date(Date.now() - 86_400_000).toISOString(),
      customer: { name: 'Ann Lee', phone: '13800001111' },
      lines: [{ sku: 'LAMP', name: 'Lamp', quantity: 3, unitPrice: '45.00', paidCents: 13_500, costCents: 6000 }],
      tenders: [{ tender: 'wechat', amountCents: 13_500 }],
      ...changes,
    }),
  );
  return call('sales.get', { saleId });
}

async function go({ page }: StartedHost, route: string): Promise<void> {
  await goTo(page, route);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Takes a parcel without an order in: each code under the scanner, F9. Its page lies open afterwards. */
async function takeIn(started: StartedHost, waybill: string, codes: readonly string[]): Promise<Return> {
  const { page, call } = started;
  await page.keyboard.press('Shift+F3');
  await page.getByRole('heading', { level: 1, name: 'Parcel without an order' }).waitFor();
  for (const [index, code] of codes.entries()) {
    await scan(page, code);
    await expect.poll(async () => unitsIn(page.locator('li input[inputmode]').first())).toBe(index + 1);
  }
  await scan(page, waybill);
  await keyboardOf(page).pressOn(page.getByRole('button', { name: `${waybill} is the waybill` }));
  await page.keyboard.press('F9');
  await page.getByRole('heading', { level: 1, name: /^R-/ }).waitFor();
  const [found] = (await call('returns.search', { text: waybill, stage: 'received' })).items;
  if (!found) throw new Error('The parcel was not taken in.');
  return found;
}

const unitsIn = async (field: Locator): Promise<number> =>
  (await field.count()) === 0 ? 0 : Number(await field.inputValue());

/** Saves a document as PDF from the page of the return, and reads it. */
async function paperOf({ page, folder }: StartedHost, number: string, document: 'return-slip' | 'refund-receipt') {
  const name = document === 'return-slip' ? 'Return slip' : 'Refund receipt';
  await keyboardOf(page).pressOn(page.getByRole('button', { name: `PDF ${name}` }));
  await page.getByText('The PDF is at').first().waitFor();
  return pdfFacts(join(folder, 'exports', `${number}-${document}-A5.pdf`));
}

async function movesOf({ call }: StartedHost, sku: string): Promise<unknown[]> {
  const { items } = await call('stock.moves', { sku });
  return items.map(({ from, to, quantity, document }) => [from, to, quantity, document]);
}

test('a parcel with faulty goods: found by its waybill, one broken on the way, freight paid back', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  const sale = await sell(started);
  const lines = openInput(sale).lines.map((line) => ({ ...line, quantity: 2, reason: 'quality' }));
  const parcel = { channel: 'parcel', courier: 'SF', waybill: 'SF700', freightCents: 1200 } as const;
  const { returnId, number } = await call('returns.open', openInput(sale, { ...parcel, lines }));

  await page.keyboard.press('F3');
  await page.getByText('Lamp').first().waitFor();
  await scan(page, 'SF700');
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  await page.getByText('SF SF700').waitFor();
  await openSheet(page, 'F3');
  await scan(page, 'LAMP');
  await scan(page, 'LAMP');
  await expect.poll(async () => page.getByLabel('Received of Lamp').inputValue()).toBe('2');
  await keys.pressOn(page.getByRole('checkbox', { name: 'Damaged on the way' }), 'Space');
  expect(await violationsOf(page)).toEqual([]);
  await confirm(page);
  await openSheet(page, 'F4');
  await keys.press('c');
  await confirm(page);
  await openSheet(page, 'F9');
  await confirm(page);
  await expect.poll(async () => (await call('returns.get', { returnId })).stage).toBe('settled');

  const found = await call('returns.get', { returnId });
  const [note] = found.creditNotes;
  expect(note).toMatchObject({ totalCents: 10_200, extras: [{ kind: 'freight-paid', cents: 1200 }] });
  expect(await bookedUnder(started, note?.number ?? '')).toMatchObject({
    'freight-expense': 1200,
    'owed-to-customer': -10_200,
  });
  expect(await bookedUnder(started, found.payouts[0]?.number ?? '')).toEqual({
    'owed-to-customer': 10_200,
    wechat: -10_200,
  });
  expect(await movesOf(started, 'LAMP')).toEqual([
    ['customer', 'returns', 2, number],
    ['returns', 'scrapped', 2, number],
  ]);
  await page.getByText('¥102.00').first().waitFor();
  const slip = await paperOf(started, found.number, 'refund-receipt');
  expect(['Returnfreightpaid', '12.00', '102.00'].filter((part) => !slip.text.includes(part))).toEqual([]);
  expect((await call('care.verify', {})).ok).toBe(true);
});

test('a parcel without an order: taken in, graded, its sale found afterwards and the customer paid', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  const sale = await sell(started);
  await sell(started, { number: 'TILL-1', customer: 'Bob', soldAt: '2026-01-05T02:00:00.000Z' });
  // Of goods whose sale is not known yet, the cost is the item’s own.
  await call('stock.setCost', { id: randomUUID(), sku: 'LAMP', unitCost: '20.00' });
  await go(started, '/#/returns');
  const { returnId, number } = await takeIn(started, 'YT500', ['LAMP', 'LAMP']);
  await page.getByText('No sale known').first().waitFor();
  const picture = { name: 'lamp.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.getByRole('list', { name: 'Photos' }).getByRole('img').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await openSheet(page, 'F4');
  await keys.press('a');
  await confirm(page);
  expect((await call('refunds.quote', { returnId })).totalCents).toBe(0);
  await openSheet(page, 'Alt+m');
  expect(await page.getByRole('dialog').getByRole('radio', { checked: true }).count()).toBe(1);
  await page.getByRole('dialog').getByText('Needs review').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('give your own yes').waitFor();
  await keys.pressOn(page.getByRole('checkbox', { name: 'I approve this return' }), 'Space');
  expect(await violationsOf(page)).toEqual([]);
  await confirm(page);
  await page.getByRole('link', { name: sale.number }).first().waitFor();
  await openSheet(page, 'F9');
  await confirm(page);
  await expect.poll(async () => (await call('returns.get', { returnId })).stage).toBe('settled');

  const found = await call('returns.get', { returnId });
  expect([found.matched, found.sale?.number, found.customer?.name]).toEqual([true, sale.number, 'Ann Lee']);
  expect(found.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([['wechat', 9000]]);
  expect((await call('sales.get', { saleId: sale.saleId })).lines[0]?.returnableQuantity).toBe(1);
  expect(await bookedUnder(started, number)).toEqual({ goods: 4000, 'cost-of-sales': -4000 });
  expect(await bookedUnder(started, found.payouts[0]?.number ?? '')).toEqual({
    'owed-to-customer': 9000,
    wechat: -9000,
  });
  expect(await movesOf(started, 'LAMP')).toEqual([
    ['customer', 'returns', 2, number],
    ['returns', 'shelf', 2, number],
  ]);
  const slip = await paperOf(started, number, 'return-slip');
  expect(['WEB-0815', 'AnnLee', 'LAMP', '90.00'].filter((part) => !slip.text.includes(part))).toEqual([]);
  expect((await call('care.verify', {})).ok).toBe(true);
});

test('a return turned down in the list whose parcel came all the same is sent back, and nothing is paid', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  const sale = await sell(started);
  const lines = openInput(sale).lines.map((line) => ({ ...line, reason: 'other', note: 'used for a year' }));
  const asked = await call('returns.open', openInput(sale, { channel: 'parcel', waybill: 'ZT9', lines }));
  await go(started, '/#/returns');
  await page.getByRole('row', { selected: true }).waitFor();
  await keys.press('v');
  await page.getByText('The reason is “other”').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await openSheet(page, 'F7');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please say why').waitFor();
  // What is wrong is gone to before anything is typed.
  await page.locator('[aria-invalid="true"]:focus').waitFor();
  await keys.type('used, and the box is gone');
  await confirm(page);
  await page.getByText('No return fits these filters').waitFor();

  const { returnId, number } = await takeIn(started, 'ZT9', ['LAMP']);
  await openSheet(page, 'F4');
  await keys.press('c', '5');
  await confirm(page);
  await expect.poll(async () => (await call('returns.get', { returnId })).stage).toBe('settled');
  await openSheet(page, 'F8');
  await confirm(page);
  await page.getByText('Closed').first().waitFor();

  const found = await call('returns.get', { returnId });
  expect([found.stage, found.creditedCents, found.lines[0]?.sentBackQuantity]).toEqual(['closed', 0, 1]);
  expect((await call('returns.get', { returnId: asked.returnId })).stage).toBe('rejected');
  expect((await call('sales.get', { saleId: sale.saleId })).lines[0]?.returnableQuantity).toBe(3);
  expect(await bookedUnder(started, number)).toEqual({});
  expect(await movesOf(started, 'LAMP')).toEqual([
    ['customer', 'returns', 1, number],
    ['returns', 'customer', 1, number],
  ]);
  const slip = await paperOf(started, number, 'return-slip');
  expect(['LAMP', 'Sendback', number].filter((part) => !slip.text.includes(part))).toEqual([]);
  expect((await call('care.verify', {})).ok).toBe(true);
});

test('goods without a receipt get their value with the approval, and what stays with the customer is paid all the same', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  const sale = await sell(started);
  const waiting = await call('returns.open', {
    ...openInput(sale),
    lines: [{ sku: 'LAMP', quantity: 1, reason: 'quality' }],
  });
  await go(started, '/#/returns');
  await page.getByRole('row', { selected: true }).waitFor();
  await keys.press('v');
  await openSheet(page, 'F6');
  await keys.type('30');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please say why').waitFor();
  await page.getByLabel('Note').focus();
  await keys.type('a gift, the box is ours');
  expect(await violationsOf(page)).toEqual([]);
  await confirm(page);
  const approved = await call('returns.get', { returnId: waiting.returnId });
  expect([approved.stage, approved.lines[0]?.valueCents]).toEqual(['approved', 3000]);

  const { returnId } = await call('returns.open', openInput(sale, { channel: 'parcel' }));
  await go(started, `/#/returns/${returnId}`);
  await page.getByRole('heading', { level: 1, name: /^R-/ }).waitFor();
  await openSheet(page, 'Alt+k');
  await page.getByLabel('Why', { exact: true }).focus();
  await keys.type('not worth the post');
  await page.getByLabel('Why this is an exception').focus();
  await keys.type('picture seen');
  expect(await violationsOf(page)).toEqual([]);
  await confirm(page);
  await openSheet(page, 'F9');
  await confirm(page);
  await expect.poll(async () => (await call('returns.get', { returnId })).stage).toBe('settled');
  const kept = await call('returns.get', { returnId });
  expect([kept.lines[0]?.waivedQuantity, kept.paidOutCents]).toEqual([1, 4500]);
  expect(await movesOf(started, 'LAMP')).toEqual([]);
  expect((await call('care.verify', {})).ok).toBe(true);
});

test('everybody can take a parcel in, in Chinese and in the dark', async () => {
  const started = await start({ locale: 'zh-CN', theme: 'dark' });
  const { page, call } = started;
  await call('settings.set', { theme: 'dark' });
  await sell(started);
  await go(started, '/#/arrive');
  await scan(page, 'LAMP');
  await page.getByRole('listitem').filter({ hasText: 'Lamp' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.waitForTimeout(700);
  await page.reload();
  await page.getByRole('listitem').filter({ hasText: 'Lamp' }).waitFor();
  await page.keyboard.press('F9');
  await page.getByText('还没有对上原单').waitFor();
  for (const key of ['Alt+m', 'Alt+v']) {
    await openSheet(page, key);
    expect(await violationsOf(page)).toEqual([]);
    await dismiss(page);
  }
});
