import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { api } from '../../contract/api.ts';
import { counterInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testClock, testShop } from '../../fixtures/shop.ts';

const id = () => randomUUID();
const yuan = (count: number) => [{ cents: 100, count }];
const count = (shop: TestShop, cents: number, note?: string) =>
  shop.call('drawer.count', { id: id(), coins: [{ cents: 1, count: cents }], ...(note !== undefined && { note }) });
const expected = async (shop: TestShop) => (await shop.call('drawer.now', {})).expectedCents;

/** The entries of a document: role, debit less credit. */
async function posted(shop: TestShop, document: string): Promise<[string, number][]> {
  const { items } = await shop.call('money.entries', { from: '2026-01-01', to: '2026-12-31' });
  return items
    .filter((item) => item.document === document)
    .flatMap(({ lines }) =>
      lines.map(({ role, debitCents, creditCents }): [string, number] => [role, debitCents - creditCents]),
    );
}

describe('counting the drawer', () => {
  test('the first count opens it, expects nothing and books nothing', async () => {
    await using shop = testShop();
    const coins = [
      { cents: 100, count: 3 },
      { cents: 10_000, count: 2 },
      { cents: 100, count: 1 },
      { cents: 50, count: 0 },
    ];
    const first = await shop.call('drawer.count', { id: id(), coins });
    expect(first).toEqual({
      ...{ number: 'D-2026-000001', day: '2026-11-18', at: '2026-11-18T03:00:00.000Z', person: 'owner' },
      coins: [
        { cents: 10_000, count: 2 },
        { cents: 100, count: 4 },
      ],
      ...{ countedCents: 20_400, differenceCents: 0 },
    });
    expect(await posted(shop, first.number)).toEqual([]);
    expect(await shop.call('drawer.now', {})).toMatchObject({ since: first, expectedCents: 20_400, flows: [] });
  });

  test('as many of one coin as are given, be it over and over, fit the answer too', async () => {
    await using shop = testShop();
    const coins = [1, 2].map(() => ({ cents: 1, count: 1_000_000 }));
    await shop.call('drawer.count', { id: id(), coins });
    const listed = await shop.call('drawer.list', {});
    expect(listed.counts[0]?.coins).toEqual([{ cents: 1, count: 2_000_000 }]);
    expect(api['drawer.list'].output.safeParse(listed).success).toBe(true);
  });

  test('before it is counted nothing is expected, whatever was traded', async () => {
    await using shop = testShop();
    await recordSale(shop);
    expect(await shop.call('drawer.now', {})).toEqual({
      ...{ flows: [], flowCount: 0, inCents: 0, outCents: 0 },
      denominations: [10_000, 5000, 2000, 1000, 500, 100, 50, 10],
    });
  });

  test.each([
    [
      'short',
      9950,
      [
        ['cash-difference', 50],
        ['cash', -50],
      ],
    ],
    [
      'over',
      10_020,
      [
        ['cash', 20],
        ['cash-difference', -20],
      ],
    ],
    ['right', 10_000, []],
  ] as const)('what is %s is booked, and from then on what was counted lies there', async (_, cents, lines) => {
    await using shop = testShop();
    await count(shop, 10_000);
    const second = await count(shop, cents, 'a coin fell down');
    expect(second).toMatchObject({ expectedCents: 10_000, countedCents: cents, differenceCents: cents - 10_000 });
    expect(await posted(shop, second.number)).toEqual(lines);
    expect(await expected(shop)).toBe(cents);
  });

  test('a difference needs a note, and nothing is recorded without', async () => {
    await using shop = testShop();
    await count(shop, 500);
    const wrong = { id: id(), coins: yuan(4), note: '  ' };
    expect(await shop.refusal('drawer.count', wrong)).toEqual({
      code: 'note-for-difference',
      data: { differenceCents: -100 },
    });
    expect((await shop.call('drawer.list', {})).counts).toHaveLength(1);
  });

  test('asked twice with the same id it is counted once', async () => {
    await using shop = testShop();
    const input = { id: id(), coins: yuan(5) };
    const first = await shop.call('drawer.count', input);
    expect(await shop.call('drawer.count', input)).toEqual(first);
    expect(await shop.refusal('drawer.count', { ...input, coins: yuan(6) })).toMatchObject({ code: 'id-used' });
    expect((await shop.call('drawer.list', {})).counts).toEqual([first]);
  });
});

