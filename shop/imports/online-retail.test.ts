import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../contract/api.ts';
import { daysOfMonth } from '../../contract/values/days.ts';
import { sharedData } from '../../fixtures/shared-data.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const path = sharedData('online-retail/online-retail-2010-12_2011-06.csv.gz');
const factsPath = sharedData('online-retail/FACTS.json');

type Facts = {
  readonly rows: number;
  readonly customers: number;
  readonly stock_codes: number;
  readonly c_rows: number;
  readonly invoices: { readonly sale: number; readonly C: number };
  readonly sales_by_month: Record<string, string>;
  readonly returns_by_month: Record<string, string>;
  readonly match_newest_first: { readonly outcome: Record<string, number> };
  readonly dirty: Record<string, number>;
};

const nothingStored = {
  sales: 0,
  saleLines: 0,
  products: 0,
  customers: 0,
  returns: 0,
  returnLines: 0,
  stockAdjustments: 0,
};

describe.skipIf(!path || !factsPath)('seven months of a real shop', () => {
  let shop: TestShop;
  let facts: Facts;
  let first: Output<'imports.run'>;
  const run = () => shop.call('imports.run', { id: randomUUID(), path: path ?? '', kind: 'sales' });

  beforeAll(async () => {
    facts = JSON.parse(readFileSync(factsPath ?? '', 'utf8'));
    shop = testShop({ settings: { timeZone: 'Europe/London', currency: 'GBP' } });
    first = await run();
  }, 120_000);
  afterAll(() => shop.close());

  test('every row is stored as what it is', () => {
    expect(first).toMatchObject({
      rowsRead: facts.rows,
      rowsStored: facts.rows,
      rowsRefused: 0,
      stored: {
        // A write-off has a number of its own, which is counted among the sales there.
        sales: facts.invoices.sale - (facts.dirty.negative_quantity_without_c ?? 0),
        products: facts.stock_codes,
        customers: facts.customers,
        returns: facts.invoices.C,
        returnLines: facts.c_rows,
        stockAdjustments: facts.dirty.negative_quantity_without_c,
      },
    });
    expect(first.warnings).toEqual([
      { code: 'no-customer', count: facts.dirty.no_customer },
      { code: 'zero-price', count: (facts.dirty.price_zero ?? 0) - (facts.dirty.negative_quantity_without_c ?? 0) },
      { code: 'no-name', count: facts.dirty.blank_description },
      { code: 'codes-differ-by-case', count: facts.dirty.code_pairs_equal_but_for_case },
    ]);
  });

  test('returns are linked as an independent matching links them', () => {
    const { outcome } = facts.match_newest_first;
    expect(first.returnLinks).toEqual({
      linked: outcome.matched,
      noCustomer: outcome.no_customer,
      noEarlierSale: outcome.no_earlier_sale,
      alreadyReturned: outcome.already_returned,
      tooLittleLeft: outcome.too_little_left,
    });
  });

  test('sales and returns of each month are worth what they were, to the penny that one price of three decimals rounds', async () => {
    const found: Record<string, [number, number]> = {};
    const expected: Record<string, [number, number]> = {};
    for (const [month, sales] of Object.entries(facts.sales_by_month)) {
      const { salesCents, returnsCents } = await shop.call('insight.summary', daysOfMonth(month));
      found[month] = [salesCents, returnsCents];
      const returns = facts.returns_by_month[month] ?? '0';
      expected[month] = [Math.round(Number(sales) * 100), Math.round(-Number(returns) * 100)];
    }
    expect(found).toEqual(expected);
  });

  test('codes that differ only by case stay two products', async () => {
    const { items } = await shop.call('find.search', { text: '85123a', limit: 100 });
    const skus = items.filter(({ kind }) => kind === 'product').map(({ title, detail }) => `${title} ${detail}`);
    expect(skus.some((text) => text.includes('85123A'))).toBe(true);
    expect(skus.some((text) => text.includes('85123a'))).toBe(true);
  });

  test('the books hold, and a second reading stores nothing', async () => {
    const again = await run();
    expect(again).toMatchObject({ rowsStored: facts.rows, rowsRefused: 0, stored: nothingStored });
    expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  }, 120_000);
});
