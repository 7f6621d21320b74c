import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SaleLine } from '../../contract/api/sales.ts';
import { openShopFile, shopFile } from '../../db/open.ts';
import { factTableNames, hashedTable } from '../../db/schema/facts.ts';
import { testShop } from '../../fixtures/shop.ts';
import { type Bench, type Measure, percentile, timeEach } from './measure.ts';

const returnsSettled = 1500;
const warmUp = 200;

/**
 * One settled counter return (opened, received, graded, credited, paid) through the shop's door, against the very rows it left,
 * written again by raw prepared statements in one transaction on a copy of the same shop. Both with synchronous=FULL.
 */
export const settleBench: Bench = {
  name: 'settle',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-'));
    const before = mkdtempSync(join(tmpdir(), 'backshelf-bench-floor-'));
    try {
      await makeSales(folder);
      copyFileSync(shopFile(folder), shopFile(before));
      const ours = await settleAll(folder);
      const floor = await replay({ from: folder, onto: before });
      return [line('p50', 0.5, ours, floor), line('p99', 0.99, ours, floor)];
    } finally {
      for (const path of [folder, before]) rmSync(path, { recursive: true, force: true });
    }
  },
};

function line(label: string, share: number, ours: readonly number[], floor: readonly number[]): Measure {
  return {
    what: `settle a return, ${label}`,
    unit: 'ms',
    ours: percentile(ours.slice(warmUp), share),
    floor: percentile(floor.slice(warmUp), share),
    aim: 'at most 3×',
  };
}

const saleAt = '2026-11-15T02:00:00.000Z';

async function makeSales(folder: string): Promise<void> {
  const shop = testShop({ folder });
  await shop.call('settings.set', { shopName: 'Bench', timeZone: 'Asia/Shanghai', openingDay: '2026-01-01' });
  for (let n = 0; n < returnsSettled; n += 1) {
    await shop.call('sales.record', {
      id: randomUUID(),
      number: `B${n}`,
      soldAt: saleAt,
      customer: { code: `K${n % 300}`, name: `顾客${n % 300}` },
      lines: [{ sku: `SKU-${n % 500}`, name: `商品${n % 500}`, quantity: 3, unitPrice: '33.33', costCents: 4000 }],
      tenders: [
        { tender: 'cash', amountCents: 5000 },
        { tender: 'wechat', amountCents: 4999 },
      ],
    });
  }
  await shop.close();
}

async function settleAll(folder: string): Promise<number[]> {
  const shop = testShop({ folder });
  const lines: (SaleLine | undefined)[] = [];
  for (let n = 0; n < returnsSettled; n += 1) lines.push((await shop.call('sales.get', { number: `B${n}` })).lines[0]);
  const times = await timeEach(returnsSettled, (n) =>
    shop.call('returns.counter', {
      id: randomUUID(),
      channel: 'counter',
      want: 'refund',
      lines: [
        {
          saleLineId: lines[n]?.saleLineId ?? 0,
          quantity: 2,
          reason: 'quality',
          gradings: [
            { quantity: 1, grade: 'A', disposition: 'resell' },
            { quantity: 1, grade: 'C', disposition: 'scrap' },
          ],
        },
      ],
      payouts: [
        { tender: 'cash', amountCents: 5000 },
        { tender: 'wechat', amountCents: 1666 },
      ],
    }),
  );
  await shop.close();
  return times;
}

type Write = { readonly statement: Database.Statement; readonly values: readonly unknown[] };

/** Every event's rows as they stand in the finished shop, and the sums they changed, one transaction per event. */
async function replay({ from, onto }: { from: string; onto: string }): Promise<number[]> {
  const source = new Database(shopFile(from), { readonly: true });
  const target = openShopFile(onto);
  const raw = target.writer.raw;
  try {
    const first = (raw.prepare('SELECT max(seq) AS seq FROM journal_of_events').get() as { seq: number }).seq + 1;
    const begin = raw.prepare('BEGIN IMMEDIATE');
    const commit = raw.prepare('COMMIT');
    const events = Array.from({ length: returnsSettled }, (_, n) => writesOf({ source, raw }, first + n));
    return await timeEach(returnsSettled, (n) => {
      begin.run();
      for (const { statement, values } of events[n] ?? []) statement.run(...values);
      commit.run();
    });
  } finally {
    source.close();
    target.close();
  }
}

