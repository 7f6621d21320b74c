import type Database from 'better-sqlite3';
import { CheckedDatabase } from './database.ts';
import { columnsOf, type ExportedRow, tableNames } from './export.ts';
import { migrateFile } from './migrate.ts';
import { tidy } from './tidy.ts';

/** The rows are not what this program would have written. */
export class RowsDoNotFit extends Error {
  override readonly name = 'RowsDoNotFit';
}

export type RowsOfTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<ExportedRow>;
};

/**
 * Founds a shop file by this program's own migrations and fills it with rows as they are: nothing is derived and nothing is refused on the
 * way, because the triggers are put aside meanwhile; types and CHECKs are not. Whoever calls this checks the whole afterwards.
 * `tables` is asked for one table after another. `index` gives the words the search keeps of a product or a customer.
 */
export function fillShopFile({
  path,
  tables,
  index,
}: {
  readonly path: string;
  readonly tables: Iterable<RowsOfTable>;
  readonly index: (parts: readonly (string | null)[]) => string;
}): void {
  const raw = new CheckedDatabase(path);
  try {
    // Nobody sees this file before it is whole and synced: a crash only means to begin again.
    for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'cache_size = -65536']) raw.pragma(pragma);
    migrateFile({ raw, folder: path });
    raw.pragma('foreign_keys = OFF');
    const triggers = raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid`).all();
    raw.exec('BEGIN');
    for (const { name } of triggers as { name: string }[]) raw.exec(`DROP TRIGGER ${name}`);
    fillTables(raw, tables);
    fillSearch(raw, index);
    for (const { sql } of triggers as { sql: string }[]) raw.exec(sql);
    raw.exec('COMMIT');
  } catch (error) {
    if (raw.inTransaction) tidy(() => raw.exec('ROLLBACK'));
    throw isOfRows(error) ? new RowsDoNotFit((error as Error).message) : error;
  } finally {
    raw.close();
  }
}

function fillTables(raw: Database.Database, tables: Iterable<RowsOfTable>): void {
  const expected = new Set(tableNames(raw).map(({ name }) => name));
  for (const { name, columns, rows } of tables) {
    if (!expected.delete(name)) throw new RowsDoNotFit(`no table ${name}`);
    const known = columnsOf(raw, name);
    if (columns.join() !== known.join()) throw new RowsDoNotFit(`${name} has other columns: ${columns.join()}`);
    const insert = raw.prepare(`INSERT INTO ${name} (${known.join()}) VALUES (${known.map(() => '?').join()})`);
    for (const row of rows) {
      if (row.length !== known.length) throw new RowsDoNotFit(`a row of ${name} has ${row.length} cells`);
      insert.run(row);
    }
  }
  if (expected.size > 0) throw new RowsDoNotFit(`without ${[...expected].join()}`);
}

/** Rowids of the search are twice the id, plus one for customers. */
function fillSearch(raw: Database.Database, index: (parts: readonly (string | null)[]) => string): void {
  const add = raw.prepare('INSERT INTO find_names (rowid, grams) VALUES (?, ?)');
  const kinds = [
    `SELECT id * 2, sku, name, spec, (SELECT group_concat(code, ' ') FROM product_barcodes WHERE product_id = id) FROM products`,
    'SELECT id * 2 + 1, code, name, phone FROM customers',
  ];
  for (const sql of kinds)
    for (const [rowid, ...parts] of raw.prepare(sql).raw(true).all() as [number, ...(string | null)[]][])
      add.run(rowid, index(parts));
}

/** What SQLite says of rows, not of the disk. */
function isOfRows(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return ['SQLITE_CONSTRAINT', 'SQLITE_MISMATCH', 'SQLITE_TOOBIG', 'SQLITE_RANGE'].some((known) =>
    code.startsWith(known),
  );
}
