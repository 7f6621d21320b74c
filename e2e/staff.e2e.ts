import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { type Keyboard, keyboardOf } from './support/keyboard.ts';
import type { StartedHost } from './support/start-host.ts';

/** People at the desk: how they come, what each may do, who agrees beside them, and a desk that is locked. */
const start = cornerShop();
const pins = { Olga: '482913', Ben: '7046', Cara: '9035' } as const;
type Name = keyof typeof pins;

async function add(host: StartedHost, name: Name, role: string): Promise<void> {
  await host.call('staff.add', { id: randomUUID(), name, role, pin: pins[name] });
  if ((await host.call('staff.now', {})).person?.name === 'Olga') await host.call('staff.confirm', { pin: pins.Olga });
}

/** An owner, a clerk who may give back thirty for a sale, and a cashier; the owner is signed in. */
async function people(host: StartedHost): Promise<void> {
  await add(host, 'Olga', 'owner');
  await add(host, 'Ben', 'clerk');
  await add(host, 'Cara', 'cashier');
  await host.call('staff.saveRole', {
    id: randomUUID(),
    name: 'clerk',
    permissions: ['sales', 'returns', 'payouts'],
    saleLimitCents: 3000,
  });
}

/** Four cups for 48.00, bought just now. */
async function cups(host: StartedHost): Promise<number> {
  const { saleId } = await host.call('sales.record', {
    id: randomUUID(),
    lines: [{ sku: 'CUP', name: 'Cup', quantity: 4, unitPrice: '12.00' }],
    tenders: [{ tender: 'cash', amountCents: 4800 }],
  });
  return saleId;
}

const names = (page: Page) => page.getByRole('heading', { name: 'Who is there?' });
const atDesk = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name });

/** From a locked desk that shows its names. */
async function signIn(page: Page, { press, type }: Keyboard, name: Name): Promise<void> {
  await page.getByRole('button', { name }).waitFor();
  await press(String(Object.keys(pins).indexOf(name) + 1));
  await page.getByLabel('PIN').waitFor();
  await type(pins[name]);
  await press('Enter');
  await atDesk(page, name).waitFor();
}

describe('without people', () => {
  test('nothing asks: no lock, no name, no PIN; the settings invite', async () => {
    const host = await start();
    const { page } = host;
    const { press } = keyboardOf(page);
    await page.getByRole('navigation').first().waitFor();
    await page.getByRole('banner').getByText('Owner', { exact: true }).waitFor();
    await press('Control+l', 'Control+Shift+l');
    expect(await names(page).count()).toBe(0);
    await goTo(page, '/#/settings');
    await page.getByText('One person alone needs none of this').waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  });

  test('the owner sets up people by keyboard alone, and the recovery code is shown once', async () => {
    const host = await start({ route: '/#/people' });
    const { page } = host;
    const keyboard = keyboardOf(page);
    const { press, type } = keyboard;
    await page.getByLabel('The owner’s name').waitFor();
    await keyboard.shoot('staff-begin');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await type('Olga');
    await press('Enter');
    await type('123456');
    await press('Enter');
    await type('123456');
    await press('Enter');
    await page.getByText('This PIN is too easy to guess').waitFor();
    for (const label of ['New PIN', 'Once more']) await page.getByLabel(label).fill(pins.Olga);
    await page.getByLabel('Once more').press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Recovery code' });
    const code = (await sheet.locator('.card .code').textContent()) ?? '';
    expect(code).toMatch(/^(?:[2-9A-HJKMNP-TW-Z]{4}-){4}[2-9A-HJKMNP-TW-Z]{4}$/);
    await keyboard.shoot('staff-code');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card .code').isVisible()).toBe(true);
    expect(await page.getByText('It is shown this once').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1, name: 'People' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await press('Escape', 'Control+Enter');
    expect(await sheet.isVisible()).toBe(true);
    await keyboard.pressOn(sheet.getByLabel('I have written it down or printed it'), 'Space');
    await press('Control+Enter');
    await sheet.waitFor({ state: 'hidden' });
    await atDesk(page, 'Olga').waitFor();
    expect(await page.content()).not.toContain(code);

    await press('F6');
    await type('Ben');
    await press('Enter', 'Enter');
    await type(pins.Ben);
    await press('Enter');
    await type(pins.Ben);
    await press('Enter');
    const adding = page.getByRole('dialog', { name: 'Your PIN once more' });
    await adding.getByLabel('Your PIN').waitFor();
    await keyboard.shoot('staff-pin-again');
    await type(pins.Olga);
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('grid').getByText('Ben').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);

    // Whoever has forgotten the PIN gets in by the code, and sets another one.
    await press('Control+Shift+l');
    await page.getByLabel('PIN').waitFor();
    await page.getByLabel('PIN').fill(code.toLowerCase().replaceAll('-', ' '));
    await press('Enter');
    const another = page.getByRole('dialog', { name: 'A new PIN for Olga' });
    for (const label of ['New PIN', 'Once more']) await another.getByLabel(label).fill('719305');
    await press('Control+Enter');
    await page.getByRole('dialog', { name: 'Recovery code' }).waitFor();
    expect((await host.outcome('staff.signIn', { name: 'Olga', pin: '719305' })) as object).toHaveProperty('ok');
    expect((await host.outcome('staff.signIn', { name: 'Olga', pin: code })) as object).toHaveProperty('refused');
  });
});