type Files = { readonly source: Database.Database; readonly raw: Database.Database };

const statements = new Map<string, Database.Statement>();

function prepared(raw: Database.Database, sql: string): Database.Statement {
  const found = statements.get(sql) ?? raw.prepare(sql);
  statements.set(sql, found);
  return found;
}

function writesOf(files: Files, seq: number): Write[] {
  const rows = factTableNames.flatMap((name) => insertsOf(files, hashedTable(name).sqlName, 'event_seq', seq));
  return [...rows, ...cachesOf(files, seq), ...insertsOf(files, 'journal_of_events', 'seq', seq)];
}

function insertsOf({ source, raw }: Files, table: string, key: string, seq: number): Write[] {
  const rows = source.prepare(`SELECT * FROM ${table} WHERE ${key} = ? ORDER BY rowid`).raw().all(seq) as unknown[][];
  return rows.map((values) => ({
    statement: prepared(raw, `INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`),
    values,
  }));
}

const sums = {
  line: `UPDATE sale_lines SET returned_milli = returned_milli + @milli, credited_milli = credited_milli + @milli,
    credited_cents = credited_cents + @cents WHERE id = @id`,
  tender:
    'UPDATE sale_tenders SET given_back_cents = given_back_cents + @cents WHERE sale_id = @saleId AND tender = @tender',
  place: `UPDATE stock_balances SET quantity_milli = quantity_milli + @milli, value_cents = value_cents + @cents
    WHERE product_id = @product AND place = @place`,
  newPlace: 'INSERT INTO stock_balances VALUES (@product, @place, 0, 0, 0) ON CONFLICT DO NOTHING',
  total: `INSERT INTO account_totals VALUES (@month, @role, @debit, @credit) ON CONFLICT DO UPDATE
    SET debit_cents = debit_cents + excluded.debit_cents, credit_cents = credit_cents + excluded.credit_cents`,
} as const;

/** The cached sums an event changes: no fewer writes would keep them right. */
function cachesOf({ source, raw }: Files, seq: number): Write[] {
  const writes = (sql: string, of: string): Write[] =>
    (source.prepare(of).all(seq) as unknown[]).map((row) => ({ statement: prepared(raw, sql), values: [row] }));
  const places = `SELECT product, place, sum(milli) AS milli, sum(cents) AS cents FROM (
      SELECT event_seq, product_id AS product, from_place AS place, -quantity_milli AS milli, -from_value_cents AS cents FROM stock_moves
      UNION ALL SELECT event_seq, product_id, to_place, quantity_milli, to_value_cents FROM stock_moves
    ) WHERE event_seq = ? GROUP BY product, place`;
  return [
    ...writes(
      sums.line,
      `SELECT k.sale_line_id AS id, k.quantity_milli AS milli, l.goods_cents + l.tax_cents AS cents
       FROM return_links k JOIN credit_note_lines l ON l.return_line_id = k.return_line_id WHERE k.event_seq = ?`,
    ),
    ...writes(
      sums.tender,
      `SELECT r.sale_id AS saleId, p.tender, p.original_cents AS cents FROM payouts p JOIN credit_notes c ON c.id = p.credit_note_id
       JOIN returns r ON r.id = c.return_id WHERE p.event_seq = ?`,
    ),
    ...writes(sums.newPlace, places),
    ...writes(sums.place, places),
    ...writes(
      sums.total,
      `SELECT substr(e.day, 1, 7) AS month, l.role, sum(l.debit_cents) AS debit, sum(l.credit_cents) AS credit
       FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id WHERE l.event_seq = ? GROUP BY l.role`,
    ),
  ];
}
