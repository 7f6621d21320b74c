import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import Papa from 'papaparse';
import { openShopFile } from '../../db/open.ts';
import { sharedData } from '../../fixtures/shared-data.ts';
import { textRows, workbookParts } from '../../fixtures/workbooks.ts';
import { zipOf } from '../../fixtures/zip.ts';
import { importWatched } from './import-watched.ts';
import type { Bench, Measure } from './measure.ts';

const madeUpRows = 100_000;
const madeUpWorkbookRows = 50_000;

/**
 * Reading a file of sales through the shop's door into an empty shop, against the least that could be done with it: papaparse over the same
 * bytes, and the sales and lines it left written again by raw prepared statements into the same tables, with their indexes and triggers,
 * in as many transactions.
 */
export const importBench: Bench = {
  name: 'import',
  run: async () => {
    const folders = ['import', 'floor', 'text', 'workbook'].map((name) =>
      mkdtempSync(join(tmpdir(), `backshelf-bench-${name}-`)),
    );
    const [folder = '', before = '', text = '', workbook = ''] = folders;
    try {
      return [...(await textMeasures(folder, before)), await workbookMeasure(text, workbook)];
    } finally {
      for (const path of folders) rmSync(path, { recursive: true, force: true });
    }
  },
};

const perSecond = (rows: number, ms: number): number => (rows / ms) * 1000;

async function textMeasures(folder: string, before: string): Promise<Measure[]> {
  const real = sharedData('online-retail/online-retail-2010-12_2011-06.csv.gz');
  const path = real ?? madeUpFile(folder, madeUpRows);
  const { rows, ms, wait, memory } = await importWatched(folder, path);
  const floorMs = floorOf({ path, from: folder, into: before });
  const what = `import of ${rows} ${real ? 'real' : 'made-up'} rows`;
  // Speeds: the ratio is the share of the floor's speed that is left.
  return [
    {
      what,
      unit: 'rows/s',
      ours: perSecond(rows, ms),
      floor: perSecond(rows, floorMs),
      aim: 'at least 0.33×',
    },
    { what: 'longest wait for a call of the counter during it', unit: 'ms', ...wait, aim: 'below 50 ms' },
    { what: 'memory during it, at most; before it', unit: 'MB', ...memory, aim: 'below 400 MB' },
  ];
}

/** A workbook against the same rows as a text, both through the shop's door. */
async function workbookMeasure(text: string, workbook: string): Promise<Measure> {
  const saved = sharedData('online-retail-xlsx/online-retail-first-50999-rows.xlsx');
  const lines = madeUpFile(text, madeUpWorkbookRows);
  const plain = await importWatched(text, lines);
  const path = saved ?? workbookOf(lines, workbook);
  const { rows, ms } = await importWatched(workbook, path);
  return {
    what: `import of ${rows} rows from a workbook; from a text`,
    unit: 'rows/s',
    ours: perSecond(rows, ms),
    floor: perSecond(plain.rows, plain.ms),
    aim: 'at least 0.33×',
  };
}

function workbookOf(lines: string, folder: string): string {
  const rows = readFileSync(lines, 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  const path = join(folder, 'made-up.xlsx');
  writeFileSync(path, zipOf(workbookParts({ sheets: [{ name: 'Sales', rows: textRows(rows) }] })));
  return path;
}

const columns = {
  sales:
    'id, event_seq, number, sold_at, day, customer_id, channel, total_cents, delivery_cents, status, origin, booked',
  sale_lines:
    'id, event_seq, sale_id, line_no, product_id, name, quantity_milli, unit_price_e4, paid_cents, tax_cents, cost_cents',
} as const;
type Table = keyof typeof columns;

/** Rows by the event they were stored in: a sale and its lines are of one. */
type Rows = ReadonlyMap<number, readonly unknown[][]>;

function floorOf({ path, from, into }: { path: string; from: string; into: string }): number {
  const imported = openShopFile(from);
  const rowsOf = (table: Table): Rows => {
    const rows = imported.writer.raw.prepare(`SELECT ${columns[table]} FROM ${table} ORDER BY id`).raw().all();
    return Map.groupBy(rows as unknown[][], (row) => row[1] as number);
  };
  const [sales, lines] = [rowsOf('sales'), rowsOf('sale_lines')];
  imported.close();
  const file = openShopFile(into);
  try {
    const { raw } = file.writer;
    copyAround(raw, from);
    const started = performance.now();
    const bytes = readFileSync(path);
    Papa.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    insertAll(raw, { sales, lines });
    return performance.now() - started;
  } finally {
    file.close();
  }
}

/** What sales point to has to be there before them. */
function copyAround(raw: Database.Database, from: string): void {
  raw.prepare('ATTACH ? AS source').run(join(from, 'shop.db'));
  raw.exec(`BEGIN IMMEDIATE;
    INSERT INTO products SELECT * FROM source.products;
    INSERT INTO customers SELECT * FROM source.customers;`);
  raw.exec('COMMIT');
  raw.exec('DETACH source');
}

function insertAll(raw: Database.Database, { sales, lines }: { sales: Rows; lines: Rows }): void {
  const insertOf = (table: Table): Database.Statement =>
    raw.prepare(`INSERT INTO ${table} (${columns[table]}) VALUES (${columns[table].replace(/\w+/g, '?')})`);
  const [sale, line] = [insertOf('sales'), insertOf('sale_lines')];
  for (const [index, [event, rows]] of [...sales].entries()) {
    const seq = index + 1;
    const ofEvent = (row: unknown[]): unknown[] => row.with(1, seq);
    raw.exec('BEGIN IMMEDIATE');
    for (const row of rows) sale.run(ofEvent(row));
    for (const row of lines.get(event) ?? []) line.run(ofEvent(row));
    addEvent(raw, seq);
    raw.exec('COMMIT');
  }
}

/** The event that rows must belong to; its hash is none. */
function addEvent(raw: Database.Database, seq: number): void {
  const hash = (of: number): string => String(of).padStart(64, '0');
  raw
    .prepare(`INSERT INTO journal_of_events VALUES (?, ?, 'bench', '', '2026-01-01', '', ?, '{}', ?, ?)`)
    .run(seq, randomUUID(), hash(0), hash(seq - 1), hash(seq));
}

/** Where the real file is not at hand: sales of 20 lines each, in the columns of the real one. */
function madeUpFile(folder: string, count: number): string {
  const rows = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'];
  for (let row = 0; row < count; row += 1) {
    const sale = Math.floor(row / 20);
    const item = (row * 7919) % 4000;
    const minute = String(sale % 60).padStart(2, '0');
    const day = String(1 + (Math.floor(sale / 200) % 28)).padStart(2, '0');
    const sold = `2026-03-${day} ${String(9 + (Math.floor(sale / 60) % 10)).padStart(2, '0')}:${minute}:00`;
    rows.push(
      `${500_000 + sale},I${item},ITEM NUMBER ${item},${1 + (row % 12)},${sold},${(item % 900) / 100},${sale % 3000},UK`,
    );
  }
  const path = join(folder, 'made-up.csv');
  writeFileSync(path, rows.join('\n'));
  return path;
}
