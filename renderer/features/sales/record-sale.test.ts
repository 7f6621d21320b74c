import { beforeEach, expect, test } from 'vitest';
import { language } from '../../i18n/index.ts';
import { dayOfInstant } from '../../i18n/times.ts';
import { noonOf, RecordSaleForm } from './record-sale.svelte.ts';

beforeEach(() => {
  language.locale = 'en';
  language.currency = 'CNY';
});

function formWith({ price = 20_0000, quantity = 3 } = {}): RecordSaleForm {
  const form = new RecordSaleForm();
  const [line] = form.lines;
  if (line) Object.assign(line, { sku: 'CUP', priceE4: price, quantity });
  return form;
}

test('a line costs quantity × price, rounded once, unless what was paid is typed', () => {
  const form = formWith({ price: 3333, quantity: 3 });
  expect(form.totalCents).toBe(100);
  const [line] = form.lines;
  if (line) line.paidCents = 95;
  expect([form.totalCents, form.paidIn.split.payouts]).toEqual([95, [{ tender: 'cash', amountCents: 95 }]]);
});

test('a second way of paying leaves the first the rest', () => {
  const form = formWith();
  const { paidIn } = form;
  paidIn.add('wechat');
  paidIn.split.type('wechat', 5000);
  expect(paidIn.split.payouts).toEqual([
    { tender: 'cash', amountCents: 1000 },
    { tender: 'wechat', amountCents: 5000 },
  ]);
  paidIn.remove('wechat');
  expect(paidIn.split.payouts).toEqual([{ tender: 'cash', amountCents: 6000 }]);
});

test('a scan adds one more of an item, fills an empty line, or begins a new one', () => {
  const form = new RecordSaleForm();
  for (const code of ['CUP', 'CUP', 'HAT']) form.scan(code);
  expect(form.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    ['CUP', 2],
    ['HAT', 1],
  ]);
});

test('what is missing is said once saving was tried; blank lines after the first are passed over', async () => {
  const form = new RecordSaleForm();
  form.addLine();
  const [first, second] = form.lines;
  if (!first || !second) throw new Error('no lines');
  expect(form.lineError(first, 'sku')).toBeUndefined();
  expect(await form.save()).toBeUndefined();
  expect([form.lineError(first, 'sku'), form.lineError(second, 'sku')]).toEqual(['Please fill this in', undefined]);
});

test('what was typed comes back from a draft', () => {
  const form = formWith();
  form.customer = 'Wei Wang';
  form.paidIn.add('card');
  form.paidIn.split.type('card', 100);
  const restored = new RecordSaleForm();
  if (form.content) restored.restore(JSON.parse(JSON.stringify(form.content)));
  expect([restored.content, restored.totalCents]).toEqual([form.content, 6000]);
});

test.each(['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Auckland', 'Europe/London'])(
  'a day sold is that day in %s',
  (timeZone) => {
    for (const day of ['2026-01-01', '2026-07-15', '2026-12-31'])
      expect(dayOfInstant(Date.parse(noonOf(day, timeZone)), timeZone)).toBe(day);
  },
);
