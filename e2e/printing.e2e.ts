import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrinterChoice } from '../contract/api/paper.ts';
import { counterInput } from '../fixtures/builders.ts';
import { type StandInPrinters, standInPrinters } from '../fixtures/printers.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { openCounter, sellCupsAndHat } from './support/cups-and-hat.ts';
import { goTo } from './support/go-to.ts';
import { type PdfFacts, pdfFacts } from './support/pdf-facts.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop();
let printers: StandInPrinters;
beforeEach(() => {
  printers = standInPrinters(['counter', 'office']);
});
afterEach(() => printers.remove());

const till: PrinterChoice = { document: 'return-slip', paper: '80mm', printer: 'counter', direct: true, copies: 2 };

/** As a person types. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await wait(70);
  }
}

/** A refund at the counter, with the slip still to be printed; gives its number. */
async function refunded(started: StartedHost): Promise<string> {
  await openCounter(started, await sellCupsAndHat(started));
  await press(started.page, '1', '4', 'a', 'F9');
  await started.page.getByRole('heading', { name: 'Refunded' }).waitFor();
  return (await started.call('returns.search', {})).items[0]?.number ?? '';
}

/** So many returns of one receipt; gives their numbers. */
async function returnsOf(started: StartedHost, count: number): Promise<string[]> {
  const sale = await sellCupsAndHat(started, { tenders: [{ tender: 'cash', amountCents: 11_900 }] });
  const numbers: string[] = [];
  for (let at = 0; at < count; at += 1)
    numbers.push((await started.call('returns.counter', counterInput(sale))).return.number);
  return numbers;
}

/** The file that the notice names. */
async function savedFile({ page }: StartedHost): Promise<PdfFacts> {
  const notice = page.getByText(/The PDF is at .*\.pdf/);
  await notice.waitFor();
  return pdfFacts(/at (.*\.pdf)/.exec((await notice.textContent()) ?? '')?.[1] ?? '');
}

test('at the counter: the slip goes straight to the till’s printer; a second one says that it is a copy', async () => {
  const started = await start({ settings: { printers: [till] } });
  const { page, call } = started;
  const number = await refunded(started);
  await press(page, 'Enter');
  await page.getByText(/^Printed once, today/).waitFor();
  await expect.poll(() => printers.handedOver().length, { timeout: 20_000 }).toBe(1);
  const before = await call('returns.get', { number });
  await press(page, 'Enter');
  await page.getByText(/^Printed 2 times, last today .* by Owner$/).waitFor();
  await expect.poll(() => printers.handedOver().length, { timeout: 20_000 }).toBe(2);

  const jobs = printers.handedOver();
  for (const { args } of jobs)
    expect(args.join(' ')).toMatch(/^-d counter -n 2 -t Backshelf -o media=Custom\.80x\d+mm$/);
  const [original, copy] = await Promise.all(jobs.map(({ pdf }) => pdfFacts(pdf)));
  expect([original?.text.includes(number), copy?.text.includes(number)]).toEqual([true, true]);
  expect([original?.text.includes('Copy1'), copy?.text.includes('Copy1')]).toEqual([false, true]);
  const { items } = await call('paper.prints', { document: 'return-slip', number });
  expect(items.map(({ copy: at, paper, how }) => [at, paper, how])).toEqual([
    [0, '80mm', 'print'],
    [1, '80mm', 'print'],
  ]);
  expect((await call('returns.get', { number })).fingerprint).toBe(before.fingerprint);
});

test('a printer that is gone is named, nothing is counted, and the way by the print window is offered', async () => {
  const started = await start({ settings: { printers: [{ ...till, printer: 'old-till' }] } });
  const { page, call } = started;
  const number = await refunded(started);
  await press(page, 'Enter');
  await page.getByText('The printer “old-till” is not there').waitFor();
  expect(await page.getByRole('button', { name: 'Use the print window' }).isEnabled()).toBe(true);
  expect((await call('paper.prints', { document: 'return-slip', number })).items).toEqual([]);
  expect(printers.handedOver()).toEqual([]);
});

