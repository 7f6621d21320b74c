import { beforeEach, expect, test, vi } from 'vitest';
import type { Input, Outcome } from '../../../contract/api.ts';
import { serve, type Transport } from '../../../contract/wire.ts';
import { Draft } from '../../state/draft.ts';
import { type ImportDesk, type ImportDraft, importDeskOf } from './import-desk.svelte.ts';

type Look = Input<'imports.preview'>;
type Answer = Outcome<'imports.preview'> | Outcome<'imports.run'>;
const asked: { name: string; input: Look & { id?: string } }[] = [];
let answer: (name: string, input: Look) => Promise<Answer> | Answer;

const guessed = { saleNumber: 'No', soldAt: 'Date', sku: 'Code', quantity: 'Qty' };
const columns = ['No', 'Date', 'Code', 'Qty', 'Amount'];
const seen = (mapping: Look['mapping'] = guessed): Answer => ({
  ok: {
    kind: 'sales',
    profile: 'generic',
    encoding: 'utf-8',
    sheets: [],
    columns,
    mapping: mapping ?? guessed,
    sample: [],
    understood: [],
    rowsTried: 0,
    wouldStore: {},
    problems: [],
  },
});
const figures = {
  sales: 1,
  saleLines: 1,
  products: 1,
  customers: 0,
  returns: 0,
  returnLines: 0,
  stockAdjustments: 0,
  suppliers: 0,
  goodsReceipts: 0,
  goodsReceiptLines: 0,
  changed: 0,
  refundedSales: 0,
  statuses: 0,
};
const returnLinks = { linked: 0, noCustomer: 0, noEarlierSale: 0, alreadyReturned: 0, tooLittleLeft: 0 };
const done: Answer = {
  ok: { importId: 1, rowsRead: 1, rowsStored: 1, rowsRefused: 0, stored: figures, returnLinks, warnings: [] },
};

/** A line whose far end answers as the test says. */
function line(): Transport {
  let toWindow: (message: unknown) => void = () => {};
  let toShop: (message: unknown) => void = () => {};
  serve(
    {
      send: (message) => queueMicrotask(() => toWindow(message)),
      onMessage: (hear) => {
        toShop = hear;
      },
      onClose: () => {},
    },
    async ({ name, input }, { signal }) => {
      asked.push({ name, input: input as Look });
      const cancelled = new Promise<Answer>((resolve) =>
        signal.addEventListener('abort', () => resolve({ refused: { code: 'cancelled', data: {} } })),
      );
      return Promise.race([answer(name, input as Look), cancelled]);
    },
  );
  return {
    send: (message) => queueMicrotask(() => toShop(message)),
    onMessage: (hear) => {
      toWindow = hear;
    },
    onClose: () => {},
  };
}

vi.stubGlobal('window', { backshelf: line() });
let shops = 0;
const kept = new Map<string, string>();
const draft = (): Draft<ImportDraft> =>
  new Draft('import', {
    save: async (screen, text) => Boolean(kept.set(screen, text)),
    load: async (screen) => kept.get(screen),
  });
async function newDesk(): Promise<ImportDesk> {
  shops += 1;
  const desk = importDeskOf(`/shop-${shops}`);
  await desk.open(draft());
  return desk;
}

beforeEach(() => {
  asked.length = 0;
  kept.clear();
  answer = (name, { mapping }) => (name === 'imports.run' ? done : seen(mapping));
});

test('a needed field that nobody could guess stops the reading until a column is chosen', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  expect([desk.step, desk.missing, desk.ready]).toEqual(['mapping', ['unitPrice'], false]);
  await desk.pickColumn('unitPrice', 'Amount');
  expect([desk.missing, desk.ready]).toEqual([[], true]);
  expect(asked.at(-1)?.input.mapping).toMatchObject({ ...guessed, unitPrice: 'Amount', tender: '' });
});

test('what is read is what was on the screen, under one id until it is done', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  await desk.pickColumn('unitPrice', 'Amount');
  answer = () => ({ refused: { code: 'no-such-file', data: { path: '/till.csv' } } });
  await desk.run();
  expect([desk.step, desk.fileTrouble?.kind, desk.ready]).toEqual(['mapping', 'refused', false]);
  answer = (name, { mapping }) => (name === 'imports.run' ? done : seen(mapping));
  await desk.retry();
  await desk.run();
  const runs = asked.filter(({ name }) => name === 'imports.run');
  expect(new Set(runs.map(({ input }) => input.id)).size).toBe(1);
  expect(runs[1]?.input.mapping).toMatchObject({ ...guessed, unitPrice: 'Amount' });
  expect([desk.step, desk.result?.rowsStored]).toEqual(['result', 1]);
});

