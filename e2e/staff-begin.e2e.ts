import { expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { atDesk, names, pins } from './support/people-at-desk.ts';

/** A shop without people, and how they come. */
const start = cornerShop();

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
