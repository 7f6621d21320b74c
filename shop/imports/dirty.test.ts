import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf, inGbk } from '../../fixtures/sale-files.ts';
import { testShop } from '../../fixtures/shop.ts';

/** Cells as they come: mostly right, now and then one of the habits, now and then hopeless. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) },
  fc.integer({ min: 1, max: 4 }).map((n) => `C${n}`),
  fc.constantFrom('="7"', '\t8', '9.0', '', '1.23E+17', 'x'.repeat(65)),
);
const date = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')} 10:00`),
  },
  fc.constantFrom('2026/3/8 7:05', '2026-03-08', '', '31.12.2026', '2026-02-30'),
);
const quantity = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 5 }).map(String) },
  fc.constantFrom('1.5', '(2)', '1,000', '2.9999999999999996', '0', '', 'two', '1.2345'),
);
const price = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 99_999 }).map((cents) => String(cents / 100)) },
  fc.constantFrom('￥1,234.50', '2.5499999999999998', '-1', '', 'free'),
);
const customer = fc.constantFrom('K1', 'K2', '17850.0', '');
const sku = fc.constantFrom('A', 'a', 'B', '85123A', '');
const name = fc.constantFrom('茶壶', 'Cup', '', 'a "b", c', '5" nail', '锟斤拷');
const status = fc.constantFrom('', '', '', '退款成功', 'lost');

const row = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(number, date, customer, sku, name, quantity, price, status)
      .map((cells) => cells.map(quoted).join(',')),
  },
  fc.constantFrom('', ',,,,,,,', '1,2026-03-08', '2,2026-03-08,K1,A,Cup,1,5,,more', '"3,2026-03-08,K1,A,Cup,1,5,'),
);
const file = fc.record({
  rows: fc.array(row, { maxLength: 25 }),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  isGbk: fc.boolean(),
});

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

test('of any file, rows read are rows stored and rows refused, the books hold, and a second reading adds nothing', async () => {
  await using shop = testShop();
  const reading = async ({ rows, lineEnd, isGbk }: { rows: string[]; lineEnd: string; isGbk: boolean }) => {
    const text = ['Order no,Date,Customer,SKU,Item name,Qty,Price,Status', ...rows, ''].join(lineEnd);
    const path = fileOf(isGbk ? inGbk(text) : text);
    const first = await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
    const second = await shop.call('imports.run', { id: randomUUID(), path, kind: 'sales' });
    const { stored } = first;
    expect(first.rowsRead).toBe(first.rowsStored + first.rowsRefused);
    expect(first.rowsStored).toBeGreaterThanOrEqual(stored.saleLines + stored.returnLines + stored.stockAdjustments);
    expect(Object.values(first.returnLinks).reduce((sum, count) => sum + count, 0)).toBe(stored.returnLines);
    expect(Object.values(second.stored).every((count) => count === 0)).toBe(true);
    expect([second.rowsRead, second.rowsStored, second.rowsRefused]).toEqual([
      first.rowsRead,
      first.rowsStored,
      first.rowsRefused,
    ]);
  };
  await fc.assert(fc.asyncProperty(file, reading), { numRuns: 60 });
  expect((await shop.call('care.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);
