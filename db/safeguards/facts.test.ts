import { describe, expect, test } from 'vitest';
import { plainDay } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';
import { factTableNames, hashedTable } from '../schema/facts.ts';

const books = await plainBooks();

const tables = ['journal_of_events', ...factTableNames.map((name) => hashedTable(name).sqlName)];
const all = (statements: readonly string[]) => statements.map((statement) => books.said(statement));

test('every table of facts has rows here, or the refusals below would prove nothing', () => {
  expect(tables.filter((table) => books.one(`SELECT count(*) FROM ${table}`) === 0)).toEqual([]);
});

test('every fact column of every table refuses UPDATE', () => {
  const columns = factTableNames
    .map((name) => hashedTable(name))
    .flatMap((table) => table.columns.map(({ sqlName }) => [table.sqlName, sqlName]));
  const said = all(columns.map(([table, column]) => `UPDATE ${table} SET ${column} = ${column}`));
  expect(new Set(said)).toEqual(new Set(['facts are never changed']));
});

test.each(tables)('%s: no row is moved to another number, deleted, replaced or written over', (table) => {
  const last = `SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`;
  const moved = ['rowid', '_rowid_', 'oid', 'ROWID'].map((name) => `UPDATE ${table} SET ${name} = 1000000`);
  expect(all(moved)).toEqual(moved.map(() => 'facts are never changed'));
  expect(books.said(`DELETE FROM ${table}`)).toBe('facts are never deleted');
  const again = [
    `INSERT INTO ${table} ${last}`,
    `INSERT OR IGNORE INTO ${table} ${last}`,
    `REPLACE INTO ${table} ${last}`,
  ];
  expect(all(again)).toEqual(again.map(() => 'facts are never replaced'));
});

test.each(tables)('%s: REPLACE is refused also where a program has recursive triggers off', (table) => {
  books.raw.pragma('recursive_triggers = OFF');
  try {
    const said = books.said(`REPLACE INTO ${table} SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`);
    expect(said).toBe('facts are never replaced');
  } finally {
    books.raw.pragma('recursive_triggers = ON');
  }
});

test('an upsert of what is there is refused, even where it would only change a sum', () => {
  const upsert = `${books.insert('sales', { number: '900001' })} ON CONFLICT (id) DO UPDATE SET total_cents = 0`;
  expect(books.said(upsert)).toBe('facts are never replaced');
  const lines = books.raw.prepare('SELECT sale_id, line_no FROM sale_lines LIMIT 1').get() as Record<string, number>;
  const sum = `${books.insert('sale_lines', lines)} ON CONFLICT (sale_id, line_no) DO UPDATE SET returned_milli = 0`;
  expect(books.said(sum)).toBe('facts are never replaced');
  books.within(() => expect(books.said(books.insert('sales', { number: 'new' }))).toBe('taken'));
});

describe('row numbers follow one another, as the chain reads them', () => {
  const next = (table: string) => books.one(`SELECT max(rowid) + 1 FROM ${table}`);

  test.each([
    ['a gap', 1],
    ['the very last number, after which SQLite would give any', Number.MAX_SAFE_INTEGER],
    ['one below the first', -1_000_000],
  ])('%s is refused', (_, ahead) => {
    books.within(() => {
      const id = next('sales') + ahead;
      expect(books.both('sales', { number: 'new' }, { id })).toEqual(['rows of facts follow one another', 'taken']);
    });
  });

  test('so is a hidden row number of a table without an id', () => {
    books.within(() => {
      const year = 2027;
      const document = { number: 'R-2027-000001', series: 'R', year, seq: 1, day: '2027-01-01' };
      expect(books.both('documents', document, { rowid: next('documents') + 1 })).toEqual([
        'rows of facts follow one another',
        'taken',
      ]);
    });
  });
});

test('a product or customer that something points to is neither deleted nor given another id', () => {
  const gone = ['DELETE FROM products', 'DELETE FROM customers'];
  const renumbered = ['UPDATE products SET id = id + 1000', 'UPDATE customers SET id = id + 1000'];
  expect(all([...gone, ...renumbered])).toEqual(Array(4).fill('FOREIGN KEY constraint failed'));
  books.within(() => {
    books.raw.exec(`INSERT INTO products (id, sku, name) VALUES (999, 'NEW', 'New')`);
    expect(books.said('DELETE FROM products WHERE id = 999')).toBe('taken');
  });
});

test('a fact of an old event, of one far ahead or of none is refused', () => {
  const adjustment = { number: 'A', day: plainDay };
  books.within(() => {
    for (const event_seq of [1, 1_000_000, null])
      expect(books.said(books.insert('stock_adjustments', { ...adjustment, event_seq }))).toBe(
        'facts belong to the event being written',
      );
    expect(books.said(books.insert('stock_adjustments', adjustment))).toBe('taken');
  });
});

test('numbers of rows in a file are never below none', () => {
  const file = { kind: 'sales', file_name: 'x', file_sha256: 'a'.repeat(64), profile: 'x', mapping: '{}', at: '' };
  books.within(() => {
    const right = { ...file, rows_read: 1, rows_stored: 1, rows_refused: 0 };
    expect(books.both('imports', right, { rows_stored: 2, rows_refused: -1 })).toEqual([
      'no file has fewer rows than none',
      'taken',
    ]);
  });
});
