import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { counterInput, openInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop();

async function openPolicy({ page }: StartedHost): Promise<void> {
  await goTo(page, '/#/policy');
  await page.getByText(/^Any reason: 7 days/).waitFor();
}

/** Goes on with Tab until the button has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await button.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('a policy by keyboard: begun from a preset, a sentence changed, tried on the past, kept over a crash, put in force', async () => {
  const host = await start();
  const { page, call } = host;
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const { saleId } = await call('sales.record', saleInput({ soldAt }));
  const sale = await call('sales.get', { saleId });
  const { return: paid } = await call('returns.counter', counterInput(sale));

  await openPolicy(host);
  await tabTo(page, 'China: 7 days and 三包');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F8');
  await page.getByText('1 would be judged otherwise').waitFor();
  await page.getByText('¥20.00 paid back would have been turned down').waitFor();
  await page.getByRole('link', { name: paid.number }).waitFor();
  expect(await violationsOf(page)).toEqual([]);

  // The counter promises thirty days, too.
  await tabTo(page, 'Add');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  await sheet.getByLabel('Days').fill('30');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('F9');
  await sheet.waitFor({ state: 'detached' });
  const sentence = page.getByText('Any reason: 30 days from the day after the sale, later turned down');
  await sentence.waitFor();
  await page.getByText('The rules have changed since: try again').waitFor();
  await page.keyboard.press('F8');
  await page.getByText('All would be judged as before').waitFor();

  // Drafts are kept when typing rests.
  await page.waitForTimeout(600);
  await page.reload();
  await sentence.waitFor();
  await page.getByText('Not saved yet').waitFor();
  await page.keyboard.press('F9');
  await page.getByText('The policy is in force').waitFor();
  const { policies } = await call('policy.list', {});
  expect(policies.map(({ name, inForce }) => [name, inForce])).toEqual([
    ['China: 7 days and 三包', true],
    ['The days of the settings', false],
  ]);
  const judged = await call('returns.judge', { lines: openInput(sale).lines });
  expect([judged.verdict.outcome, judged.verdict.policy]).toEqual(['accept', 'The days of the settings']);
});

test('what is wrong is said at its field, and nothing typed is lost', async () => {
  const host = await start();
  const { page } = host;
  await openPolicy(host);
  await page.getByRole('button', { name: '30 days with receipt' }).click();
  await page.getByLabel('For sales from').fill('2020-01-01');
  await page.keyboard.press('F9');
  await page.getByText('A policy cannot begin in the past', { exact: false }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.keyboard.press('F9');
  await page.getByText('Please fill this in.').waitFor();
  expect(await page.getByText('Any reason: 30 days from the day after the sale').count()).toBe(1);
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await page.getByText(/^Any reason: 7 days/).waitFor();
});
