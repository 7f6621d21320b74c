import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { openShopFile } from './open.ts';
import * as afterInspection from './schema/after-inspection.ts';
import * as desk from './schema/desk.ts';
import * as events from './schema/events.ts';
import { cachedColumns, factTableNames, factTables, hashedTable } from './schema/facts.ts';
import * as ledgers from './schema/ledgers.ts';
import * as paperAndMonths from './schema/paper-and-months.ts';
import * as people from './schema/people.ts';
import * as returns from './schema/returns.ts';
import * as sales from './schema/sales.ts';
import * as stockBook from './schema/stock-book.ts';

const schemas = {
  ...afterInspection,
  ...desk,
  ...events,
  ...ledgers,
  ...paperAndMonths,
  ...people,
  ...returns,
  ...sales,
  ...stockBook,
};
const tables = Object.values(schemas).filter((value) => is(value, SQLiteTable));

type Column = { name: string; type: string; notnull: number; pk: number; hidden: number };

/** Names, types and whether a column may be empty, of every table of the file that is not SQLite's or Drizzle's own. */
function inFile(): Record<string, string[]> {
  const file = openShopFile(temporaryFolder());
  const { raw } = file.reader;
  const names = raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' AND name NOT LIKE 'find@_%' ESCAPE '@'`,
    )
    .pluck()
    .all() as string[];
  const described = names
    .filter((name) => name !== '__drizzle_migrations')
    .map((name) => {
      const columns = raw.prepare('SELECT * FROM pragma_table_xinfo(?) ORDER BY cid').all(name) as Column[];
      return [
        name,
        columns.map((column) => `${column.name} ${column.type}${column.notnull || column.pk ? ' filled' : ''}`),
      ] as const;
    });
  file.close();
  return Object.fromEntries(described.sort());
}

function inDrizzle(): Record<string, string[]> {
  const described = tables.map((table) => {
    const columns = Object.values(getTableColumns(table));
    const filled = (column: (typeof columns)[number]): boolean => column.notNull || column.primary;
    const texts = columns.map(
      (column) => `${column.name} ${column.getSQLType().toUpperCase()}${filled(column) ? ' filled' : ''}`,
    );
    return [getTableName(table), texts] as const;
  });
  return Object.fromEntries(described.sort());
}

test('the tables that Drizzle knows are the tables of the file, column by column', () => {
  expect(inDrizzle()).toEqual(inFile());
});

test('every table with event_seq is a fact table, and every fact table has it', () => {
  const withEvent = tables.filter((table) => 'eventSeq' in getTableColumns(table)).map((table) => getTableName(table));
  expect(factTableNames.map((name) => hashedTable(name).sqlName).sort()).toEqual(withEvent.sort());
});

test('cached columns exist and are not hashed, all others are', () => {
  for (const name of factTableNames) {
    const all = Object.keys(getTableColumns(factTables[name]));
    const hashed = hashedTable(name).columns.map(({ key }) => key);
    expect([...hashed, ...(cachedColumns[name] ?? [])].sort()).toEqual(all.sort());
  }
});
