import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Input, Output } from '../contract/api.ts';
import { saleInput } from '../fixtures/builders.ts';
import { violationsOf } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { keyboardOf } from './support/keyboard.ts';
import { ownYesAsked } from './support/own-yes.ts';
import { savedPdf } from './support/saved-pdf.ts';
import { scan } from './support/scan.ts';
import type { StartedHost } from './support/start-host.ts';

const start = cornerShop({ settings: { openingDay: '2020-01-01' } });

type Sale = Output<'sales.get'>;
type Return = Output<'returns.get'>;

/** Sold an hour ago; what is not said is that of the builders. */
async function sell({ call }: StartedHost, changes: Partial<Input<'sales.record'>>): Promise<Sale> {
  const soldAt = new Date(Date.now() - 60_000).toISOString();
  const { saleId } = await call('sales.record', saleInput({ number: 'TILL-0042', soldAt, ...changes }));
  return call('sales.get', { saleId });
}

async function newest({ call }: StartedHost): Promise<Return> {
  const [found] = (await call('returns.search', { limit: 1 })).items;
  if (!found) throw new Error('No return was recorded.');
  return call('returns.get', { returnId: found.returnId });
}

async function openCounter({ page }: StartedHost): Promise<void> {
  await page.getByRole('heading', { name: /^(Today|今日)$/ }).waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('heading', { name: /^(Counter return|柜台退货)$/ }).waitFor();
}

async function openReceipt(started: StartedHost, { number }: Sale): Promise<void> {
  const { page } = started;
  await openCounter(started);
  await scan(page, number);
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
}

/** Every amount posted to an account on the day of a return: debits above zero, credits below. */
async function posted({ call }: StartedHost, { day }: Return, role: string): Promise<number[]> {
  const { items } = await call('money.entries', { from: day, to: day });
  return items
    .flatMap(({ lines }) => lines)
    .filter((line) => line.role === role)
    .map(({ debitCents, creditCents }) => debitCents - creditCents);
}

/** The ways that goods took for a return: the item, from, to and how many. */
async function moves({ call }: StartedHost, { number, day }: Return): Promise<unknown[]> {
  const { items } = await call('stock.moves', { from: day, to: day });
  return items
    .filter(({ document }) => document === number)
    .map(({ sku, from, to, quantity }) => [sku, from, to, quantity]);
}

