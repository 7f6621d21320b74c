import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { openCounter, sellCupsAndHat } from './support/cups-and-hat.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { scan } from './support/scan.ts';
import { done, newest, paperText, posted, sum } from './support/settled.ts';
import { confirm, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ settings: { openingDay: '2020-01-01' } });

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
  await openCounter(started, await sellCupsAndHat(started));
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
  await openCounter(started, await sellCupsAndHat(started));
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
  const sale = await sellCupsAndHat(started, { tenders: [{ tender: 'wechat', amountCents: 11_900 }] });
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

  await goTo(page, `/#/returns/${returnId}`);
  await page.getByRole('heading', { level: 1, name: opened.number }).waitFor();
  const keys = keyboardOf(page);
  await openSheet(page, 'F9');
  await page.getByRole('textbox', { name: 'Scan the new item, or type its code or name' }).focus();
  await keys.type('MUG');
  await keys.press('Enter');
  await page.getByRole('textbox', { name: 'Price (MUG)' }).focus();
  await keys.type('15');
  await page.getByRole('status').filter({ hasText: 'To give back' }).getByText('¥44.00').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('Control+Enter');
  await page.getByText('Paid in goods').waitFor();
  await confirm(page);

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

test('the red invoice of a return is asked for, its clock runs, and it ends with its number', async () => {
  const started = await start();
  const { page, call } = started;
  const { return: found } = await call('returns.counter', counterInput(await sellCupsAndHat(started)));
  await goTo(page, `/#/returns/${found.returnId}`);
  const keys = keyboardOf(page);
  const open = () => keys.pressOn(page.getByRole('button', { name: 'Say how far it is' }));
  await open();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('requested');
  await page.getByRole('textbox', { name: /Invoice taken back/ }).focus();
  await keys.type('033002100111');
  await confirm(page);
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
  await confirm(page);
  expect((await call('redInvoices.get', { returnId: found.returnId })).current).toMatchObject({
    status: 'issued',
    blueNumber: '033002100111',
    number: '033002100222',
  });
  expect((await call('redInvoices.list', { open: true })).items).toEqual([]);
});
