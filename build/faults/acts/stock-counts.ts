import { randomUUID } from 'node:crypto';
import type { TestShop } from '../../../fixtures/shop.ts';
import { countLines, openCount } from '../../../fixtures/stock-counts.ts';
import { type Act, actOf } from './act.ts';

/** Counts of things that only counts touch: one for every act. */
export async function stockCounts(shop: TestShop): Promise<Act[]> {
  for (const sku of ['MUG', 'JAR']) await shop.call('catalog.saveProduct', { id: randomUUID(), sku });
  const came = ['MUG', 'JAR'].map((sku) => ({ sku, quantity: 10, unitCost: '3.33' }));
  await shop.call('stock.receive', { id: randomUUID(), paidBy: 'cash', lines: came });
  const [counted, booked, cancelled] = [await openCount(shop), await openCount(shop), await openCount(shop)];
  for (const number of [booked, cancelled]) await countLines(shop, number, { MUG: 8, JAR: 11 });
  const lines = [
    { sku: 'MUG', quantity: 1 },
    { sku: 'JAR', quantity: 9, mode: 'set' as const },
  ];
  return [
    actOf('stocktakes.open', { blind: true, scope: { skus: ['MUG', 'JAR'] } }),
    actOf('stocktakes.count', { number: counted, lines }),
    actOf('stocktakes.book', { number: booked, reason: 'lost' }),
    actOf('stocktakes.cancel', { number: cancelled, why: 'closing time' }),
  ];
}