test('a PDF is counted as a copy too; looking at the sheet is not', async () => {
  const started = await start({ settings: { printers: [till] } });
  const { page, call } = started;
  const [number = ''] = await returnsOf(started, 1);
  await goTo(page, `/#/paper/return-slip/${number}/80mm/en?preview=1`);
  await page.locator('html[data-paper="ready"]').waitFor({ state: 'attached' });
  expect((await call('paper.prints', { document: 'return-slip', number })).items).toEqual([]);
  await press(page, 'Control+s');
  expect((await savedFile(started)).text).not.toContain('Copy');
  await press(page, 'Control+p');
  await expect.poll(() => printers.handedOver().length, { timeout: 20_000 }).toBe(1);
  expect((await pdfFacts(printers.handedOver()[0]?.pdf ?? '')).text).toContain('Copy1');
});

test('several slips picked in the list by keyboard become one file: one strip on a roll, a page each on sheets', async () => {
  const started = await start();
  const { page, call } = started;
  const numbers = await returnsOf(started, 3);
  await goTo(page, '/#/returns');
  await page.getByRole('grid', { name: 'Returns' }).focus();
  await press(page, 'Home', 'Space', 'ArrowDown', 'Space');
  await page.getByText('2 picked').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Paper' }).selectOption({ label: '80 mm roll' });
  await page.getByRole('button', { name: 'Save as PDF' }).press('Enter');
  const strip = await savedFile(started);
  const picked = numbers.slice(1);
  expect(strip.pages).toBe(1);
  expect(picked.map((number) => strip.codes.filter((code) => code.endsWith(number)).length > 0)).toEqual([true, true]);

  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('grid', { name: 'Returns' }).focus();
  await press(page, 'Control+a');
  await page.getByText('3 picked').waitFor();
  await page.getByRole('combobox', { name: 'Paper' }).selectOption({ label: 'A5 landscape' });
  await page.getByRole('button', { name: 'Save as PDF' }).press('Enter');
  const sheets = await savedFile(started);
  expect(sheets.pages).toBe(3);
  expect(numbers.map((number) => sheets.text.includes(number))).toEqual([true, true, true]);
  const copies = await Promise.all(
    numbers.map(async (number) => (await call('paper.prints', { document: 'return-slip', number })).items.length),
  );
  expect(copies).toEqual([1, 2, 2]);
});

test('a printer is chosen by keyboard in the settings of paper, tried, and kept for that document and paper', async () => {
  const started = await start();
  const { page, call } = started;
  await goTo(page, '/#/settings/paper');
  await page.getByRole('combobox', { name: 'Paper' }).selectOption({ label: '80 mm roll' });
  await page.getByRole('combobox', { name: 'Printer' }).selectOption({ label: 'office (usual)' });
  await page.getByRole('combobox', { name: 'Copies at once' }).selectOption('3');
  await expect
    .poll(async () => (await call('settings.get', {})).printers, { timeout: 10_000 })
    .toEqual([{ ...till, printer: 'office', copies: 3 }]);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try this printer' }).press('Enter');
  await expect.poll(() => printers.handedOver().length, { timeout: 20_000 }).toBe(1);
  expect(printers.handedOver()[0]?.args.slice(0, 4)).toEqual(['-d', 'office', '-n', '3']);
  await page.getByRole('combobox', { name: 'Printer' }).selectOption({ label: 'Choose in the print window each time' });
  await expect.poll(async () => (await call('settings.get', {})).printers, { timeout: 10_000 }).toEqual([]);
});

test('labels of several items go to the printer as one job, a page each', async () => {
  const labels: PrinterChoice = { ...till, document: 'price-label', paper: '58mm', printer: 'office', copies: 1 };
  const started = await start({ settings: { printers: [labels] } });
  const { page, call } = started;
  await sellCupsAndHat(started);
  await goTo(page, '/#/items');
  await page.getByRole('grid', { name: 'Items' }).focus();
  await press(page, 'Control+a');
  await page.getByText('2 picked').waitFor();
  await press(page, 'Control+p');
  await expect.poll(() => printers.handedOver().length, { timeout: 20_000 }).toBe(1);
  const [job] = printers.handedOver();
  expect(job?.args.join(' ')).toMatch(/^-d office -n 1 -t Backshelf -o media=Custom\.58x\d+mm$/);
  const facts = await pdfFacts(job?.pdf ?? '');
  expect([facts.pages, facts.text.includes('Cup'), facts.text.includes('Hat')]).toEqual([2, true, true]);
  expect((await call('paper.prints', { document: 'price-label', number: 'CUP-1' })).items).toEqual([]);
});
