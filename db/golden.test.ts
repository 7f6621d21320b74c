import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { counterInput, recordSale } from '../fixtures/builders.ts';
import { layPhoto } from '../fixtures/busy-desk.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { signIn } from '../fixtures/people.ts';
import { testShop } from '../fixtures/shop.ts';
import { knownVersion } from './migrate.ts';
import { shopFile } from './open.ts';
import { factTableNames, hashedTable } from './schema/facts.ts';

vi.setConfig({ testTimeout: 60_000 });

const golden = join(import.meta.dirname, '..', 'fixtures', 'golden');
const versions = readdirSync(golden)
  .flatMap((name) => /^version-(\d+)\.db\.gz$/.exec(name)?.[1] ?? [])
  .map(Number);

function unpack(version: number): string {
  const folder = temporaryFolder();
  writeFileSync(shopFile(folder), gunzipSync(readFileSync(join(golden, `version-${version}.db.gz`))));
  layPhoto(folder);
  return folder;
}

const sums = ['stock_balances', 'account_totals', 'products', 'customers', 'settings', 'find_names_data'];
const tables = ['journal_of_events', ...factTableNames.map((name) => hashedTable(name).sqlName), ...sums];

/** Every row of every table, its sums too, in the columns of the file's own version. */
function rowsOf(folder: string, columns?: Columns): { columns: Columns; rows: Record<string, unknown[]> } {
  const raw = new Database(shopFile(folder), { readonly: true });
  try {
    const there = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
    const named =
      columns ??
      Object.fromEntries(
        tables
          .filter((table) => there.includes(table))
          .map((table) => [table, raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]]),
      );
    const rows = Object.entries(named).map(([table, names]) => {
      const sql = `SELECT ${names.join(', ')} FROM ${table} ORDER BY ${names.join(', ')}`;
      return [table, raw.prepare(sql).raw().all()] as const;
    });
    return { columns: named, rows: Object.fromEntries(rows) };
  } finally {
    raw.close();
  }
}

type Columns = Readonly<Record<string, readonly string[]>>;

test('every version that was released has its golden file', () => {
  const earlier = Array.from({ length: knownVersion() - 1 }, (_, index) => index + 1);
  expect(versions).toEqual(expect.arrayContaining(earlier));
});

describe.each(versions)('a whole shop of version %i', (version) => {
  test('is opened with every row as it was, is found right, and goes on', async () => {
    const folder = unpack(version);
    const before = rowsOf(folder);
    expect(Object.entries(before.rows).filter(([, rows]) => rows.length === 0)).toEqual([]);

    const shop = testShop({ folder, clock: () => Date.UTC(2026, 10, 20, 3) });
    // Since there are people, one of them has to be there.
    if ('staff' in before.columns) await signIn(shop, '店主');
    const { head } = await shop.call('care.health', {});
    expect(rowsOf(folder, before.columns).rows).toEqual(before.rows);
    const events = before.rows.journal_of_events as unknown[][];
    expect(head).toBe(events.at(-1)?.[before.columns.journal_of_events?.indexOf('hash') ?? -1]);
    const verified = await shop.call('care.verify', {});
    expect(verified.checks.filter(({ ok }) => !ok)).toEqual([]);

    const sale = await recordSale(shop);
    await shop.call('returns.counter', counterInput(sale));
    expect((await shop.call('care.verify', {})).ok).toBe(true);
    await shop.close();
    expect(readdirSync(join(folder, 'backups')).some((name) => name.includes('migration'))).toBe(true);
  });
});
