import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { cups, names, people, pins, signIn } from './support/people-at-desk.ts';

/** What somebody may not do alone: another agrees by PIN, or the own PIN is asked for once more. */
const start = cornerShop();

test('a clerk beyond the limit lets the cashier agree by PIN, and nothing typed is lost', async () => {
  const host = await start();
  await people(host);
  const saleId = await cups(host);
  const { page } = host;
  const keyboard = keyboardOf(page);
  const { press, type } = keyboard;
  await press('Control+l');
  await names(page).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await signIn(page, keyboard, 'Ben');
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Months' }).count()).toBe(0);
  await goTo(page, '/#/settings');
  await page.getByRole('region', { name: 'Display' }).waitFor();
  expect(await page.getByRole('region', { name: 'Shop' }).count()).toBe(0);
  await goTo(page, '/#/people');
  await page.getByText('Your role does not include this page').waitFor();

  await goTo(page, `/#/counter/${saleId}`);
  await page.getByText('CUP').first().waitFor();
  await press('1', '4', 'a');
  await page.getByRole('textbox', { name: 'Quantity' }).fill('3');
  await press('F9');
  const sheet = page.getByRole('dialog', { name: 'Another person agrees' });
  await sheet.getByText('more than your limit of ¥30.00').waitFor();
  await keyboard.shoot('staff-agrees');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await press('Escape');
  await page.getByText('more than your limit of ¥30.00').waitFor();
  await press('F9');
  await sheet.getByRole('radio', { name: 'Cara' }).waitFor();
  await press('2');
  await type('1111');
  await press('Enter');
  await sheet.getByText('Name and PIN do not fit').waitFor();
  await type(pins.Cara);
  await press('Enter');
  await sheet.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  const { items } = await host.call('returns.search', {});
  expect(items).toMatchObject([
    {
      creditedCents: 3600,
      steps: expect.arrayContaining([expect.objectContaining({ person: 'Ben', approver: 'Cara' })]),
    },
  ]);
  expect(await host.call('staff.now', {})).toMatchObject({ person: { name: 'Ben' } });
  await goTo(page, `/#/returns/${items[0]?.returnId}`);
  await page.getByText('Ben · Cara agreed').last().waitFor();
  await keyboard.shoot('staff-agreed');
});

test('a payout above the shop’s line asks for the own PIN again; an approval in a sheet asks within the sheet', async () => {
  const host = await start({ settings: { pinAboveCents: 1000 } });
  await people(host);
  const saleId = await cups(host);
  const { page } = host;
  const keyboard = keyboardOf(page);
  const { press, type } = keyboard;
  await goTo(page, `/#/counter/${saleId}`);
  await page.getByText('CUP').first().waitFor();
  await press('1', '4', 'a', 'F9');
  const sheet = page.getByRole('dialog', { name: 'Your PIN once more' });
  await sheet.getByLabel('Your PIN').waitFor();
  await type(pins.Olga);
  await press('Enter');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();

  const { saleId: oldSale } = await host.call('sales.record', {
    id: randomUUID(),
    soldAt: '2026-01-05T03:00:00.000Z',
    lines: [{ sku: 'CUP', name: 'Cup', quantity: 1, unitPrice: '12.00' }],
    tenders: [{ tender: 'cash', amountCents: 1200 }],
  });
  const sale = await host.call('sales.get', { saleId: oldSale });
  const { returnId } = await host.call('returns.open', {
    id: randomUUID(),
    saleId: oldSale,
    channel: 'counter',
    want: 'refund',
    lines: [{ saleLineId: sale.lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'changed-mind' }],
  });
  await goTo(page, `/#/returns/${returnId}`);
  await page
    .getByRole('button', { name: /Approve/ })
    .first()
    .click();
  const deciding = page.getByRole('dialog');
  await deciding.getByRole('textbox').first().fill('a regular');
  await press('Control+Enter');
  await page.getByRole('dialog', { name: 'Another person agrees' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
  await keyboard.shoot('staff-in-sheet');
  await press('Escape');
  expect(await deciding.getByRole('textbox').first().inputValue()).toBe('a regular');
  await deciding.getByText('another person has to agree').waitFor();
  await press('Control+Enter');
  // Of those who may approve nobody else is there: nothing is to be chosen.
  await page.getByLabel('PIN of Cara').waitFor();
  await type(pins.Cara);
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const { steps } = await host.call('returns.get', { returnId });
  expect(steps.at(-1)).toMatchObject({ step: 'approve', person: 'Cara', note: 'a regular' });
});
