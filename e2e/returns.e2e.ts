import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../contract/api.ts';
import { openInput, saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { confirm, dismiss, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop();

/** A parcel return of four cups at 20.00, paid 30.00 in cash and 50.00 by WeChat; cost 8.00 each. */
async function openParcel({ call }: StartedHost, changes: Partial<Input<'returns.open'>['lines'][number]> = {}) {
  const soldAt = new Date(Date.now() - 86_400_000).toISOString();
  const line = { sku: 'CUP', name: 'Cup', quantity: 4, unitPrice: '20.00', paidCents: 8000, costCents: 3200 };
  const tenders = [
    { tender: 'cash' as const, amountCents: 3000 },
    { tender: 'wechat' as const, amountCents: 5000 },
  ];
  const { saleId } = await call('sales.record', saleInput({ soldAt, lines: [line], tenders }));
  const sale = await call('sales.get', { saleId });
  const lines = openInput(sale).lines.map((own) => ({ ...own, quantity: 4, ...changes }));
  return { sale, ...(await call('returns.open', openInput(sale, { channel: 'parcel', lines }))) };
}

async function openPage({ page }: StartedHost, returnId: number): Promise<void> {
  await goTo(page, `/#/returns/${returnId}`);
  await page.getByRole('heading', { level: 1, name: /^R-/ }).waitFor();
}

test('a parcel return by keyboard: received in part, graded three ways, refunded, voided, paid again, closed', async () => {
  const started = await start();
  const { page, call } = started;
  const { returnId, sale } = await openParcel(started);
  await goTo(page, '/#/returns');
  await page.getByRole('row', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^R-/ }).waitFor();

  await openSheet(page, 'F3');
  await page.keyboard.type('3', { delay: 60 });
  await confirm(page);

  await openSheet(page, 'F4');
  for (const key of ['a', 's', 'b', 's', 'c']) await page.keyboard.press(key, { delay: 60 });
  await page.getByRole('button', { name: 'Part 2' }).first().focus();
  await page.keyboard.press('Enter', { delay: 60 });
  await page.getByLabel('Write-down').focus();
  await page.keyboard.type('3.5', { delay: 60 });
  await confirm(page);

  await openSheet(page, 'F9');
  await confirm(page);
  await page.getByText('¥60.00').first().waitFor();
  const paid = await call('returns.get', { returnId });
  expect(paid.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 3000],
    ['wechat', 3000],
  ]);

  await page.getByRole('button', { name: `Void ${paid.payouts[1]?.number}` }).focus();
  await openSheet(page, 'Enter');
  await page.keyboard.type('wrong account', { delay: 60 });
  await confirm(page, 'Enter');
  await openSheet(page, 'F9');
  await confirm(page);
  await openSheet(page, 'F8');
  await page.getByText('1 unit never came.').waitFor();
  await confirm(page);
  await page.getByText('Closed').first().waitFor();

  const found = await call('returns.get', { returnId });
  expect(found.stage).toBe('closed');
  expect(found.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
    ['cash', 3000],
    ['wechat', 3000],
    ['wechat', -3000],
    ['wechat', 3000],
  ]);
  expect(
    found.lines[0]?.inspections.map(({ grade, disposition, writeDownCents }) => [grade, disposition, writeDownCents]),
  ).toEqual([
    ['A', 'resell', 0],
    ['B', 'resell', 350],
    ['C', 'scrap', 0],
  ]);
  expect((await call('sales.get', { saleId: sale.saleId })).lines[0]?.returnableQuantity).toBe(1);
});

test('a return is rejected only with a reason', async () => {
  const started = await start();
  const { page, call } = started;
  const { returnId } = await openParcel(started, { reason: 'other', note: 'smells odd' });
  await openPage(started, returnId);
  await openSheet(page, 'F7');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Please say why').waitFor();
  await page.keyboard.type('washed', { delay: 60 });
  await confirm(page, 'Enter');
  const found = await call('returns.get', { returnId });
  expect([found.stage, found.steps.at(-1)?.note]).toEqual(['rejected', 'washed']);
});

test('a refusal stands at its field, and what was typed survives a new window', async () => {
  const started = await start();
  const { page, call } = started;
  const { returnId, lines } = await openParcel(started);
  await call('returns.receive', {
    id: randomUUID(),
    returnId,
    lines: lines.map(({ returnLineId, quantity }) => ({ returnLineId, quantity })),
  });
  await openPage(started, returnId);
  await openSheet(page, 'F4');
  await page.keyboard.press('b');
  await page.getByLabel('Write-down').focus();
  await page.keyboard.type('99', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/a write-down of ¥99.00 is more than the goods are worth/)
    .first()
    .waitFor();
  expect(await page.getByLabel('Write-down').getAttribute('aria-invalid')).toBe('true');

  await page.waitForTimeout(700);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /^R-/ }).waitFor();
  await openSheet(page, 'F4');
  await page.getByText('What you had entered before is back.').waitFor();
  expect(await page.getByLabel('Write-down').inputValue()).toBe('99.00');
});

test('letters filter the list, the scanner finds a return wherever the focus is', async () => {
  const started = await start();
  const { page } = started;
  const { number } = await openParcel(started);
  await goTo(page, '/#/returns');
  await page.getByRole('row', { selected: true }).waitFor();
  await page.keyboard.press('c');
  await page.getByText('No return fits these filters').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('row', { selected: true }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('nobody', { delay: 60 });
  await page.getByText('No return fits these filters').waitFor();
  await page.keyboard.type(`${number}\n`);
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { selected: true }).waitFor();
});

test.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('everybody can use the list, the page and its sheets: %s, %s', async (locale, theme) => {
  const started = await start({ locale, theme, demo: true });
  const { page, call } = started;
  await call('settings.set', { theme });
  await goTo(page, '/#/returns');
  await page.getByRole('row', { selected: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  for (const [stage, key] of [
    ['approved', 'F3'],
    ['received', 'F4'],
    ['inspected', 'F9'],
    ['settled', 'F8'],
  ] as const) {
    const [found] = (await call('returns.search', { stage, limit: 1 })).items;
    if (!found) throw new Error(`The demo shop has no return at ${stage}.`);
    await openPage(started, found.returnId);
    await page.getByRole('heading', { level: 1, name: found.number }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await openSheet(page, key);
    expect(await violationsOf(page)).toEqual([]);
    await dismiss(page);
  }
});
