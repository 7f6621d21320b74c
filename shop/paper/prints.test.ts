import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Input } from '../../contract/api.ts';
import { counterInput, printInput, recordSale } from '../../fixtures/builders.ts';
import { busyShopFile } from '../../fixtures/busy-shop.ts';
import { failingChecks } from '../../fixtures/failing-checks.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const counted = async (shop: TestShop, changes: Partial<Input<'paper.printed'>>): Promise<number[]> =>
  (await shop.call('paper.printed', printInput(changes))).sheets.map(({ copy }) => copy);

async function twoReturns(shop: TestShop): Promise<[string, string]> {
  const sale = await recordSale(shop);
  const first = await shop.call('returns.counter', counterInput(sale));
  const second = await shop.call('returns.counter', counterInput(sale));
  return [first.return.number, second.return.number];
}

test('copies are counted for each document and number, in the order they were asked for', async () => {
  await using shop = testShop();
  const [first, second] = await twoReturns(shop);
  expect(await counted(shop, { numbers: [first] })).toEqual([0]);
  expect(await counted(shop, { numbers: [second, first, first], paper: '80mm', locale: 'en', how: 'pdf' })).toEqual([
    0, 1, 2,
  ]);
  expect(await counted(shop, { document: 'refund-receipt', numbers: [first] })).toEqual([0]);
  const { items } = await shop.call('paper.prints', { document: 'return-slip', number: first });
  expect(items.map(({ at: _, ...print }) => print)).toEqual([
    { copy: 0, paper: 'A5', locale: 'zh-CN', how: 'print', person: 'owner' },
    { copy: 1, paper: '80mm', locale: 'en', how: 'pdf', person: 'owner' },
    { copy: 2, paper: '80mm', locale: 'en', how: 'pdf', person: 'owner' },
  ]);
});

test('the same call again is the same copy', async () => {
  await using shop = testShop();
  const [number] = await twoReturns(shop);
  const input = printInput({ numbers: [number] });
  const once = await shop.call('paper.printed', input);
  expect(await shop.call('paper.printed', input)).toEqual(once);
  expect((await shop.call('paper.prints', { document: 'return-slip', number })).items).toHaveLength(1);
});

test('what proves nothing is not counted, nor a number that nothing has', async () => {
  await using shop = testShop();
  const [number] = await twoReturns(shop);
  const all: readonly (readonly [Input<'paper.printed'>['document'], string])[] = [
    ['item-label', 'CUP'],
    ['customer-letter', number],
    ['stocktake-sheet', 'K-2026-000001'],
    ['test-page', '1'],
    ['return-slip', 'R-1999-000001'],
    ['repair-ticket', number],
    ['credit-note', number],
    ['day-report', '2199-01-01'],
    ['day-report', '2026-02-30'],
  ];
  for (const [document, one] of all) {
    expect([document, await counted(shop, { document, numbers: [one, one] })]).toEqual([document, [0, 0]]);
    expect((await shop.call('paper.prints', { document, number: one })).items).toEqual([]);
  }
});

test('everything that is counted is found by its number', async () => {
  await using shop = testShop();
  const sale = await recordSale(shop);
  const payouts = [{ tender: 'store-credit' as const, amountCents: 2000 }];
  const done = await shop.call('returns.counter', counterInput(sale, { want: 'store-credit', payouts }));
  const day = done.return.day;
  const there = [
    ['credit-note', done.creditNote ?? ''],
    ['exchange-note', done.return.number],
    ['store-credit-voucher', done.storeCredits[0]?.code ?? ''],
    ['day-report', day],
  ] as const;
  for (const [document, number] of there) {
    const copies = [
      await counted(shop, { document, numbers: [number] }),
      await counted(shop, { document, numbers: [number] }),
    ];
    expect([document, copies]).toEqual([document, [[0], [1]]]);
  }
});

test('the fingerprint on a slip stays the same, however often it is printed', async () => {
  await using shop = testShop();
  const [number] = await twoReturns(shop);
  const before = await shop.call('returns.get', { number });
  await counted(shop, { numbers: [number, number] });
  expect(await shop.call('returns.get', { number })).toEqual(before);
  expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
});

describe('copies that were changed by hand are found', () => {
  let file: Buffer;
  beforeAll(async () => {
    file = await busyShopFile();
  });
  test.each([
    `UPDATE prints SET copy = copy + 10`,
    `UPDATE prints SET copy = 9 WHERE copy = 1`,
    `UPDATE prints SET number = 'R-1999-000001' WHERE id = 1`,
    `UPDATE prints SET number = 'yesterday' WHERE document = 'day-report'`,
    `UPDATE prints SET copy = 7 - copy WHERE copy IN (1, 2); UPDATE prints SET copy = copy - 4 WHERE copy > 4`,
  ])('%s', async (statements) => {
    expect(await failingChecks(file, statements)).toContain('prints');
  });
});
