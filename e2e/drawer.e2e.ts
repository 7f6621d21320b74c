import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { violationsInBothThemes } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { pdfFacts } from './support/pdf-facts.ts';
import { confirm, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ settings: { currency: 'CNY' } });
/** A busy machine takes its time. */
const patient = { timeout: 20_000 };
const expected = async ({ call }: StartedHost) => (await call('drawer.now', {})).expectedCents;

/** Types how many there are of each coin and note, the largest first; Enter goes on. */
async function countOut({ page }: StartedHost, pieces: readonly string[]): Promise<void> {
  const keys = keyboardOf(page);
  const first = page.getByLabel('How many of ¥100');
  await expect.poll(() => first.evaluate((field) => field === document.activeElement), patient).toBe(true);
  for (const count of pieces) {
    await keys.type(count);
    await keys.press('Enter');
  }
}

/** Three hundreds, two tens and a jiao, counted for the first time. */
async function openDrawer(started: StartedHost): Promise<void> {
  const { page } = started;
  await goTo(page, '/#/drawer');
  await page.getByText('The drawer was never counted').waitFor();
  await page.keyboard.press('F9');
  await countOut(started, ['3', '', '', '2', '', '', '', '1']);
  await page.getByText('The first count').waitFor();
  await page.keyboard.press('F9');
  await page.getByText('Should be in the drawer').waitFor();
}

async function sellForCash({ call }: StartedHost, amountCents: number): Promise<void> {
  const lines = [{ sku: 'CUP', name: 'Cup', quantity: 1, unitPrice: '20.00', paidCents: amountCents }];
  await call('sales.record', { id: randomUUID(), lines, tenders: [{ tender: 'cash', amountCents }] });
}

test('the drawer is opened, filled, emptied and counted by keyboard alone; what is short is explained and booked', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  await openDrawer(started);
  await page.getByText('¥320.10', { exact: true }).first().waitFor();

  await sellForCash(started, 2000);
  await openSheet(page, 'F6');
  await keys.type('50');
  await confirm(page);
  await openSheet(page, 'F7');
  await keys.type('100');
  await keys.press('Enter', '2');
  await confirm(page);
  await openSheet(page, 'F8');
  await keys.type('9.9');
  await confirm(page);
  await page.getByText('¥300.00', { exact: true }).first().waitFor();
  expect((await call('drawer.list', {})).moves.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
    ['takings', 990],
    ['to-bank', 10_000],
    ['put-in', 5000],
  ]);

  await page.keyboard.press('F9');
  await countOut(started, ['2', '1', '2', '0', '1', '4']);
  await page.getByText('Short', { exact: true }).waitFor();
  await page.keyboard.press('F9');
  await page.getByText('Please say why in a few words').waitFor();
  await keys.type('wrong change');
  await page.keyboard.press('F9');
  await page
    .getByText(/-000005 recorded: ¥1\.00 short/)
    .first()
    .waitFor();
  expect(await expected(started)).toBe(29_900);
  const [count] = (await call('drawer.list', {})).counts;
  expect(count).toMatchObject({ differenceCents: -100, note: 'wrong change' });
});

test('a day leads to its report, which is kept as a file with the same figures', async () => {
  const started = await start();
  const { page, call } = started;
  await openDrawer(started);
  await sellForCash(started, 2000);
  await page.getByRole('grid', { name: 'Day by day' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Report of/ }).waitFor();
  await page
    .getByRole('row', { name: /Should be at the end/ })
    .getByText('¥340.10')
    .waitFor();
  await page.getByRole('button', { name: /^PDF/ }).press('Enter');
  const saved = page.getByText(/The PDF is at .*\.pdf/).first();
  await saved.waitFor();
  const path = /\/\S+\.pdf/.exec((await saved.textContent()) ?? '')?.[0] ?? '';
  const { text } = await pdfFacts(path);
  const { documents, head } = await call('money.dayReport', {
    day: (await call('drawer.list', {})).counts[0]?.day ?? '',
  });
  for (const { first } of documents) expect(text).toContain(first);
  expect(text.replace(/[^0-9a-f]/g, '')).toContain(head.slice(0, 8));
  expect(text).toContain('340.10');
  await page.keyboard.press('Escape');
  await page.getByText('Should be in the drawer').waitFor();
});

test('a count that was interrupted is there again after a reload, and is forgotten once it is recorded', async () => {
  const started = await start();
  const { page, call } = started;
  await goTo(page, '/#/drawer/count');
  await countOut(started, ['7', '2']);
  await expect
    .poll(async () => (await call('drafts.load', { screen: 'drawer-count' })).content, patient)
    .toContain('2]');
  await page.reload();
  await expect.poll(() => page.getByLabel('How many of ¥50').inputValue(), patient).toBe('2');
  await page.keyboard.press('F9');
  await page.getByText('Should be in the drawer').waitFor();
  expect(await expected(started)).toBe(80_000);
  await page.keyboard.press('F9');
  await page.getByLabel('How many of ¥50').waitFor();
  expect(await page.getByLabel('How many of ¥50').inputValue()).toBe('');
});

test('the drawer is found from the home screen, by a key and by the find box; all can use it in both themes', async () => {
  const started = await start();
  const { page } = started;
  await openDrawer(started);
  await goTo(page, '/#/');
  await page.getByRole('link', { name: /Drawer/ }).press('Enter');
  for (const route of ['/#/drawer', '/#/drawer/count', '/#/days/2026-11-18']) {
    await goTo(page, route);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  }
  await goTo(page, '/#/returns');
  await page.keyboard.press('Shift+F4');
  await page.getByText('Should be in the drawer').waitFor();
  await page.keyboard.press('Control+k');
  await keyboardOf(page).type('count the dr');
  await keyboardOf(page).press('Enter');
  await page.getByLabel('How many of ¥100').waitFor();
});
