import { beforeEach, expect, test } from 'vitest';
import { language } from '../../i18n/index.ts';
import { dayOfInstant } from '../../i18n/times.ts';
import type { ask } from '../../state/shop.svelte.ts';
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

const cup = { sku: 'CUP', name: 'Cup', price: '20', unit: 'pcs', barcodes: ['690'], accessories: [], twins: [] };

/** A shop that knows the cup by its code, its barcode and the serial number of one. */
const knowsCups = (async (name: string, { code }: { code: string }) =>
  name === 'catalog.byCode' && ['CUP', '690', 'SN-1'].includes(code) ? { ok: cup } : {}) as unknown as typeof ask;

test('a scan adds one more of an item with its name and price, whichever of its codes it was', async () => {
  const form = new RecordSaleForm(knowsCups);
  await Promise.all(['CUP', '690', 'HAT', 'SN-1', 'SN-1'].map((code) => form.scan(code)));
  expect(
    form.lines.map(({ sku, name, quantity, priceE4, serials, isNew }) => ({
      sku,
      name,
      quantity,
      priceE4,
      serials: [...serials],
      isNew,
    })),
  ).toEqual([
    { sku: 'CUP', name: 'Cup', quantity: 3, priceE4: 200_000, serials: ['SN-1'], isNew: false },
    { sku: 'HAT', name: '', quantity: 1, priceE4: undefined, serials: [], isNew: true },
  ]);
});

test('a typed code is filled in from its item; what somebody typed stays', async () => {
  const form = new RecordSaleForm(knowsCups);
  const [line] = form.lines;
  if (!line) throw new Error('no line');
  Object.assign(line, { sku: '690', priceE4: 150_000 });
  await form.look(line);
  expect([line.sku, line.name, line.priceE4]).toEqual(['CUP', 'Cup', 150_000]);
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
