import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Input, Output } from '../contract/api.ts';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { keyboardOf } from './support/keyboard.ts';
import { scan } from './support/scan.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ settings: { openingDay: '2020-01-01' } });

type Sale = Output<'sales.get'>;

/** Three cups at 20.00 for 60.00 and a hat for 59.00, 25.00 of it in cash and 94.00 by WeChat; a kettle is in stock. */
async function sell({ call }: StartedHost, changes: Partial<Input<'sales.record'>> = {}): Promise<Sale> {
  const { saleId } = await call(
    'sales.record',
    saleInput({
      number: 'TILL-0042',
      soldAt: new Date(Date.now() - 60_000).toISOString(),
      lines: [
        { sku: 'CUP-1', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 6000, costCents: 2400 },
        { sku: 'HAT-7', name: 'Hat', quantity: 1, unitPrice: '59.00', paidCents: 5900, costCents: 2000 },
      ],
      tenders: [
        { tender: 'cash', amountCents: 2500 },
        { tender: 'wechat', amountCents: 9400 },
      ],
      ...changes,
    }),
  );
  return call('sales.get', { saleId });
}

/** Goods come onto the shelf by a return: a sale from before the program that comes back as new. */
async function stock({ call }: StartedHost, sku: string, price: string, costCents: number): Promise<void> {
  const cents = Math.round(Number(price) * 100);
  const { saleId } = await call(
    'sales.record',
    saleInput({
      soldAt: new Date(Date.now() - 120_000).toISOString(),
      lines: [{ sku, name: sku, quantity: 1, unitPrice: price, paidCents: cents, costCents }],
    }),
  );
  const sale = await call('sales.get', { saleId });
  await call('returns.counter', counterInput(sale, { payouts: [{ tender: 'cash', amountCents: cents }] }));
}

async function openCounter({ page }: StartedHost, { saleId, number }: Sale): Promise<void> {
  await page.goto(new URL(`/#/counter/${saleId}`, page.url()).href);
  await page.getByRole('heading', { name: `Receipt ${number}` }).waitFor();
}

/** What stands on a sheet, in one line. */
async function paperText({ page }: StartedHost, address: string): Promise<string> {
  await page.goto(new URL(`/#/paper/${address}`, page.url()).href);
  await page.locator('html[data-paper="ready"]').waitFor();
  return (await page.locator('.sheet').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
}

/** Every amount posted to an account today: debits above zero, credits below. */
async function posted({ call }: StartedHost, day: string, account: string, documents = /./): Promise<number[]> {
  const { items } = await call('money.entries', { from: day, to: day });
  return items
    .filter(({ document }) => documents.test(document))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.role === account)
    .map(({ debitCents, creditCents }) => debitCents - creditCents);
}

const sum = (cents: readonly number[]): number => cents.reduce((total, one) => total + one, 0);

async function newest({ call }: StartedHost): Promise<Output<'returns.get'>> {
  const [found] = (await call('returns.search', { limit: 1 })).items;
  if (!found) throw new Error('No return was recorded.');
  return call('returns.get', { returnId: found.returnId });
}

const done = (page: Page): Promise<void> => page.getByRole('heading', { name: /Refunded|Exchanged/ }).waitFor();