describe('what should lie in the drawer', () => {
  test('a sale in cash that nobody books here brings its cash, a refund takes it out by its entry', async () => {
    await using shop = testShop();
    await count(shop, 10_000);
    const sale = await recordSale(shop, { soldAt: '2026-11-18T03:00:00.000Z' });
    const { payoutNumbers } = await shop.call('returns.counter', counterInput(sale));
    const now = await shop.call('drawer.now', {});
    expect(now).toMatchObject({ expectedCents: 14_000, inCents: 6000, outCents: 2000, flowCount: 2 });
    expect(now.flows).toMatchObject([
      { kind: 'entry', entryKind: 'payout', document: payoutNumbers[0], cents: -2000 },
      { kind: 'sale', document: sale.number, cents: 6000 },
    ]);
  });

  test('a booked sale brings its cash once, by its entry', async () => {
    await using shop = testShop({ settings: { booksSales: true } });
    await shop.call('catalog.saveProduct', { id: id(), sku: 'CUP', name: 'Cup' });
    const lines = [{ sku: 'CUP', quantity: 3, unitCost: '8' }];
    await shop.call('stock.receive', { id: id(), paidBy: 'payable', lines });
    await count(shop, 0);
    await recordSale(shop);
    expect(await shop.call('drawer.now', {})).toMatchObject({ expectedCents: 6000, flowCount: 1 });
  });

  test('a sale of a time before the last count, typed in later, lay in the drawer already', async () => {
    await using shop = testShop();
    await count(shop, 10_000);
    await recordSale(shop, { soldAt: '2026-11-17T02:00:00.000Z' });
    expect(await expected(shop)).toBe(10_000);
  });

  test('a sale of now counts, also while the clock shows a time before the last count', async () => {
    const clock = testClock();
    await using shop = testShop({ clock });
    await count(shop, 10_000);
    clock.set('2026-11-18T01:00:00.000Z');
    const { soldAt: _, ...sale } = { soldAt: '', ...cashSale };
    await shop.call('sales.record', { id: id(), ...sale });
    expect(await expected(shop)).toBe(11_500);
  });

  test('what was read from a file, or paid otherwise, never lay in the drawer', async () => {
    await using shop = testShop();
    await count(shop, 10_000);
    await shop.call('sales.record', { id: id(), ...cashSale, tenders: [{ tender: 'wechat', amountCents: 1500 }] });
    expect(await shop.call('drawer.now', {})).toMatchObject({ expectedCents: 10_000, flowCount: 0 });
  });
});

const cashSale = {
  lines: [{ sku: 'PEN', name: 'Pen', quantity: 1, unitPrice: '15.00', paidCents: 1500 }],
  tenders: [{ tender: 'cash' as const, amountCents: 1500 }],
};

describe('cash put in and taken out', () => {
  const kinds = [
    [
      'put-in',
      300,
      [
        ['cash', 300],
        ['owner', -300],
      ],
    ],
    [
      'taken-out',
      -300,
      [
        ['owner', 300],
        ['cash', -300],
      ],
    ],
    [
      'to-bank',
      -300,
      [
        ['bank', 300],
        ['cash', -300],
      ],
    ],
    [
      'from-bank',
      300,
      [
        ['cash', 300],
        ['bank', -300],
      ],
    ],
    ['takings', 300, []],
  ] as const;

  test.each(kinds)(
    '%s is kept where sales are booked elsewhere, and booked where they are booked here',
    async (kind, cents, lines) => {
      await using elsewhere = testShop();
      await using here = testShop({ settings: { booksSales: true } });
      for (const [shop, entry] of [
        [elsewhere, []],
        [here, lines],
      ] as const) {
        await count(shop, 1000);
        const move = await shop.call('drawer.move', { id: id(), kind, amountCents: 300 });
        expect(move).toMatchObject({ number: 'D-2026-000002', kind, amountCents: 300, booked: entry.length > 0 });
        expect(await posted(shop, move.number)).toEqual(entry);
        expect(await shop.call('drawer.now', {})).toMatchObject({
          expectedCents: 1000 + cents,
          flows: [{ kind, document: move.number, cents }],
        });
      }
    },
  );

  test('is listed by day, newest first', async () => {
    const clock = testClock();
    await using shop = testShop({ clock });
    await shop.call('drawer.move', { id: id(), kind: 'put-in', amountCents: 1, note: ' change ' });
    clock.set('2026-11-19T03:00:00.000Z');
    await shop.call('drawer.move', { id: id(), kind: 'takings', amountCents: 2 });
    await count(shop, 3);
    const listed = await shop.call('drawer.list', {});
    expect(listed.moves).toMatchObject([{ number: 'D-2026-000002' }, { number: 'D-2026-000001', note: 'change' }]);
    expect(await shop.call('drawer.list', { to: '2026-11-18' })).toEqual({ counts: [], moves: [listed.moves[1]] });
    expect(await shop.call('drawer.list', { from: '2026-11-19', limit: 1 })).toEqual({
      counts: listed.counts,
      moves: [listed.moves[0]],
    });
  });
});
