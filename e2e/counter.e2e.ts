import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Input } from '../contract/api.ts';
import { counterInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { openCounter, sellCupsAndHat } from './support/cups-and-hat.ts';
import { goTo } from './support/go-to.ts';
import { ownYesAsked } from './support/own-yes.ts';
import { scan } from './support/scan.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop();

/** The receipt of a customer whom the shop knows, of yesterday. */
const sell = (started: StartedHost, changes: Partial<Input<'sales.record'>> = {}) =>
  sellCupsAndHat(started, {
    soldAt: new Date(Date.now() - 86_400_000).toISOString(),
    customer: { name: 'Wei Wang' },
    ...changes,
  });

/** As a person types. Gives how many keys that took. */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await wait(70);
  }
  return keys.length;
}

const quantityField = (page: Page) => page.getByRole('textbox', { name: 'Quantity' });
const noteField = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });

test('one scanned receipt, one unit, as new: refunded with four keys over two tenders, and the books agree', async () => {
  const started = await start({ settings: { openingDay: '2020-01-01' } });
  const { page, call } = started;
  const sale = await sell(started, {
    tenders: [
      { tender: 'cash', amountCents: 1000 },
      { tender: 'wechat', amountCents: 10_900 },
    ],
  });
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('heading', { name: 'Counter return' }).waitFor();
  await scan(page, 'TILL-0042');
  await page.getByRole('heading', { name: 'Receipt TILL-0042' }).waitFor();

  let keys = await press(page, '1', '4', 'a');
  await page.getByText('Accept', { exact: true }).waitFor();
  keys += await press(page, 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  expect(keys).toBeLessThanOrEqual(12);

  const [done] = (await call('returns.search', {})).items;
  await page.getByText(done?.number ?? '').waitFor();
  expect(await page.getByRole('status').getByText('¥20.00').count()).toBe(1);
  expect(await page.getByText(done?.fingerprint.slice(0, 16) ?? 'none').count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Print the slip');
  expect(done).toMatchObject({ stage: 'settled', sale: { number: sale.number }, lines: [{ reason: 'changed-mind' }] });
  expect(done?.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 1000],
    ['wechat', 1000],
  ]);
  const shelf = await call('stock.balances', { sku: 'CUP-1', place: 'shelf' });
  expect(shelf.items).toMatchObject([{ quantity: 1, valueCents: 800 }]);
  const { items: entries } = await call('money.entries', { from: done?.day ?? '', to: done?.day ?? '' });
  const paid = entries.filter(({ document }) => document.startsWith('P-')).flatMap(({ lines }) => lines);
  expect(paid.map(({ creditCents }) => creditCents).filter(Boolean)).toEqual([1000, 1000]);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });

  await press(page, 'F2');
  await page.getByPlaceholder('Scan the receipt').waitFor();
});

test('by keyboard alone: two items, one of them split over grades, one tender typed', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await press(page, '1', '1', '+', 's', 'c', 'Escape', 'ArrowDown', 'Enter', '3', 'a');
  // Enter goes on to what is missing: the first grade of the cups.
  await press(page, 'Enter', 'a', 'Enter');
  await page.getByRole('textbox', { name: /^Cash/ }).focus();
  await page.keyboard.type('5', { delay: 60 });
  expect(await page.getByRole('textbox', { name: /^WeChat/ }).inputValue()).toBe('94.00');
  await press(page, 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  const [done] = (await call('returns.search', {})).items;
  expect(
    done?.lines.map(({ sku, inspections }) => [
      sku,
      inspections.map(({ quantity, grade, disposition }) => [quantity, grade, disposition]),
    ]),
  ).toEqual([
    [
      'CUP-1',
      [
        [1, 'A', 'resell'],
        [1, 'C', 'scrap'],
      ],
    ],
    ['HAT-7', [[1, 'A', 'resell']]],
  ]);
  expect(done?.payouts.map(({ amountCents }) => amountCents)).toEqual([500, 9400]);
});

test('a scanner works while a note is typed; nothing beyond what is left is taken, and the line says so', async () => {
  const started = await start();
  const { page } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await scan(page, 'CUP-1');
  await noteField(page).focus();
  await page.keyboard.type('worn', { delay: 60 });
  // Time to take the scanner in hand.
  await wait(400);
  await scan(page, 'CUP-1');
  expect([await noteField(page).inputValue(), await quantityField(page).inputValue()]).toEqual(['worn', '2']);
  await scan(page, 'cup-1');
  await scan(page, 'CUP-1');
  await page.getByText('Only 3 can be returned').waitFor();
  expect(await quantityField(page).inputValue()).toBe('3');
  await scan(page, 'HAT-8');
  await page.getByText('“HAT-8” is not on this receipt').waitFor();
});

