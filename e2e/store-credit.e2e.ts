import { expect, test } from 'vitest';
import { counterInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { openCounter, sellCupsAndHat } from './support/cups-and-hat.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { done, newest, paperText, posted, sum } from './support/settled.ts';
import { confirm, openSheet } from './support/sheets.ts';

const start = cornerShop({ settings: { openingDay: '2020-01-01' } });

test('store credit is issued, spent in part on a sale, and its voucher says what is left', async () => {
  const started = await start({ settings: { booksSales: true, storeCreditDays: 365 } });
  const { page, call } = started;
  const sale = await sellCupsAndHat(started, { soldAt: '2019-12-01T03:00:00.000Z' });
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

  await goTo(page, '/#/sales');
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
  await confirm(page, 'F9');

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
  const sale = await sellCupsAndHat(started);
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
  await goTo(page, `/#/returns/${found.returnId}`);
  const keys = keyboardOf(page);
  for (const { number } of found.payouts) {
    await keys.pressOn(page.getByRole('button', { name: `Void ${number}` }));
    await page.getByRole('dialog').waitFor();
    await keys.type('wrong customer');
    await confirm(page, 'Enter');
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
  await openSheet(page, 'F9');
  await keys.press('F7', 'Control+Enter');
  await page.getByRole('dialog', { name: /Refunded/ }).waitFor();
  await confirm(page);
  const [second] = (await call('storeCredit.list', { standing: 'standing' })).items;
  expect(second?.balanceCents).toBe(2000);
  await goTo(page, `/#/store-credit?code=${second?.code}`);
  await page.getByRole('heading', { level: 2, name: 'Store credit' }).waitFor();
  await openSheet(page, 'F8');
  await keys.type('5');
  await confirm(page);
  const last = (await call('returns.get', { returnId: found.returnId })).payouts.at(-1);
  expect(await call('storeCredit.get', { code: second?.code ?? '' })).toMatchObject({ balanceCents: 1500 });
  await goTo(page, `/#/returns/${found.returnId}`);
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