test('a counter refund with the fee of the policy: kept on a line of its own, with its own tax, on paper and in the books', async () => {
  const started = await start();
  const { page, call } = started;
  const { rules } = await call('policy.get', {});
  const fee = { label: 'Restocking', reasons: 'any', when: 'always', kind: 'restocking' } as const;
  await call('policy.save', {
    id: randomUUID(),
    name: 'With a fee',
    rules: { ...rules, fees: [{ ...fee, categories: [], percent: 10, taxPercent: 13 }] },
  });
  await openCounter(started, await sell(started));
  const keys = keyboardOf(page);
  await keys.press('1', '4', 'a');
  await page.getByText('Restocking fee').waitFor();
  await page.getByText('− 2.00').waitFor();
  expect(await page.getByRole('status').filter({ hasText: 'To give back' }).textContent()).toContain('¥18.00');
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('F9');
  await done(page);

  const found = await newest(started);
  expect(found.creditNotes).toMatchObject([
    { totalCents: 1800, extras: [{ kind: 'restocking', cents: 200, taxCents: 23 }] },
  ]);
  expect(found.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([['cash', 1800]]);
  expect(await posted(started, found.day, 'other-income')).toEqual([-177]);
  expect(await posted(started, found.day, 'cash', /^P-/)).toEqual([-1800]);
  const paper = await paperText(started, `refund-receipt/${found.number}/80mm/en`);
  expect(paper).toContain('sold 3 − before 0 − now 1 = 2 still returnable');
  expect(paper).toContain('Restocking fee − ¥2.00');
  expect(paper).toContain('Credited ¥18.00');
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('an exchange up: the dearer hat costs what the cup gives less, the customer pays the difference, and the hat comes back later', async () => {
  const started = await start();
  const { page, call } = started;
  await stock(started, 'KETTLE', '35.00', 1500);
  await openCounter(started, await sell(started));
  const keys = keyboardOf(page);
  await keys.press('1', '4', 'a', 'F6');
  await scan(page, 'KETTLE');
  const price = page.getByRole('textbox', { name: 'Price (KETTLE)' });
  await price.focus();
  await keys.type('35');
  await page.getByRole('status').filter({ hasText: 'The customer pays' }).getByText('¥15.00').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('F9');
  await done(page);

  const found = await newest(started);
  expect(found.want).toBe('exchange');
  const [payout] = found.payouts;
  expect(found.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([['cash', 2000]]);
  const sale = await call('sales.get', { saleId: payout?.exchange?.saleId ?? 0 });
  expect(sale).toMatchObject({ totalCents: 3500, lines: [{ sku: 'KETTLE', paidCents: 3500 }] });
  expect(sale.tenders).toMatchObject([{ tender: 'cash', amountCents: 3500 }]);
  expect(sum(await posted(started, found.day, 'clearing'))).toBe(0);
  expect((await call('stock.balances', { sku: 'KETTLE' })).items.filter(({ quantity }) => quantity > 0)).toEqual([]);
  const paper = await paperText(started, `refund-receipt/${found.number}/80mm/en`);
  expect(paper).toContain('Exchange ticket');
  expect(paper).toContain(`Taken instead (${sale.number})`);
  expect(paper).toMatch(/New goods ¥35.00 Paid in goods − ¥20.00 Paid by the customer \(Cash\) ¥15.00/);

  // What the customer paid for the kettle, in goods and in cash, is what they get back for it.
  await openCounter(started, sale);
  await keys.press('1', '4', 'a');
  await page.getByRole('status').filter({ hasText: 'To give back' }).getByText('¥35.00').waitFor();
  await keys.press('F9');
  await done(page);
  expect((await newest(started)).payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 3500],
  ]);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('an exchange down on the page of a return: the rest is paid back to the tender that took it', async () => {
  const started = await start();
  const { page, call } = started;
  await stock(started, 'MUG', '15.00', 500);
  const sale = await sell(started, { tenders: [{ tender: 'wechat', amountCents: 11_900 }] });
  const [, hat] = sale.lines;
  const { returnId } = await call('returns.open', {
    id: randomUUID(),
    saleId: sale.saleId,
    channel: 'parcel',
    want: 'exchange',
    lines: [{ saleLineId: hat?.saleLineId ?? 0, quantity: 1, reason: 'changed-mind' }],
  });
  const opened = await call('returns.get', { returnId });
  const returnLineId = opened.lines[0]?.returnLineId ?? 0;
  const one = { returnLineId, quantity: 1 };
  await call('returns.receive', { id: randomUUID(), returnId, lines: [one] });
  const graded = { ...one, grade: 'A', disposition: 'resell' } as const;
  await call('inspection.record', { id: randomUUID(), returnId, lines: [graded] });

  await page.goto(new URL(`/#/returns/${returnId}`, page.url()).href);
  await page.getByRole('heading', { level: 1, name: opened.number }).waitFor();
  const keys = keyboardOf(page);
  await keys.press('F9');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: 'Scan the new item, or type its code or name' }).focus();
  await keys.type('MUG');
  await keys.press('Enter');
  await page.getByRole('textbox', { name: 'Price (MUG)' }).focus();
  await keys.type('15');
  await page.getByRole('status').filter({ hasText: 'To give back' }).getByText('¥44.00').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('Control+Enter');
  await page.getByText('Paid in goods').waitFor();
  await keys.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  const found = await call('returns.get', { returnId });
  expect(
    found.payouts.map(({ tender, amountCents, exchange }) => [tender, amountCents, exchange !== undefined]),
  ).toEqual([
    ['wechat', 1500, true],
    ['wechat', 4400, false],
  ]);
  expect(await posted(started, found.day, 'wechat', /^P-/)).toEqual([-4400]);
  expect(sum(await posted(started, found.day, 'clearing'))).toBe(0);
  const paper = await paperText(started, `refund-receipt/${found.number}/A5/en`);
  expect(paper).toMatch(/Paid out ¥44.00/);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('store credit is issued, spent in part on a sale, and its voucher says what is left', async () => {
  const started = await start({ settings: { booksSales: true, storeCreditDays: 365 } });
  const { page, call } = started;
  const sale = await sell(started, { soldAt: '2019-12-01T03:00:00.000Z' });
  await openCounter(started, sale);
  const keys = keyboardOf(page);
  await keys.press('2', '1', 'a', 'F7');
  await page.getByText('Onto a code the customer has').waitFor();
  const approve = page.getByRole('checkbox', { name: 'I approve this return' });
  if (await approve.isVisible()) await keys.pressOn(approve, 'Space');
  await keys.press('F9');
  await done(page);
  const [issued] = (await call('storeCredit.list', {})).items;
  const { code = '' } = issued ?? {};
  expect(issued).toMatchObject({ balanceCents: 5900, standing: 'standing' });
  await page.getByText(code.replace(/.{4}(?=.{4})/g, '$&-')).waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await page.goto(new URL('/#/sales', page.url()).href);
  await page.getByRole('button', { name: 'Type a sale in' }).waitFor();
  await keys.pressOn(page.getByRole('button', { name: 'Type a sale in' }));
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: 'Item code' }).focus();
  await keys.type('HAT-7');
  await page.getByRole('textbox', { name: 'Price' }).focus();
  await keys.type('20');
  await page.getByRole('combobox', { name: 'How the customer pays' }).selectOption('store-credit');
  await page.getByRole('textbox', { name: 'Store credit code' }).focus();
  await keys.type(code.toLowerCase());
  await keys.press('Shift+Tab');
  await page.getByText('¥59.00 on it').waitFor();
  await keys.press('F9');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  const credit = await call('storeCredit.get', { code });
  expect(credit.events.map(({ kind, cents }) => [kind, cents])).toEqual([
    ['issued', 5900],
    ['used', -2000],
  ]);
  const found = await newest(started);
  expect(await posted(started, found.day, 'store-credit')).toEqual([-5900, 2000]);
  const paper = await paperText(started, `store-credit-voucher/${code}/80mm/en`);
  expect(paper).toContain(code);
  expect(paper).toContain('Balance ¥39.00');
  expect(paper).toContain(`Valid until ${credit.expiresOn}`);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('refunds taken back: cash is owed again, an unspent store credit is gone, a spent one is refused', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started);
  const { return: found } = await call(
    'returns.counter',
    counterInput(sale, {
      payouts: [
        { tender: 'cash', amountCents: 1200 },
        { tender: 'store-credit', amountCents: 800 },
      ],
    }),
  );
  const [credit] = (await call('storeCredit.list', {})).items;
  await page.goto(new URL(`/#/returns/${found.returnId}`, page.url()).href);
  const keys = keyboardOf(page);
  for (const { number } of found.payouts) {
    await keys.pressOn(page.getByRole('button', { name: `Void ${number}` }));
    await page.getByRole('dialog').waitFor();
    await keys.type('wrong customer');
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const taken = await call('returns.get', { returnId: found.returnId });
  expect(taken.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 1200],
    ['store-credit', 800],
    ['cash', -1200],
    ['store-credit', -800],
  ]);
  expect(await call('storeCredit.get', { code: credit?.code ?? '' })).toMatchObject({
    balanceCents: 0,
    standing: 'spent',
  });
  expect(sum(await posted(started, found.day, 'cash', /^P-/))).toBe(0);
  expect(sum(await posted(started, found.day, 'store-credit'))).toBe(0);

  // All of it again as store credit, some of which is spent: that one cannot be taken back any more.
  await keys.press('F9');
  await page.getByRole('dialog').waitFor();
  await keys.press('F7', 'Control+Enter');
  await page.getByRole('dialog', { name: /Refunded/ }).waitFor();
  await keys.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [second] = (await call('storeCredit.list', { standing: 'standing' })).items;
  expect(second?.balanceCents).toBe(2000);
  await page.goto(new URL(`/#/store-credit?code=${second?.code}`, page.url()).href);
  await page.getByRole('heading', { level: 2, name: 'Store credit' }).waitFor();
  await keys.press('F8');
  await page.getByRole('dialog').waitFor();
  await keys.type('5');
  await keys.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const last = (await call('returns.get', { returnId: found.returnId })).payouts.at(-1);
  expect(await call('storeCredit.get', { code: second?.code ?? '' })).toMatchObject({ balanceCents: 1500 });
  await page.goto(new URL(`/#/returns/${found.returnId}`, page.url()).href);
  await keys.pressOn(page.getByRole('button', { name: `Void ${last?.number}` }));
  await page.getByRole('dialog').waitFor();
  await keys.type('wrong customer');
  await keys.press('Enter');
  await page.getByText(/¥5.00/).last().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  const paper = await paperText(started, `refund-receipt/${found.number}/80mm/en`);
  expect(paper).toContain(`code ${second?.code}`);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('the red invoice of a return is asked for, its clock runs, and it ends with its number', async () => {
  const started = await start();
  const { page, call } = started;
  const { return: found } = await call('returns.counter', counterInput(await sell(started)));
  await page.goto(new URL(`/#/returns/${found.returnId}`, page.url()).href);
  const keys = keyboardOf(page);
  const open = () => keys.pressOn(page.getByRole('button', { name: 'Say how far it is' }));
  await open();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('requested');
  await page.getByRole('textbox', { name: /Invoice taken back/ }).focus();
  await keys.type('033002100111');
  await keys.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Confirmation lapses').waitFor();

  await keys.press('Control+k');
  await keys.type('red inv');
  await keys.press('Enter');
  await page.getByRole('row', { name: new RegExp(found.number) }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('Home', 'Enter');
  await page.getByRole('heading', { level: 1, name: found.number }).waitFor();
  await open();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('issued');
  await keys.press('Control+Enter');
  await page.getByText('Enter the number of the red invoice').waitFor();
  await page.getByRole('textbox', { name: 'Red invoice number' }).focus();
  await keys.type('033002100222');
  await keys.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await call('redInvoices.get', { returnId: found.returnId })).current).toMatchObject({
    status: 'issued',
    blueNumber: '033002100111',
    number: '033002100222',
  });
  expect((await call('redInvoices.list', { open: true })).items).toEqual([]);
});
