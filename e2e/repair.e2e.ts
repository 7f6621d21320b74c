import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Return } from '../contract/api/return-shape.ts';
import type { Input } from '../contract/api.ts';
import { openInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { bookedUnder } from './support/booked.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { savedPdf } from './support/saved-pdf.ts';
import { confirm, dismiss, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ settings: { openingDay: '2020-01-01' } });

/** Kettles at 129.00 that cost 60.00 each, sold yesterday in cash. */
async function sell({ call }: StartedHost, quantity: number) {
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const kettles = { sku: 'KET-1', name: 'Kettle', quantity, unitPrice: '129.00' };
  const lines = [{ ...kettles, paidCents: quantity * 12_900, costCents: quantity * 6000 }];
  const { saleId } = await call('sales.record', saleInput({ soldAt, customer: { name: 'Ann Lee' }, lines }));
  return call('sales.get', { saleId });
}

/** A parcel with faulty kettles that has come. */
async function receive(
  { call }: StartedHost,
  sale: Awaited<ReturnType<typeof sell>>,
  changes: Partial<Input<'returns.open'>> & { readonly quantity?: number } = {},
): Promise<Return> {
  const { quantity = 1, ...rest } = changes;
  const lines = openInput(sale).lines.map((line) => ({ ...line, quantity, reason: 'quality' }));
  const { returnId } = await call('returns.open', openInput(sale, { channel: 'parcel', lines, ...rest }));
  const opened = await call('returns.get', { returnId });
  const came = opened.lines.map((line) => ({ returnLineId: line.returnLineId, quantity: line.quantity }));
  return call('returns.receive', { id: randomUUID(), returnId, lines: came });
}

async function openReturn({ page }: StartedHost, { returnId, number }: Return): Promise<void> {
  await goTo(page, `/#/returns/${returnId}`);
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
}

/** Puts one kettle into repair from the return's page, by keyboard; the ticket lies open afterwards. */
async function sendToRepair(started: StartedHost, found: Return, fault: string): Promise<string> {
  const { page, call } = started;
  const keys = keyboardOf(page);
  await openReturn(started, found);
  await openSheet(page, 'F4');
  await keys.press('c', '2');
  await page.getByLabel('Fault').focus();
  await keys.type(fault);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Labels and tickets/ }).waitFor();
  await confirm(page);
  const [ticket] = (await call('repair.list', { returnId: found.returnId, open: true })).items;
  await keys.pressOn(page.getByRole('link', { name: ticket?.number ?? 'none' }));
  await page.getByRole('heading', { level: 2, name: ticket?.number ?? 'none' }).waitFor();
  return ticket?.number ?? '';
}

test('repaired twice, then refunded: work is paid, the first goes home, the second is scrapped and paid back', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  const sale = await sell(started, 1);

  const first = await receive(started, sale, { want: 'repair' });
  const ticket = await sendToRepair(started, first, 'no contact');
  await openSheet(page, 'F6');
  await page.getByLabel('What was done').focus();
  await keys.type('new switch');
  await page.getByLabel('Cost').focus();
  await keys.type('8.5');
  await confirm(page);
  await page.getByText('paid by Cash', { exact: false }).waitFor();
  await openSheet(page, 'F9');
  await keys.press('y');
  expect(await page.getByRole('radio', { name: 'Home to the customer' }).isChecked()).toBe(true);
  await confirm(page);
  await page.getByText('Ended', { exact: true }).first().waitFor();
  const [work] = (await call('repair.get', { number: ticket })).works;
  expect(await bookedUnder(started, work?.document ?? '')).toEqual({ 'repair-expense': 850, cash: -850 });
  expect(await bookedUnder(started, ticket)).toEqual({ 'cost-of-sales': 6000, goods: -6000 });

  const second = await receive(started, sale, { want: 'repair' });
  const again = await sendToRepair(started, second, 'no contact again');
  await openSheet(page, 'F9');
  await keys.press('n', '2');
  await confirm(page);
  await page.getByText('Not repaired', { exact: false }).waitFor();
  await keys.pressOn(page.getByRole('link', { name: second.number }));
  await page.getByRole('heading', { level: 1, name: second.number }).waitFor();
  await openSheet(page, 'F9');
  await page.keyboard.press('Control+Enter');
  await page.getByText('¥129.00').first().waitFor();
  await expect.poll(async () => (await call('returns.get', { returnId: second.returnId })).paidOutCents).toBe(12_900);
  expect(await bookedUnder(started, again)).toEqual({ 'loss-on-goods': 6000, goods: -6000 });
  const moves = (await call('stock.moves', { sku: 'KET-1' })).items.filter(({ document }) => document === again);
  expect(moves.map(({ from, to, quantity }) => [from, to, quantity])).toEqual([['repair', 'scrapped', 1]]);
  expect((await call('care.verify', {})).ok).toBe(true);

  const job = { document: 'repair-ticket', number: ticket, paper: 'A5', locale: 'en' } as const;
  const { text, codes } = await savedPdf(page, job);
  expect(
    ['Repairticket', 'Fault:nocontact', 'newswitch', '8.50', 'AnnLee'].filter((part) => !text.includes(part)),
  ).toEqual([]);
  expect(codes).toContain(`QR-Code:${ticket}`);
});