describe('with people', () => {
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
      { creditedCents: 3600, steps: expect.arrayContaining([expect.objectContaining({ person: 'Ben' })]) },
    ]);
    expect(await host.call('staff.now', {})).toMatchObject({ person: { name: 'Ben' } });
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

  test('a locked desk shows nothing, keeps what was typed for its person, and begins anew for another', async () => {
    const host = await start();
    await people(host);
    const saleId = await cups(host);
    const { page } = host;
    const keyboard = keyboardOf(page);
    const { press, type } = keyboard;
    await goTo(page, `/#/counter/${saleId}`);
    await page.getByText('CUP').first().waitFor();
    await press('1', '4');
    await page.getByRole('textbox', { name: 'Quantity' }).fill('3');
    await press('Control+Shift+l');
    const pin = page.getByLabel('PIN');
    await pin.waitFor();
    expect(await page.getByText('CUP').count()).toBe(0);
    expect((await host.outcome('sales.search', { text: '' })) as object).toMatchObject({
      refused: { code: 'not-signed-in' },
    });
    await type(pins.Olga);
    await press('Enter');
    await expect.poll(() => page.getByRole('textbox', { name: 'Quantity' }).inputValue()).toBe('3');

    await press('Control+l', '2');
    await pin.waitFor();
    await type(pins.Ben);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await atDesk(page, 'Ben').waitFor();
    await page.reload();
    await atDesk(page, 'Ben').waitFor();
  });

  test('wrong PINs wait, with the seconds running down; a shop that starts anew is locked', async () => {
    const host = await start();
    await people(host);
    const { page } = host;
    const { press, type } = keyboardOf(page);
    await press('Control+l', '2');
    const pin = page.getByLabel('PIN');
    for (let wrong = 0; wrong < 6; wrong += 1) {
      await expect.poll(() => pin.inputValue()).toBe('');
      await pin.fill('9999');
      await press('Enter');
      await page.getByText(wrong < 5 ? 'Name and PIN do not fit' : /Please wait \d+ seconds/).waitFor();
    }
    expect(await pin.isDisabled()).toBe(true);
    const left = async (): Promise<number> =>
      Number(/wait (\d+) seconds/.exec((await page.locator('main').textContent()) ?? '')?.[1]);
    const first = await left();
    await expect.poll(left).toBeLessThan(first);
    await press('Escape');
    await signIn(page, { press, type } as Keyboard, 'Cara');
    process.kill((await host.shopPid()) ?? Number.NaN, 'SIGKILL');
    await pin.waitFor();
    await type(pins.Cara);
    await press('Enter');
    await atDesk(page, 'Cara').waitFor();
  });

  test('nobody’s hand for as long as the shop says locks the desk, and so does whoever locks it elsewhere', async () => {
    const host = await start({ settings: { lockMinutes: 3 } });
    await people(host);
    const { page } = host;
    const keyboard = keyboardOf(page);
    await page.clock.install();
    await page.reload();
    await atDesk(page, 'Olga').waitFor();
    await page.clock.runFor(170_000);
    await page.mouse.move(40, 40);
    await page.clock.runFor(170_000);
    await atDesk(page, 'Olga').waitFor();
    await page.clock.runFor(20_000);
    await page.getByLabel('PIN').waitFor();
    await page.clock.resume();
    await page.getByLabel('PIN').fill(pins.Olga);
    await keyboard.press('Enter');
    await atDesk(page, 'Olga').waitFor();
    await host.call('staff.signOut', {});
    await page.getByLabel('PIN').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  test('sums are hidden on overviews and lists, never in the work at hand, and the window remembers it', async () => {
    const host = await start();
    await people(host);
    const saleId = await cups(host);
    const { page } = host;
    await goTo(page, '/#/sales');
    await page.getByRole('grid').getByText('48.00').waitFor();
    await page.getByRole('button', { name: 'Hide amounts' }).click();
    await page.getByRole('grid').getByText('•••').waitFor();
    expect(await page.getByRole('grid').getByText('48.00').count()).toBe(0);
    await page.reload();
    await page.getByRole('grid').getByText('•••').waitFor();
    await goTo(page, `/#/counter/${saleId}`);
    await page.getByText('48.00').first().waitFor();
    expect(await page.getByText('•••').count()).toBe(0);
  });
});