test('other columns are another reading with another id', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  await desk.pickColumn('unitPrice', 'Amount');
  answer = (name) => (name === 'imports.run' ? { refused: { code: 'cancelled', data: {} } } : seen());
  await desk.run();
  expect(desk.cancelled).toBe(true);
  await desk.pickColumn('tax', 'Qty');
  await desk.run();
  const [first, second] = asked.filter(({ name }) => name === 'imports.run');
  expect(first?.input.id).not.toBe(second?.input.id);
});

test('columns that the file no longer has are asked for anew, the others stay', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  await desk.pickColumn('unitPrice', 'Amount');
  const now = ['No', 'Date', 'Code', 'Qty', 'Price'];
  answer = (_, { mapping }) =>
    mapping?.unitPrice === 'Amount'
      ? { refused: { code: 'columns-unknown', data: { missing: ['unitPrice'], columns: now } } }
      : seen(mapping);
  await desk.run();
  expect([desk.step, desk.astray, desk.missing]).toEqual(['mapping', ['unitPrice'], ['unitPrice']]);
  expect(desk.mapping).toMatchObject(guessed);
  await desk.pickColumn('unitPrice', 'Price');
  expect([desk.astray, desk.ready]).toEqual([[], true]);
});

test('the last choice is what is looked at, though an earlier look still runs', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  const first = desk.pickColumn('unitPrice', 'Amount');
  await desk.pickColumn('unitPrice', 'Qty');
  await first;
  expect(asked.at(-1)?.input.mapping?.unitPrice).toBe('Qty');
  expect(desk.found?.mapping.unitPrice).toBe('Qty');
});

test('after a crash the file and the chosen columns are back', async () => {
  kept.set('import', JSON.stringify({ path: '/till.csv', mapping: { ...guessed, unitPrice: 'Amount' } }));
  const desk = await newDesk();
  expect([desk.path, desk.ready]).toEqual(['/till.csv', true]);
  await desk.run();
  expect(kept.get('import')).toBe('');
});

test('another shop has a desk of its own', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  expect((await newDesk()).path).toBe('');
});

/** The last question of a name. */
const lastAsked = (name: string): Record<string, unknown> => ({ ...asked.findLast((one) => one.name === name)?.input });

test('what the file is may be said: another kind or sheet forgets the columns chosen before', async () => {
  const desk = await newDesk();
  await desk.take('/book.xlsx');
  await desk.pickColumn('unitPrice', 'Amount');
  await desk.pickSheet('销售明细');
  expect(lastAsked('imports.preview')).toEqual({ path: '/book.xlsx', sheet: '销售明细' });
  await desk.pickKind('products');
  expect(lastAsked('imports.preview')).toEqual({ path: '/book.xlsx', sheet: '销售明细', kind: 'products' });
  expect(desk.fields).toContain('barcode');
});

test('a file whose rows could be tried needs no more than it has', async () => {
  const desk = await newDesk();
  answer = () => {
    const found = seen({ saleNumber: 'No', soldAt: 'Date' }) as { ok: object };
    return { ok: { ...found.ok, profile: 'taobao-orders', rowsTried: 3 } } as Answer;
  };
  await desk.take('/orders.csv');
  expect([desk.needed, desk.missing, desk.ready]).toEqual([['saleNumber', 'soldAt'], [], true]);
});

test('the list of orders beside the lines is looked at and read with them, and can be left out again', async () => {
  const desk = await newDesk();
  await desk.take('/lines.csv');
  await desk.pickColumn('unitPrice', 'Amount');
  await desk.pickOrders('/orders.csv');
  await desk.run();
  expect(lastAsked('imports.run')).toMatchObject({ path: '/lines.csv', orders: '/orders.csv' });
  desk.reading.result = undefined;
  await desk.pickOrders();
  expect(lastAsked('imports.preview')).not.toHaveProperty('orders');
});

test('mended rows are read as the file that they came from', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  await desk.pickColumn('unitPrice', 'Amount');
  await desk.run();
  await desk.takeMended('/exports/refused.csv');
  expect(lastAsked('imports.preview')).toMatchObject({
    path: '/exports/refused.csv',
    kind: 'sales',
    profile: 'generic',
    mapping: { ...guessed, unitPrice: 'Amount' },
  });
  expect([desk.step, desk.result]).toEqual(['mapping', undefined]);
});

test('a saved mapping is asked for by its name; back to the guess forgets it', async () => {
  const desk = await newDesk();
  await desk.take('/till.csv');
  await desk.pickProfile('Old till');
  expect(lastAsked('imports.preview')).toEqual({ path: '/till.csv', profile: 'Old till' });
  await desk.asGuessed();
  expect(lastAsked('imports.preview')).toEqual({ path: '/till.csv' });
});