test('the bench: a checklist by keys, an opened twin with its price and flaw, and its label printed', async () => {
  const questions = [
    { zh: '外包装完好', en: 'Box whole' },
    { zh: '配件齐全', en: 'All parts there' },
  ];
  const started = await start({ settings: { checklists: [{ category: '', questions }] } });
  const { page, call } = started;
  const keys = keyboardOf(page);
  const found = await receive(started, await sell(started, 2), { quantity: 2 });
  await openReturn(started, found);
  await openSheet(page, 'F4');
  await page.getByText('0 of 2 checked').waitFor();
  await keys.press('y', 'n', 'Enter', 'b');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please say what is wrong').first().waitFor();
  await page.getByLabel('What is wrong: All parts there').focus();
  await keys.type('no lid');
  await page.getByText('What it could bring').waitFor();
  await keys.pressOn(page.getByRole('checkbox', { name: 'Sell as opened under a code of its own' }), 'Space');
  await page.getByLabel('Price').focus();
  await keys.type('99');
  await page.getByLabel('Flaw').focus();
  await keys.type('lid lost');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Labels and tickets/ }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.pressOn(page.getByRole('dialog').getByRole('button', { name: 'Print the Item label KET-1-B' }));
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  expect(await page.getByText('Nothing was printed').count()).toBe(0);
  await confirm(page);

  const inspected = await call('returns.get', { returnId: found.returnId });
  expect(inspected.lines[0]?.inspections).toMatchObject([
    {
      quantity: 2,
      grade: 'B',
      disposition: 'resell',
      twin: 'KET-1-B',
      checklist: [
        { question: 'Box whole', ok: true },
        { question: 'All parts there', ok: false, note: 'no lid' },
      ],
    },
  ]);
  expect(await call('catalog.product', { sku: 'KET-1-B' })).toMatchObject({ price: '99.00', flaw: 'lid lost' });
  expect((await call('stock.balances', { sku: 'KET-1-B', place: 'shelf' })).items).toMatchObject([
    { quantity: 2, valueCents: 12_000 },
  ]);
  expect((await call('care.verify', {})).ok).toBe(true);
});

test.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('everybody can use the repairs and their sheets: %s, %s', async (locale, theme) => {
  const started = await start({ locale, theme });
  const { page, call } = started;
  const found = await receive(started, await sell(started, 1));
  const [line] = found.lines;
  const grading = { quantity: 1, grade: 'C', disposition: 'repair', fault: 'dead' } as const;
  const lines = [{ returnLineId: line?.returnLineId ?? 0, ...grading }];
  await call('inspection.record', { id: randomUUID(), returnId: found.returnId, lines });
  await goTo(page, '/#/repairs');
  await page.getByRole('row', { selected: true }).waitFor();
  await page.getByRole('grid').focus();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'T-2026-000001' }).waitFor();
  for (const key of ['F6', 'F9']) {
    await openSheet(page, key);
    await page.keyboard.press('y');
    expect(await violationsOf(page)).toEqual([]);
    await dismiss(page);
  }
});
