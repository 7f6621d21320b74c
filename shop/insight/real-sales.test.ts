import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { daysOfMonth } from '../../contract/values/days.ts';
import { sharedData } from '../../fixtures/shared-data.ts';
import { testShop } from '../../fixtures/shop.ts';

type Facts = {
  readonly sales_by_month: Readonly<Record<string, string>>;
  readonly returns_by_month: Readonly<Record<string, string>>;
  readonly top_returned_by_quantity: readonly (readonly [string, number])[];
  readonly top_returned_by_value: readonly (readonly [string, string])[];
};

const path = sharedData('online-retail/online-retail-2010-12_2011-06.csv.gz') ?? '';
const factsPath = sharedData('online-retail/FACTS.json') ?? '';
const inCents = (amount: string): number => Math.round(Math.abs(Number(amount)) * 100);

test.skipIf(path === '')(
  'the figures of half a year of real sales are those counted elsewhere',
  { timeout: 300_000 },
  async () => {
    await using shop = testShop({ settings: { currency: 'GBP', timeZone: 'Europe/London' } });
    await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
    const facts = JSON.parse(readFileSync(factsPath, 'utf8')) as Facts;
    for (const [month, sales] of Object.entries(facts.sales_by_month)) {
      const summary = await shop.call('insight.summary', daysOfMonth(month));
      // The file has amounts of a tenth of a penny; each line is rounded once.
      expect(Math.abs(summary.salesCents - inCents(sales))).toBeLessThanOrEqual(1);
      expect(Math.abs(summary.returnsCents - inCents(facts.returns_by_month[month] ?? ''))).toBeLessThanOrEqual(1);
    }
    const { bySku } = await shop.call('insight.summary', { from: '2010-12-01', to: '2011-06-30' });
    expect(bySku.slice(0, 10).map(({ sku, valueCents }) => [sku, valueCents])).toEqual(
      facts.top_returned_by_value.map(([sku, value]) => [sku, inCents(value)]),
    );
    const units = bySku.map((item) => item.units).toSorted((a, b) => b - a);
    expect(units.slice(0, 10)).toEqual(facts.top_returned_by_quantity.map(([, quantity]) => quantity));
  },
);