test('七天无理由：网购的商品拆封了，写上签收日期，当天可退，拆封不影响', async () => {
  const started = await start({ locale: 'zh-CN' });
  const { page, call } = started;
  const preset = (await call('policy.presets', {})).presets.find((one) => one.preset === 'cn-seven-days');
  if (!preset) throw new Error('There is no such preset.');
  await call('policy.save', { id: randomUUID(), name: '七天无理由', rules: preset.rules });
  const sale = await sell(started, {
    channel: '微店',
    lines: [{ sku: 'LAMP', name: '台灯', quantity: 1, unitPrice: '129.00', paidCents: 12_900, costCents: 6000 }],
  });
  await openReceipt(started, sale);
  const keys = keyboardOf(page);
  await keys.press('1', '4', 'f', 'b');
  const signing = page.getByRole('textbox', { name: '签收日期' });
  await signing.focus();
  await keys.type(sale.day);
  await page
    .getByText('从签收日算')
    .waitFor({ timeout: 1000 })
    .catch(() => undefined);
  await page.getByText('可以退', { exact: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('F9');
  await page.getByRole('heading', { name: '已退款' }).waitFor();

  const found = await newest(started);
  expect(found).toMatchObject({
    stage: 'settled',
    signedOn: sale.day,
    verdict: { outcome: 'accept', policy: '七天无理由' },
    lines: [{ condition: 'opened', reason: 'changed-mind' }],
  });
  expect(found.verdict.rules).toContainEqual({ rule: 'condition', outcome: 'accept', data: { condition: 'opened' } });
  expect(await moves(started, found)).toEqual([
    ['LAMP', 'customer', 'returns', 1],
    ['LAMP', 'returns', 'shelf', 1],
  ]);
  expect(await posted(started, found, 'cash')).toEqual([-12_900]);
  expect((await posted(started, found, 'goods')).reduce((sum, cents) => sum + cents, 0)).toBe(6000);
  const slip = await savedPdf(page, { document: 'return-slip', number: found.number, paper: 'A5', locale: 'zh-CN' });
  for (const text of [found.number, '台灯', '不想要了', 'TILL-0042']) expect(slip.text).toContain(text);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('no receipt: a person agrees a value and says why, and it goes out as store credit', async () => {
  const started = await start();
  const { page, call } = started;
  await call('catalog.saveProduct', {
    id: randomUUID(),
    sku: 'KETTLE',
    name: 'Kettle',
    price: '59.00',
    accessories: ['Lid', 'Base'],
  });
  await openCounter(started);
  const keys = keyboardOf(page);
  await keys.press('F7');
  await page.getByRole('heading', { name: 'Return without a receipt' }).waitFor();
  await page.getByRole('textbox', { name: 'Customer (name or phone)' }).fill('Wei Wang');
  await scan(page, 'KETTLE');
  await page.getByRole('group', { name: 'Item 1: Kettle' }).waitFor();
  // Changed mind, opened, the base is missing, back to the shelf, for 40.00.
  await keys.press('4', 'f', 'a', 'm', 'Tab', 'Space', 'v');
  await keys.type('40');
  await keys.press('F9');
  await ownYesAsked(page);
  await keys.press('Space', 'F9');
  await page.getByText('Please say why it is approved').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.type('Bought here, the label is ours');
  await keys.press('F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();

  const found = await newest(started);
  expect(found).toMatchObject({
    stage: 'settled',
    customer: { name: 'Wei Wang' },
    lines: [{ sku: 'KETTLE', condition: 'opened', missing: ['Base'], valueCents: 4000, creditedCents: 4000 }],
    payouts: [{ tender: 'store-credit', amountCents: 4000 }],
  });
  expect(found.sale).toBeUndefined();
  expect(found.steps.map(({ note }) => note)).toContain('Bought here, the label is ours');
  const code = found.payouts[0]?.storeCredit ?? 'none';
  // It is shown in groups, as it is read out.
  expect((await page.locator('body').textContent())?.replaceAll('-', '')).toContain(code);
  expect(await moves(started, found)).toEqual([
    ['KETTLE', 'customer', 'returns', 1],
    ['KETTLE', 'returns', 'shelf', 1],
  ]);
  expect([await posted(started, found, 'store-credit'), await posted(started, found, 'cash')]).toEqual([[-4000], []]);
  const receipt = await savedPdf(page, {
    document: 'refund-receipt',
    number: found.number,
    paper: '80mm',
    locale: 'en',
  });
  for (const text of [found.number, 'Kettle', '40.00', 'Storecredit']) expect(receipt.text).toContain(text);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('a bundle without its gift: said at once, the price it was cheaper by is kept, and stands on the receipt', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started, {
    lines: [
      { sku: 'POT', name: 'Pot', quantity: 1, unitPrice: '80.00', paidCents: 8000, costCents: 3000, bundle: 'tea' },
      { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: '15.00', paidCents: 0, costCents: 500, bundle: 'tea' },
    ],
  });
  await openReceipt(started, sale);
  await page.getByText('Gift of bundle 1').waitFor();
  const keys = keyboardOf(page);
  await keys.press('1', '4', 'a');
  await page.getByText('Of the same bundle stays behind: Mug ×1').waitFor();
  await page.getByText('− 15.00').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('F9');
  await ownYesAsked(page);
  await keys.press('Space', 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();

  const found = await newest(started);
  expect(found.lines.map(({ sku }) => sku)).toEqual(['POT']);
  expect(found.creditNotes).toMatchObject([{ totalCents: 6500, extras: [{ kind: 'bundle-kept', cents: 1500 }] }]);
  expect(found.payouts.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([['cash', 6500]]);
  expect(await moves(started, found)).toEqual([
    ['POT', 'customer', 'returns', 1],
    ['POT', 'returns', 'shelf', 1],
  ]);
  expect([await posted(started, found, 'cash'), await posted(started, found, 'other-income')]).toEqual([
    [-6500],
    [-1500],
  ]);
  const receipt = await savedPdf(page, { document: 'refund-receipt', number: found.number, paper: 'A5', locale: 'en' });
  for (const text of [found.number, '15.00', '65.00']) expect(receipt.text).toContain(text);
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('a second receipt of the same visit, of a phone found by its serial number; pieces of a bundle come along by one key', async () => {
  const started = await start();
  const { page, call } = started;
  await call('catalog.saveProduct', { id: randomUUID(), sku: 'PHONE', name: 'Phone', tracking: 'serial' });
  const first = await sell(started, { customer: { name: 'Wei Wang' } });
  const phones = await sell(started, {
    number: 'TILL-0043',
    lines: [
      {
        sku: 'PHONE',
        name: 'Phone',
        quantity: 2,
        unitPrice: '500.00',
        paidCents: 100_000,
        bundle: 'b',
        serials: ['SN-0001', 'SN-0002'],
      },
      { sku: 'CASE', name: 'Case', quantity: 2, unitPrice: '20.00', paidCents: 0, bundle: 'b' },
    ],
  });
  await openReceipt(started, first);
  const keys = keyboardOf(page);
  await keys.press('1', '4', 'a', 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  await keys.press('F8');
  await page.getByRole('heading', { name: 'Returns of this visit' }).waitFor();
  await scan(page, phones.number);
  await page.getByRole('heading', { name: /TILL-0043/ }).waitFor();
  await scan(page, 'SN-0002');
  await page.getByRole('textbox', { name: 'Serial' }).waitFor();
  await wait(400);
  await keys.press('1', 'a');
  await keys.pressOn(page.getByRole('button', { name: 'Take it, too' }));
  await keys.press('1', 'a', 'F9');
  await page.getByRole('heading', { name: 'Refunded' }).waitFor();
  await page.getByRole('heading', { name: 'Returns of this visit' }).waitFor();
  await page.getByText('¥520.00').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  const found = await newest(started);
  expect(found).toMatchObject({ customer: { name: 'Wei Wang' }, lines: [{ serial: 'SN-0002' }, { sku: 'CASE' }] });
  const { visit } = await call('returns.related', { returnId: found.returnId });
  expect(visit).toMatchObject([{ goods: expect.stringContaining('Cup') }]);
});

test('a return that is announced by telephone: judged and recorded with its parcel, nothing graded or paid', async () => {
  const started = await start();
  const { page, call } = started;
  const sale = await sell(started, {});
  await openCounter(started);
  const keys = keyboardOf(page);
  await keys.press('F8');
  await page.getByRole('heading', { name: 'Announced return' }).waitFor();
  await scan(page, sale.number);
  await page.getByRole('heading', { name: 'Receipt TILL-0042' }).waitFor();
  await keys.press('1', '1', 'h');
  await page.getByText('Accept', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Waybill' }).focus();
  await keys.type('SF1234567890');
  await page.getByRole('textbox', { name: 'Paid by the customer' }).focus();
  await keys.type('12');
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('F9');
  await page.waitForURL(/#\/returns\/\d+/);
  expect(await newest(started)).toMatchObject({
    stage: 'approved',
    channel: 'parcel',
    waybill: 'SF1234567890',
    freightCents: 1200,
    lines: [{ condition: 'damaged', receivedQuantity: 0 }],
    payouts: [],
  });
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});
