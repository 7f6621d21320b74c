import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
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

/** Three faulty cups that cost 8.00 each wait on the supplier shelf. */
async function putAside({ call }: StartedHost): Promise<void> {
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const cups = { sku: 'CUP', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 6000, costCents: 2400 };
  const { saleId } = await call('sales.record', saleInput({ soldAt, lines: [cups] }));
  const sale = await call('sales.get', { saleId });
  const lines = openInput(sale).lines.map((line) => ({ ...line, quantity: 3, reason: 'quality' }));
  const { returnId } = await call('returns.open', openInput(sale, { channel: 'parcel', lines }));
  const { lines: opened } = await call('returns.get', { returnId });
  const came = opened.map((line) => ({ returnLineId: line.returnLineId, quantity: line.quantity }));
  await call('returns.receive', { id: randomUUID(), returnId, lines: came });
  const graded = came.map((line) => ({ ...line, grade: 'C' as const, disposition: 'supplier' as const }));
  await call('inspection.record', { id: randomUUID(), returnId, lines: graded });
}

async function openClaims({ page }: StartedHost): Promise<void> {
  await goTo(page, '/#/claims');
  await page.getByRole('row', { selected: true }).waitFor();
  await page.getByRole('grid').focus();
}

test('a claim paid in part: a supplier is added, a batch is sent, some is paid, some refused, the rest is a loss', async () => {
  const started = await start();
  const { page, call } = started;
  const keys = keyboardOf(page);
  await putAside(started);

  await openClaims(started);
  await openSheet(page, 's');
  await page.getByText('No suppliers yet').waitFor();
  await keys.press('F6');
  await page.getByRole('heading', { name: 'New supplier' }).waitFor();
  await keys.type('Potters');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Potters' }).waitFor();
  await dismiss(page);

  await openSheet(page, 'F6');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please choose the supplier').waitFor();
  await page.getByLabel('Supplier', { exact: true }).focus();
  await keys.press('p');
  await page.getByLabel('How many of Cup').focus();
  await keys.type('2');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 2, name: 'L-2' }).waitFor();
  const [sent] = (await call('claims.list', {})).items;
  const number = sent?.number ?? '';
  expect(sent).toMatchObject({ supplier: 'Potters', claimedCents: 1600, valueCents: 1600, owedCents: 1600 });
  expect(await bookedUnder(started, number)).toEqual({ 'supplier-claim': 1600, goods: -1600 });

  await openSheet(page, 'F9');
  await keys.type('9');
  await page.getByLabel('Reference').focus();
  await keys.type('B-17');
  await confirm(page);
  await openSheet(page, 'F7');
  await page.getByLabel('What the supplier says').focus();
  await keys.type('box was torn');
  await confirm(page);
  await openSheet(page, 'F8');
  await page.getByText('The cost that nobody paid, ¥7.00', { exact: false }).waitFor();
  await confirm(page);
  await page.getByText('¥7.00 lost', { exact: true }).waitFor();

  const claim = await call('claims.get', { number });
  expect(claim).toMatchObject({ open: false, paidCents: 900, refusedCents: 700, owedCents: 0, lostCents: 700 });
  const documents = claim.events.map(({ document = '' }) => document);
  expect(await Promise.all(documents.filter(Boolean).map((document) => bookedUnder(started, document)))).toEqual([
    { bank: 900, 'supplier-claim': -900 },
    { 'loss-on-goods': 700, 'supplier-claim': -700 },
  ]);
  const moves = (await call('stock.moves', { sku: 'CUP' })).items.filter(({ document }) => document === number);
  expect(moves.map(({ from, to, quantity }) => [from, to, quantity])).toEqual([['supplier-shelf', 'supplier', 2]]);
  expect((await call('claims.waiting', {})).items).toMatchObject([{ sku: 'CUP', quantity: 1 }]);
  expect((await call('care.verify', {})).ok).toBe(true);

  const job = { document: 'supplier-return', number, paper: 'A5', locale: 'en' } as const;
  const { text, codes } = await savedPdf(page, job);
  expect(['Supplierreturn', 'Potters', 'CUP', '16.00'].filter((part) => !text.includes(part))).toEqual([]);
  expect(codes).toContain(`QR-Code:${number}`);
});

test.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('everybody can use the claims and their sheets: %s, %s', async (locale, theme) => {
  const started = await start({ locale, theme });
  const { page, call } = started;
  await putAside(started);
  const { supplierId } = await call('suppliers.save', { id: randomUUID(), name: 'Potters', claimDays: 30 });
  await call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', supplierId });
  await openClaims(started);
  await page.getByRole('row', { name: 'Potters', selected: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  for (const key of ['F6', 's']) {
    await openSheet(page, key);
    expect(await violationsOf(page)).toEqual([]);
    await dismiss(page);
  }
  await call('claims.open', { id: randomUUID(), supplierId, lines: [{ sku: 'CUP', quantity: 1 }] });
  await page.keyboard.press('o');
  await page.getByRole('row', { name: 'L-20', selected: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'L-20' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  for (const key of ['F6', 'F7', 'F8', 'F9']) {
    await openSheet(page, key);
    expect(await violationsOf(page)).toEqual([]);
    await dismiss(page);
  }
});
