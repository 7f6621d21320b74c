import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../../contract/api/catalog.ts';
import { language } from '../../i18n/index.ts';
import type { ask } from '../../state/shop.svelte.ts';
import { ReceiveDesk } from './receive-desk.svelte.ts';

beforeEach(() => {
  language.locale = 'en';
  language.currency = 'CNY';
});

function product(changes: Partial<Product>): Product {
  return {
    productId: 1,
    sku: 'CUP',
    name: 'Cup',
    accessories: [],
    twins: [],
    barcodes: [],
    expires: false,
    onShelf: 0,
    ...changes,
  };
}

const cup = product({ barcodes: ['690'] });
const phone = product({ sku: 'PHONE', name: 'Phone', tracking: 'serial' });
const milk = product({ sku: 'MILK', name: 'Milk', tracking: 'batch', expires: true });
const known: Readonly<Record<string, Product>> = { CUP: cup, '690': cup, PHONE: phone, 'SN-0': phone, MILK: milk };

/** A shop that knows three items and one phone of before; keeps what was asked of it. */
function shop(answer: unknown = { ok: { number: 'G-1' } }) {
  const asked: [string, unknown][] = [];
  const askShop = async (name: string, input: { code?: string }) => {
    if (name === 'catalog.byCode') return { ok: known[input.code ?? ''] };
    if (name === 'catalog.products') return { ok: { items: [], total: 0 } };
    asked.push([name, input]);
    return answer;
  };
  return { asked, askShop: askShop as unknown as typeof ask };
}

async function deskWith(codes: readonly string[], answer?: unknown) {
  const { asked, askShop } = shop(answer);
  const desk = new ReceiveDesk('received', askShop);
  for (const code of codes) await desk.take(code);
  return { desk, asked };
}

test('every code of an item adds one; unknown codes after an item with numbers are its numbers', async () => {
  const { desk } = await deskWith(['CUP', '690', 'PHONE', 'SN-1', 'SN-1', 'SN-0']);
  expect(desk.lines.map(({ item, quantity, serials }) => [item.sku, quantity, [...serials]])).toEqual([
    ['CUP', 2, []],
    ['PHONE', 2, ['SN-1', 'SN-0']],
  ]);
});

test('a code of nothing is said, and kept for a new item', async () => {
  const { desk } = await deskWith(['CUP', 'NEW-1']);
  expect([desk.finder.unknown, desk.finder.problem, desk.lines.length]).toEqual([
    'NEW-1',
    'There is no item “NEW-1”',
    1,
  ]);
});

test('the cost of one and of all take each other’s place; both make the sum', async () => {
  const { desk } = await deskWith(['CUP', 'PHONE', 'SN-1']);
  const [cups, phones] = desk.lines;
  if (!cups || !phones) throw new Error('no lines');
  cups.quantity = 3;
  cups.costE4 = 33_333;
  phones.costE4 = 1;
  phones.valueCents = 99_900;
  expect([cups.comesToCents, phones.costE4, desk.totalCents]).toEqual([1000, undefined, 100_900]);
});

test('what is missing is said before anything is sent', async () => {
  const { desk, asked } = await deskWith(['PHONE', 'MILK']);
  expect(await desk.record()).toBeUndefined();
  expect(desk.lines.map((line) => desk.lineError(line))).toEqual([
    'Please scan the serial numbers',
    'Please give batch and quantity',
  ]);
  const batch = desk.lines[1]?.batches[0];
  if (batch) Object.assign(batch, { code: 'B1', quantity: 4 });
  expect([desk.lines[1]?.missing, asked]).toEqual(['Please give the last day', []]);
});

test('a delivery is sent as it stands, and comes back from a draft unchanged', async () => {
  const { desk, asked } = await deskWith(['CUP', 'MILK']);
  const [cups, milks] = desk.lines;
  if (cups) cups.costE4 = 25_000;
  if (milks?.batches[0]) Object.assign(milks.batches[0], { code: 'B1', quantity: 4, lastDay: '2027-01-31' });
  Object.assign(desk, { supplier: '3', paidBy: 'cash', reference: ' LS-7 ', taxCents: 120 });
  const content = JSON.parse(JSON.stringify(desk.content));
  const again = new ReceiveDesk('received', shop().askShop);
  again.restore(content);
  expect(JSON.parse(JSON.stringify(again.content))).toEqual(content);
  expect(await desk.record()).toEqual({ number: 'G-1' });
  expect(asked).toEqual([
    [
      'stock.receive',
      {
        id: content.id,
        supplierId: 3,
        paidBy: 'cash',
        reference: 'LS-7',
        taxCents: 120,
        lines: [
          { sku: 'CUP', quantity: 1, unitCost: '2.5' },
          { sku: 'MILK', quantity: 4, batches: [{ code: 'B1', quantity: 4, expiresOn: '2027-01-31' }] },
        ],
      },
    ],
  ]);
});

test('a refusal is said at its line, and nothing typed is lost', async () => {
  const refusal = { code: 'unit-here-already', data: { line: 2, sku: 'PHONE', code: 'SN-1' } };
  const { desk } = await deskWith(['CUP', 'PHONE', 'SN-1'], { trouble: { kind: 'refused', refusal } });
  expect(await desk.record()).toBeUndefined();
  expect(desk.lines.map((line) => desk.lineError(line))).toEqual([undefined, 'Line 2: SN-1 of PHONE is here already.']);
  expect(desk.content?.lines.length).toBe(2);
});
