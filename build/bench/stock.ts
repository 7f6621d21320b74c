import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader, openShopFile } from '../../db/open.ts';
import { testShop } from '../../fixtures/shop.ts';
import { type Bench, type Measure, percentile, timeEach } from './measure.ts';

const products = 250_000;
const moves = 1_000_000;
const days = 1000;
const scans = 300;

/** Rows alone, with the triggers put aside: a shop of years whose every item was received, sold and brought back. */
function fill(folder: string): void {
  const file = openShopFile(folder);
  const { raw } = file.writer;
  raw.pragma('foreign_keys = OFF');
  raw.pragma('synchronous = OFF');
  const triggers = raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  raw.exec('BEGIN');
  for (const { name } of triggers as { name: string }[]) raw.exec(`DROP TRIGGER ${name}`);
  raw.exec(rows);
  for (const { sql } of triggers as { sql: string }[]) raw.exec(sql);
  raw.exec('COMMIT; ANALYZE');
  file.close();
}

const numbers = (count: number): string =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
const day = `date('2026-11-18', '-' || (${days} - i * ${days} / ${moves}) || ' days')`;
/** Spread by a prime, so that neighbours do not lie together. */
const product = `i * 7919 % ${products} + 1`;

const rows = `
  INSERT INTO products (id, sku, name, unit, min_milli) ${numbers(products)} SELECT i, 'SKU-' || i, 'Item ' || i, 'pc', iif(i % 5 = 0, 3000, NULL) FROM n;
  INSERT INTO goods_receipt_lines (id, event_seq, goods_receipt_id, line_no, product_id, quantity_milli, unknown_milli, value_cents)
    ${numbers(products)} SELECT i, 1, 1, i, i, 1000, 0, 500 FROM n;
  INSERT INTO stock_moves (id, event_seq, day, at, product_id, from_place, to_place, quantity_milli, unknown_milli, from_value_cents, to_value_cents, document)
    ${numbers(moves)} SELECT i, 1, ${day}, ${day} || 'T03:00:00.000Z', ${product},
      CASE i % 4 WHEN 0 THEN 'supplier' WHEN 3 THEN 'returns' WHEN 2 THEN 'customer' ELSE 'shelf' END,
      CASE i % 4 WHEN 0 THEN 'shelf' WHEN 3 THEN 'shelf' WHEN 2 THEN 'returns' ELSE 'customer' END, 1000, 0, 0, 0, 'S-' || i FROM n;
  INSERT INTO sales (id, event_seq, number, sold_at, day, total_cents, delivery_cents, origin, booked)
    ${numbers(moves / 4)} SELECT i, 1, 'S-' || i, '', date('2026-11-18', '-' || (${days} - i * ${days} / ${moves / 4}) || ' days'), 2000, 0, 'desk', 1 FROM n;
  INSERT INTO sale_lines (id, event_seq, sale_id, line_no, product_id, quantity_milli, unit_price_e4, paid_cents, tax_cents)
    ${numbers(moves / 4)} SELECT i, 1, i, 1, ${product}, 1000, 200000, 2000, 0 FROM n;
  INSERT INTO stock_balances SELECT id, 'shelf', id % 9 * 1000, id % 9 * 500, 0 FROM products;
  INSERT INTO stock_balances SELECT id, 'returns', 1000, 500, 0 FROM products WHERE id % 10 = 0;`;

/** The same sums, put to the file alone. */
const floorOf = (from: string): string => `
  SELECT (SELECT count(*) FROM products) + (SELECT sum(quantity_milli) FROM stock_balances)
    + (SELECT sum(quantity_milli) FROM (SELECT product_id, sum(quantity_milli) AS quantity_milli FROM stock_moves WHERE day >= '${from}' GROUP BY 1))
    + (SELECT sum(l.quantity_milli) FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id WHERE s.day >= '${from}')`;

/** What to order in a shop of 250,000 items and a million moves, the history of one of them, and a scan in a count of all. */
export const stockBench: Bench = {
  name: 'stock',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-stock-'));
    try {
      fill(folder);
      const levels: Measure[] = [];
      for (const [asked, from] of [
        [90, '2026-08-21'],
        [730, '2024-11-19'],
      ] as const)
        levels.push(await levelsOf(folder, asked, from));
      return [...levels, await history(folder), await scanning(folder)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function levelsOf(folder: string, asked: number, from: string): Promise<Measure> {
  const shop = testShop({ folder });
  // The worker is there and its file is open.
  await shop.call('stock.levels', { days: asked, limit: 1 });
  const ours = await timeEach(3, () => shop.call('stock.levels', { days: asked, limit: 200 }));
  await shop.close();
  const reader = openReader(folder);
  const alone = reader.raw.prepare(floorOf(from));
  const floor = await timeEach(3, () => alone.get());
  reader.raw.close();
  return {
    what: `what to order, ${asked} days of 250,000 items`,
    unit: 'ms',
    ours: Math.min(...ours),
    floor: Math.min(...floor),
    aim: 'at most 3×',
  };
}

async function history(folder: string): Promise<Measure> {
  const shop = testShop({ folder });
  const codes = Array.from({ length: scans }, (_, n) => `SKU-${((n * 83) % products) + 1}`);
  const ours = await timeEach(scans, (n) => shop.call('stock.history', { code: codes[n] ?? '' }));
  const floor = await timeEach(scans, (n) => shop.call('stock.moves', { sku: codes[n] ?? '' }));
  await shop.close();
  return {
    what: 'history of an item beside its moves, p99',
    unit: 'ms',
    ours: percentile(ours, 0.99),
    floor: percentile(floor, 0.99),
    aim: 'at most 5 ms',
  };
}

async function scanning(folder: string): Promise<Measure> {
  const shop = testShop({ folder });
  const { number } = await shop.call('stocktakes.open', { id: randomUUID(), scope: { skus: ['SKU-1'] } });
  const scan = () => {
    const lines = [{ sku: 'SKU-1', quantity: 1 }];
    return shop.call('stocktakes.count', { id: randomUUID(), number, lines });
  };
  const ours = await timeEach(scans, scan);
  const floor = await timeEach(scans, () => shop.call('drafts.save', { screen: 'count', content: 'one more' }));
  await shop.close();
  return {
    what: 'one scan in a count beside a draft saved, p99',
    unit: 'ms',
    ours: percentile(ours, 0.99),
    floor: percentile(floor, 0.99),
    aim: 'at most 10 ms',
  };
}
