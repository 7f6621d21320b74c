import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Output } from '../../contract/api.ts';
import { readPack, totalsOfPack } from '../../fixtures/month.ts';
import type { Keyboard } from './keyboard.ts';
import { pdfFacts } from './pdf-facts.ts';
import type { StartedHost } from './start-host.ts';

/** The main job on the real sales as a person does it before the window, step by step. */
type Person = StartedHost & Keyboard;

/** Twenty-four alarm clocks at 3.75, on the third line of their receipt. */
export const clocks = {
  sale: '557667',
  key: '3',
  sku: '22727',
  name: 'ALARM CLOCK BAKELIKE RED',
  sold: 24,
  paidCents: 9000,
} as const;

async function openReceipt({ page, press, type }: Person): Promise<void> {
  await press('F2');
  await page.getByRole('textbox', { name: 'Receipt, customer or item' }).waitFor();
  await type(clocks.sale);
  await press('Enter');
  await page.getByRole('heading', { name: `Receipt ${clocks.sale}` }).waitFor();
  await press(clocks.key);
}

/** Four clocks: two as new, one opened and worth less, one scrapped; ten pounds in cash, the rest by bank. */
export async function clocksComeBack(person: Person): Promise<Output<'returns.get'>> {
  const { page, call, press, type, shoot } = person;
  await page.getByRole('navigation').first().waitFor();
  await openReceipt(person);
  await shoot('receipt');
  await press('+', '+', '+', '1', 'a');
  const split = (await page.getByRole('button', { name: 'Split grades' }).locator('kbd').textContent()) ?? '';
  await press(split, 'Enter', 'b', 'Tab', 'Tab', 'Tab');
  await type('0.5');
  await press('Shift+Tab', split, 'Enter', 'c');
  await shoot('graded');
  await press('F9');
  await page.getByText('Please give your own yes first').waitFor();
  await press('Space', 'Tab');
  await type('Regular customer');
  // Past how it is settled and what could be added to it.
  await press('Tab', 'Tab', 'Tab');
  await type('10');
  await shoot('two-tenders');
  await press('F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  await shoot('refunded');
  const [done] = (await call('returns.search', { limit: 1 })).items;
  expect(done?.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 1000],
    ['bank', 500],
  ]);
  const graded = done?.lines.flatMap(({ inspections }) => inspections);
  expect(
    graded?.map(({ quantity, grade, disposition, writeDownCents }) => [quantity, grade, disposition, writeDownCents]),
  ).toEqual([
    [2, 'A', 'resell', 0],
    [1, 'B', 'resell', 50],
    [1, 'C', 'scrap', 0],
  ]);
  return call('returns.get', { returnId: done?.returnId ?? 0 });
}

/** As a PDF from the counter and on the screen from the page of the return. */
export async function slipIsKeptAndSeen(
  { page, folder, pressOn, press, shoot }: Person,
  { number, payouts }: Output<'returns.get'>,
): Promise<void> {
  await pressOn(page.getByRole('button', { name: 'Save as PDF' }));
  const to = join(folder, 'exports', `${number}-return-slip-80mm.pdf`);
  await expect.poll(() => existsSync(to), { timeout: 60_000 }).toBe(true);
  const paper = await pdfFacts(to);
  expect(paper.codes).toEqual([`CODE-128:${number}`, `QR-Code:${number}`]);
  const words = [number, clocks.sku, 'ALARMCLOCKBAKELIKERED', '3.75', '15.00', '10.00', '5.00', 'Faulty'];
  const numbers = payouts.map((payout) => payout.number);
  expect([...words, ...numbers].filter((word) => !paper.text.includes(word))).toEqual([]);

  await pressOn(page.getByRole('button', { name: 'Open the return' }));
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  for (const text of ['B opened', 'written down by £0.50', 'C damaged', '“Regular customer”', ...numbers])
    await page.getByText(text).first().waitFor();
  await shoot('return');
  await pressOn(page.getByRole('button', { name: 'Preview Return slip' }));
  await page.locator('.sheet').getByText(clocks.name).waitFor();
  await shoot('slip');
  await press('Escape');
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
}

/** The files add up to what the books say of the month. */
export async function monthIsExported({ page, folder, call, pressOn, press, shoot }: Person): Promise<void> {
  await pressOn(page.getByRole('link', { name: 'Months' }));
  await page.getByText(/^All \d+ agree$/).waitFor();
  await press('F9');
  await page.getByText(/files written/).waitFor();
  await shoot('month');
  const { months } = await call('months.list', {});
  const month = months[0]?.month ?? '';
  const { controls } = await call('months.preview', { month });
  const folderOfPack = join(folder, 'exports', month);
  const files = readdirSync(folderOfPack).filter((name) => name.endsWith('.csv'));
  const pack = readPack({ files: files.map((name) => ({ path: join(folderOfPack, name), rows: 0, sha256: '' })) });
  expect({ ...totalsOfPack(pack), head: controls.head }).toEqual(controls);
  // Two of 1.40 as new and one written down by 0.50.
  expect([controls.creditedCents, controls.debitCents, controls.stockValueCents]).toEqual([1500, 3750, 370]);
}

export async function booksAreChecked({ page, pressOn, press, shoot }: Person): Promise<void> {
  await pressOn(page.getByTitle('Books and backups'));
  await page.getByRole('textbox', { name: 'Fingerprint' }).and(page.locator(':focus')).waitFor();
  await press('F8');
  await page.getByText(/^All in order: /).waitFor({ timeout: 60_000 });
  await shoot('books');
  await press('Escape');
  await page.getByRole('textbox', { name: 'Fingerprint' }).waitFor({ state: 'detached' });
}

/** The other twenty go back to the last penny; a twenty-fifth there is not. */
export async function otherClocksComeBack(person: Person): Promise<void> {
  const { page, call, press, type, pressOn, shoot } = person;
  await openReceipt(person);
  await page.getByText('of 20').waitFor();
  await press('Shift+Tab', 'Shift+Tab', 'Control+a');
  await type('20');
  await press('Enter', '1', 'a');
  await pressOn(page.getByRole('checkbox', { name: 'I approve this return' }), 'Space');
  await press('F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  const line = (await call('sales.get', { number: clocks.sale })).lines.find(({ sku }) => sku === clocks.sku);
  expect(line).toMatchObject({ returnedQuantity: clocks.sold, returnableQuantity: 0, creditableCents: 0 });
  const { items } = await call('returns.search', { text: clocks.sale });
  expect(items.reduce((sum, { creditedCents }) => sum + creditedCents, 0)).toBe(clocks.paidCents);

  await openReceipt(person);
  await page.getByText(`Nothing of “${clocks.name}” is left to return`).waitFor();
  await shoot('nothing-left');
}
