import { expect, test } from 'vitest';
import type { Input } from '../../../contract/api.ts';
import type { Ask } from '../counter/policy-says.svelte.ts';
import { ArrivalDesk } from './arrival-desk.svelte.ts';

const products: Readonly<Record<string, object>> = {
  CUP: { sku: 'CUP', name: 'Cup', accessories: [], twins: [], barcodes: [] },
  PHONE: { sku: 'PHONE', name: 'Phone', tracking: 'serial', accessories: [], twins: [], barcodes: [] },
};

/** A shop that knows two items and takes every parcel in. */
function deskWithShop() {
  const sent: Input<'returns.arrive'>[] = [];
  const ask = (async (name: string, input: { code?: string }) => {
    if (name === 'catalog.byCode') {
      const product = products[input.code ?? ''];
      return product ? { ok: product } : { trouble: { kind: 'refused' } };
    }
    if (name === 'find.search') return { ok: { items: [] } };
    sent.push(input as Input<'returns.arrive'>);
    return { ok: { returnId: 1, number: 'R-1' } };
  }) as unknown as Ask;
  return { desk: new ArrivalDesk(ask), sent };
}

test('a parcel is scanned piece by piece', async () => {
  const { desk, sent } = deskWithShop();
  for (const code of ['CUP', 'CUP', 'PHONE', 'SN-1']) await desk.take(code);
  desk.waybill = ' SF1 ';
  desk.customer = '138 1234 5678';
  await desk.record();
  expect(sent).toEqual([
    {
      id: expect.any(String),
      channel: 'parcel',
      waybill: 'SF1',
      customer: { phone: '138 1234 5678' },
      lines: [
        { sku: 'CUP', quantity: 2 },
        { sku: 'PHONE', quantity: 1, serial: 'SN-1' },
      ],
    },
  ]);
});

test('a code that no item has may be the waybill', async () => {
  const { desk } = deskWithShop();
  await desk.take('SF1440');
  expect(desk.finder.problem).toContain('SF1440');
  desk.takeAsWaybill();
  expect([desk.waybill, desk.finder.problem]).toEqual(['SF1440', undefined]);
});

test('nothing is sent while something is missing, which is said at its field', async () => {
  const { desk, sent } = deskWithShop();
  await desk.record();
  expect(desk.itemError).toBeDefined();
  await desk.take('PHONE');
  await desk.take('CUP');
  const [phone, cup] = desk.lines;
  if (cup) cup.quantity = undefined;
  await desk.record();
  expect(phone && desk.serialError(phone)).toBeDefined();
  expect(cup && desk.quantityError(cup)).toBeDefined();
  expect(sent).toEqual([]);
});

test('what was entered comes back under the same id', async () => {
  const { desk, sent } = deskWithShop();
  await desk.take('CUP');
  desk.freightCents = 1200;
  const again = deskWithShop();
  const { content } = desk;
  if (content) again.desk.restore(JSON.parse(JSON.stringify(content)));
  await desk.record();
  await again.desk.record();
  expect(again.sent).toEqual(sent);
});
