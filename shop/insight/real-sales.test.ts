import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { daysOfMonth } from '../../contract/values/days.ts';
import { inCents, realFacts, realSales } from '../../fixtures/real-sales.ts';
import { testShop } from '../../fixtures/shop.ts';

test.skipIf(realSales === undefined)(
  'the figures of half a year of real sales are those counted elsewhere',
  { timeout: 300_000 },
  async () => {
    await using shop = testShop({ settings: { currency: 'GBP', timeZone: 'Europe/London' } });
    await shop.call('imports.run', { id: randomUUID(), path: realSales ?? '', kind: 'sales' });
    const facts = realFacts();
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