test('a long receipt is looked through: a part of the code, Enter', async () => {
  const started = await start();
  const lines = Array.from({ length: 30 }, (_, n) => ({
    sku: `SKU-${100 + n}`,
    name: 'Thing',
    quantity: 1,
    unitPrice: '2.50',
  }));
  const sale = await sell(started, { lines, tenders: [] });
  await openCounter(started, sale);
  await started.page.keyboard.type('127', { delay: 120 });
  await press(started.page, 'Enter', '4', 'a', 'F9');
  await started.page.getByRole('heading', { name: 'Refunded' }).waitFor();
  expect((await started.call('returns.search', {})).items[0]?.lines.map(({ sku }) => sku)).toEqual(['SKU-127']);
});

test('what somebody else took back meanwhile is refused at the line; nothing typed is lost', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await press(page, '1', '4', 'a', '+', '+');
  expect(await quantityField(page).inputValue()).toBe('3');
  await call('returns.counter', counterInput(sale));
  await page.getByText('Only 2 can be returned').waitFor();
  await press(page, 'F9');
  expect(await page.getByRole('heading', { name: 'Refunded' }).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.closest('[data-quantity]') !== null)).toBe(true);
  await press(page, '-', 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
});

test('Enter that ends a word of an input method goes nowhere', async () => {
  const started = await start();
  const { page } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await press(page, '1', '4', 'a');
  await noteField(page).focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'xian', selectionStart: 4, selectionEnd: 4 });
  await press(page, 'Enter');
  expect(await noteField(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await keyboard.send('Input.insertText', { text: '线头' });
  expect(await noteField(page).inputValue()).toBe('线头');
  await press(page, 'Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Refund & print');
});

test('the shop’s process dies in the middle: what was typed stays, and the refund is done once', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await press(page, '1', '1', 'b');
  await page.getByLabel('Write-down').fill('3.5');
  await noteField(page).fill('handle is loose');
  process.kill((await started.shopPid()) ?? 0, 'SIGKILL');
  await press(page, 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor({ timeout: 20_000 });
  const { items } = await call('returns.search', {});
  expect(items).toMatchObject([
    { lines: [{ note: 'handle is loose', inspections: [{ grade: 'B', writeDownCents: 350 }] }], paidOutCents: 2000 },
  ]);
});

test('the window goes down: the counter offers what was left and goes on with it', async () => {
  const started = await start();
  const { page } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await press(page, '1', '0');
  await page.keyboard.type('smells of paint', { delay: 30 });
  await wait(700);
  await goTo(page, '/#/counter');
  await page.reload();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('What was typed before is back').waitFor();
  expect(await page.getByLabel('What happened? (needed)').inputValue()).toBe('smells of paint');
  expect(await page.getByRole('radio', { name: 'Other' }).isChecked()).toBe(true);
});

test('what the policy turns down waits for the person’s own yes', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started, { soldAt: new Date(Date.now() - 30 * 86_400_000).toISOString() });
  await openCounter(started, sale);
  await press(page, '1', '4', 'a', 'F9');
  await ownYesAsked(page);
  await press(page, 'Space', 'F9');
  await page.getByText('Please say why it is approved').waitFor();
  await page.keyboard.type('a regular', { delay: 60 });
  await press(page, 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  expect((await call('returns.search', {})).items[0]).toMatchObject({
    verdict: { outcome: 'reject' },
    stage: 'settled',
  });
});

test('taken in only, with a receipt and without one: recorded, nothing paid', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started);
  await openCounter(started, sale);
  await press(page, '2', '1', 'F8');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Control+Enter');
  await page.waitForURL(/#\/returns\/\d+/);
  await goTo(page, '/#/counter');
  await page.getByRole('heading', { name: 'Counter return' }).waitFor();
  await press(page, 'F7');
  await page.getByRole('heading', { name: 'Return without a receipt' }).waitFor();
  await scan(page, 'CUP-1');
  await page.getByRole('group', { name: 'Item 1: Cup' }).waitFor();
  await press(page, '1', 'F8');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Control+Enter');
  await page.waitForURL(/#\/returns\/\d+/);
  const { items } = await call('returns.search', {});
  expect(items.map(({ stage, paidOutCents, sale: of }) => [stage, paidOutCents, of?.number])).toEqual([
    ['requested', 0, undefined],
    ['approved', 0, 'TILL-0042'],
  ]);
});

test.each(['light', 'dark'] as const)('the counter can be used by everybody (%s)', async (theme) => {
  const started = await start({ theme });
  const { page } = started;
  const sale = await sell(started, { soldAt: new Date(Date.now() - 30 * 86_400_000).toISOString() });
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await page.keyboard.press('F2');
  await page.getByText('TILL-0042').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await openCounter(started, sale);
  await press(page, '1', '4', 'b', '+', 's', 'Escape', '2', 'F9');
  expect(await violationsOf(page)).toEqual([]);
  const other = await sell(started, { number: 'TILL-0043' });
  await openCounter(started, other);
  await press(page, '1', '4', 'a', 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await goTo(page, '/#/counter?receipt=none');
  await page.getByRole('heading', { name: 'Return without a receipt' }).waitFor();
  await scan(page, 'CUP-1');
  await page.getByRole('group', { name: 'Item 1: Cup' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
});
