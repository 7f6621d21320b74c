import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns } from 'drizzle-orm';
import type { SaleLine } from '../../contract/api/sales.ts';
import { openShopFile, shopFile } from '../../db/open.ts';
import { cachedColumns, type FactTableName, factTables, hashedTable } from '../../db/schema/facts.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
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
      const { ours, floor } = await settleAll({ folder, before });
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

const atATime = 50;

/** By turns, so that whatever else the machine does falls on both. */
async function settleAll({ folder, before }: { folder: string; before: string }) {
  const shop = testShop({ folder });
  const lines: (SaleLine | undefined)[] = [];
  for (let n = 0; n < returnsSettled; n += 1) lines.push((await shop.call('sales.get', { number: `B${n}` })).lines[0]);
  const source = new Database(shopFile(folder), { readonly: true });
  const target = openShopFile(before);
  const ours: number[] = [];
  const floor: number[] = [];
  try {
    const { raw } = target.writer;
    const seq = Number(raw.prepare('SELECT max(seq) + 1 FROM journal_of_events').pluck().get());
    for (let first = 0; first < returnsSettled; first += atATime) {
      ours.push(...(await timeEach(atATime, (n) => settle(shop, lines[first + n]))));
      const events = Array.from({ length: atATime }, (_, n) => writesOf({ source, raw }, seq + first + n));
      floor.push(...(await timeEach(atATime, (n) => replay(raw, events[n] ?? []))));
    }
    return { ours, floor };
  } finally {
    source.close();
    target.close();
    await shop.close();
  }
}

function settle(shop: TestShop, line: SaleLine | undefined): Promise<unknown> {
  return shop.call('returns.counter', {
    id: randomUUID(),
    channel: 'counter',
    want: 'refund',
    lines: [
      {
        saleLineId: line?.saleLineId ?? 0,
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
  });
}

type Write = { readonly statement: Database.Statement; readonly values: readonly unknown[] };

/** An event's rows as the shop wrote them, in one transaction. */
function replay(raw: Database.Database, writes: readonly Write[]): void {
  prepared(raw, 'BEGIN IMMEDIATE').run();
  for (const { statement, values } of writes) statement.run(...values);
  prepared(raw, 'COMMIT').run();
}

type Files = { readonly source: Database.Database; readonly raw: Database.Database };

const statements = new Map<string, Database.Statement>();

/** Inserts go onto one file and selects come from the other, so that the text tells them apart. */
function prepared(raw: Database.Database, sql: string): Database.Statement {
  const found = statements.get(sql) ?? raw.prepare(sql);
  statements.set(sql, found);
  return found;
}

/** The tables of a counter return in the order the shop writes them, which the guards of SQL ask for; steps in between. */
const asWritten: readonly (readonly [FactTableName, where?: string])[] = [
  ['documents'],
  ['returns'],
  ['returnLines'],
  ['returnLinks'],
  ['returnSteps', `from_stage IN ('draft', 'requested')`],
  ['receipts'],
  ['returnSteps', `from_stage = 'approved'`],
  ['inspections'],
  ['returnSteps', `from_stage = 'received'`],
  ['creditNotes'],
  ['creditNoteLines'],
  ['payouts'],
  ['returnSteps', `from_stage = 'inspected'`],
  ['stockMoves'],
  ['journalLines'],
  ['journalEntries'],
];

function writesOf(files: Files, seq: number): Write[] {
  const facts = asWritten.flatMap(([name, where = '1']) => {
    const columns = Object.entries(getTableColumns(factTables[name])).map(([key, { name: column }]) =>
      cachedColumns[name]?.includes(key) ? (begins[column] ?? `0 AS ${column}`) : column,
    );
    const select = `SELECT ${columns.join(', ')} FROM ${hashedTable(name).sqlName} WHERE event_seq = ? AND ${where} ORDER BY rowid`;
    return insertsOf(files, hashedTable(name).sqlName, { select, seq });
  });
  const event = { select: 'SELECT * FROM journal_of_events WHERE seq = ?', seq };
  return [...facts, ...insertsOf(files, 'journal_of_events', event)];
}

/** What a cached column holds when its row comes in; all others nothing. SQL makes the sums from the facts, here as in the shop. */
const begins: Readonly<Record<string, string>> = {
  stage: `'draft' AS stage`,
  due_at: 'due_at',
  matched_sale_id: 'NULL AS matched_sale_id',
  file_tax_cents: 'NULL AS file_tax_cents',
};

function insertsOf({ source, raw }: Files, table: string, { select, seq }: { select: string; seq: number }): Write[] {
  const rows = prepared(source, select).all(seq) as Record<string, unknown>[];
  return rows.map((row) => ({
    statement: prepared(
      raw,
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
    ),
    values: Object.values(row),
  }));
}
