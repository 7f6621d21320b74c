import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSale } from '../../../fixtures/builders.ts';
import { tmallRefunds } from '../../../fixtures/files/returns-lists.ts';
import { fileOf } from '../../../fixtures/sale-files.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';

const number = '2911000001';
const statuses = [
  '退款成功',
  '退款关闭',
  '买家已经退货，等待卖家确认收货',
  '买家已经申请退款，等待卖家同意',
  '没见过的状态',
];

const row = fc.record({
  which: fc.integer({ min: 1, max: 6 }),
  cents: fc.integer({ min: 1, max: 7000 }),
  status: fc.constantFrom(...statuses),
  share: fc.constantFrom('全部退款', '部分退款', ''),
  goods: fc.constantFrom('需要退货', '不需要退货'),
  waybill: fc.constantFrom('', 'YT1'),
});
type Row = { which: number; cents: number; status: string; share: string; goods: string; waybill: string };

const listOf = (rows: readonly Row[]): string =>
  tmallRefunds(
    rows.map(({ which, cents, status, share, goods, waybill }) => ({
      退款编号: `55000000${which}`,
      买家退款金额: (cents / 100).toFixed(2),
      退款状态: status,
      '部分退款/全部退款': share,
      是否需要退货: goods,
      退货物流单号: waybill,
    })),
  );

async function matchAll(shop: TestShop): Promise<void> {
  for (const { returnLineId, quantity, suggestions } of (await shop.call('imports.unmatched', {})).items)
    for (const { saleLineId } of suggestions)
      await shop.ask('imports.match', { id: randomUUID(), returnLineId, links: [{ saleLineId, quantity }] });
}

test('however lists follow one another, no more comes back than was sold and no more money goes than was paid', async () => {
  const lists = fc.array(fc.array(row, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lists, fc.boolean(), async (files, isSoldFirst) => {
      await using shop = testShop();
      if (isSoldFirst) await recordSale(shop, { number });
      for (const rows of files) {
        const path = fileOf(listOf(rows));
        const done = await shop.call('imports.run', { id: randomUUID(), path, kind: 'returns' });
        expect(done.rowsStored + done.rowsRefused).toBe(rows.length);
        const again = await shop.call('imports.run', { id: randomUUID(), path, kind: 'returns' });
        expect(again.stored).toMatchObject({ returns: 0, returnLines: 0, refundedSales: 0 });
      }
      if (!isSoldFirst) await recordSale(shop, { number });
      await matchAll(shop);
      const sale = await shop.call('sales.get', { number });
      const [line] = sale.lines;
      expect(line?.returnedQuantity).toBeLessThanOrEqual(3);
      expect(line?.creditableCents).toBeGreaterThanOrEqual(0);
      const { checks } = await shop.call('care.verify', {});
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    }),
    { numRuns: 6 },
  );
}, 600_000);
