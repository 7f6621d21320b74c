import { expect, test } from 'vitest';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { type Keyboard, keyboardOf } from './support/keyboard.ts';
import { atDesk, cups, people, pins, signIn } from './support/people-at-desk.ts';

/** A desk that is locked, switched and looked at by others. */
const start = cornerShop();

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
