import { writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { busyShopFile } from '../fixtures/busy-shop.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { openShopFile, shopFile } from './open.ts';
import { factTableNames, hashedTable } from './schema/facts.ts';

vi.setConfig({ hookTimeout: 60_000 });

let bytes: Buffer;
beforeAll(async () => {
  bytes = await busyShopFile();
});

/** Runs plain SQL around the program, on the program's own kind of connection; nothing of it stays. */
function onBusyShop<T>(work: (raw: Database.Database) => T): T {
  const folder = temporaryFolder();
  writeFileSync(shopFile(folder), bytes);
  const file = openShopFile(folder);
  try {
    return work(file.writer.raw);
  } finally {
    if (file.writer.raw.inTransaction) file.writer.raw.exec('ROLLBACK');
    file.close();
  }
}

/** What SQL says to each statement, tried one after the other. */
function saidTo(raw: Database.Database, statements: readonly string[]): string[] {
  return statements.map((statement) => {
    try {
      raw.exec(statement);
      return 'taken';
    } catch (error) {
      return (error as Error).message;
    }
  });
}

const tables = ['journal_of_events', ...factTableNames.map((name) => hashedTable(name).sqlName)];

describe('facts stay as they are', () => {
  test('every fact column of every table refuses UPDATE', () => {
    const columns = factTableNames
      .map((name) => hashedTable(name))
      .flatMap((table) => table.columns.map(({ sqlName }) => [table.sqlName, sqlName]));
    const statements = columns.map(([table, column]) => `UPDATE ${table} SET ${column} = ${column}`);
    onBusyShop((raw) => expect(new Set(saidTo(raw, statements))).toEqual(new Set(['facts are never changed'])));
  });

  test('every table of facts refuses DELETE, and REPLACE of a row it has', () => {
    onBusyShop((raw) => {
      for (const table of tables) {
        expect(`${table}: ${raw.prepare(`SELECT count(*) > 0 FROM ${table}`).pluck().get()}`).toBe(`${table}: 1`);
        const [deleted, replaced] = saidTo(raw, [
          `DELETE FROM ${table}`,
          `REPLACE INTO ${table} SELECT * FROM ${table} WHERE rowid = 1`,
        ]);
        expect(`${table}: ${deleted}`).toBe(`${table}: facts are never deleted`);
        expect(replaced).not.toBe('taken');
      }
    });
  });

  test('REPLACE is stopped by the trigger that refuses deleting, even where the row itself would be allowed', () => {
    onBusyShop((raw) => {
      const head = 'SELECT max(seq) + 1 FROM journal_of_events';
      raw.exec('BEGIN');
      const row = `(SELECT seq FROM documents WHERE series = 'R' ORDER BY seq DESC LIMIT 1)`;
      const replace = `REPLACE INTO documents (number, event_seq, series, year, seq, day) SELECT number, (${head}), series, year, seq, day FROM documents
        WHERE series = 'R' AND seq = ${row}`;
      expect(saidTo(raw, [replace])).toEqual(['numbers of documents have no gaps']);
      expect(saidTo(raw, [`REPLACE INTO month_closings VALUES ('2026-10', (${head}), '')`])).toEqual([
        'facts are never deleted',
      ]);
    });
  });
});

describe('facts come only in their order', () => {
  const next = '(SELECT max(seq) + 1 FROM journal_of_events)';
  const adjustment = (seq: string): string =>
    `INSERT INTO stock_adjustments (event_seq, number, line_no, adjusted_at, day, product_id, quantity_milli) VALUES (${seq}, 'X', 1, '', '2026-11-18', 1, 1000)`;

  test('a fact of an old event, or of one far ahead, is refused', () => {
    onBusyShop((raw) => {
      const said = saidTo(raw, [adjustment('1'), adjustment(`${next} + 1`), adjustment('NULL')]);
      expect(said).toEqual(Array(3).fill('facts belong to the event being written'));
    });
  });

  test('an event that skips a number, or does not name the one before, is refused', () => {
    const event = (seq: string, previous: string): string =>
      `INSERT INTO journal_of_events VALUES (${seq}, 'x', 'x', '', '2026-11-18', 'x', printf('%064d', 7), '{}', ${previous}, printf('%064d', 8))`;
    const head = '(SELECT hash FROM journal_of_events ORDER BY seq DESC LIMIT 1)';
    onBusyShop((raw) => {
      const said = saidTo(raw, [
        event(`${next} + 1`, head),
        event('1', head),
        event(next, `printf('%064d', 0)`),
        event(next, 'NULL'),
      ]);
      expect(said).toEqual(Array(4).fill('an event must follow the last one'));
    });
  });

  test('a number that leaves a gap, or comes again, is refused; so is one that does not fit its parts', () => {
    const document = (seq: number, number = `R-2026-${String(seq).padStart(6, '0')}`): string =>
      `INSERT INTO documents VALUES ('${number}', ${next}, 'R', 2026, ${seq}, '2026-11-18')`;
    onBusyShop((raw) => {
      const last = Number(raw.prepare(`SELECT max(seq) FROM documents WHERE series = 'R'`).pluck().get());
      const said = saidTo(raw, [document(last + 2), document(last), document(1), document(last + 1, 'R-2026-000009x')]);
      expect(said.slice(0, 3)).toEqual(Array(3).fill('numbers of documents have no gaps'));
      expect(said[3]).toMatch(/CHECK constraint failed/);
    });
  });
});

describe('entries', () => {
  const next = '(SELECT max(seq) + 1 FROM journal_of_events)';
  const line = (entry: string, no: number, debit: number, credit: number): string =>
    `INSERT INTO journal_lines (event_seq, entry_id, line_no, role, account_code, account_name, debit_cents, credit_cents)
     VALUES (${next}, ${entry}, ${no}, 'cash', '1001', 'Cash', ${debit}, ${credit})`;
  const entry = (id: string, day = '2026-11-18'): string =>
    `INSERT INTO journal_entries (id, event_seq, number, day, kind, document) VALUES (${id}, ${next}, 'J-2026-999999', '${day}', 'x', 'x')`;
  const id = '(SELECT max(id) + 1 FROM journal_entries)';

  test('one that does not balance, or has no lines, is refused', () => {
    onBusyShop((raw) => {
      raw.exec('BEGIN');
      expect(saidTo(raw, [entry(id), line(id, 1, 500, 0), line(id, 2, 0, 499), entry(id)])).toEqual([
        'an entry must balance',
        'taken',
        'taken',
        'an entry must balance',
      ]);
    });
  });

  test('one that is posted takes no more lines, and a line is either debit or credit', () => {
    onBusyShop((raw) => {
      const said = saidTo(raw, [line('1', 9, 1, 0), line(id, 1, 5, 5), line(id, 1, 0, 0), line(id, 1, -5, 0)]);
      expect(said[0]).toBe('a posted entry takes no more lines');
      expect(said.slice(1).every((text) => text.startsWith('CHECK constraint failed'))).toBe(true);
    });
  });

  test('lines without an entry are refused when the transaction ends', () => {
    onBusyShop((raw) => {
      expect(saidTo(raw, ['BEGIN', line(id, 1, 500, 0), 'COMMIT'])).toEqual([
        'taken',
        'taken',
        'FOREIGN KEY constraint failed',
      ]);
    });
  });

  test('nothing is written into a closed month', () => {
    onBusyShop((raw) => {
      raw.exec('BEGIN');
      const said = saidTo(raw, [line(id, 1, 5, 0), line(id, 2, 0, 5), entry(id, '2026-10-31')]);
      expect(said).toEqual(['taken', 'taken', 'nothing is written into a closed month']);
    });
  });
});

describe('sums never pass their caps', () => {
  test.each([
    ['more returned than sold', 'UPDATE sale_lines SET returned_milli = quantity_milli + 1'],
    ['more credited than returned', 'UPDATE sale_lines SET credited_milli = returned_milli + 1'],
    ['more credited than paid', 'UPDATE sale_lines SET credited_cents = paid_cents + 1'],
    ['more tax credited than was paid', 'UPDATE sale_lines SET credited_tax_cents = tax_cents + 1'],
    ['more given back than the tender took', 'UPDATE sale_tenders SET given_back_cents = amount_cents + 1'],
    ['more received than requested', 'UPDATE return_lines SET received_milli = requested_milli + 1'],
    ['more inspected than received', 'UPDATE return_lines SET inspected_milli = received_milli + 1'],
    ['more credited than inspected', 'UPDATE return_lines SET credited_milli = inspected_milli - sent_back_milli + 1'],
    ['more paid than the credit note', 'UPDATE credit_notes SET paid_cents = total_cents + 1'],
    ['a place below zero', `UPDATE stock_balances SET quantity_milli = -1, value_cents = 0 WHERE place = 'shelf'`],
    [
      'value without goods',
      `UPDATE stock_balances SET quantity_milli = 0, unknown_milli = 0, value_cents = 1 WHERE place = 'shelf'`,
    ],
    ['goods worth less than nothing', `UPDATE stock_balances SET value_cents = -1 WHERE place = 'shelf'`],
  ])('%s', (_, statement) => {
    onBusyShop((raw) => expect(saidTo(raw, [statement])[0]).toMatch(/^CHECK constraint failed/));
  });

  test('a product, customer or sale that something points to is not deleted', () => {
    onBusyShop((raw) => {
      const said = saidTo(raw, ['DELETE FROM products', 'DELETE FROM customers']);
      expect(said).toEqual(Array(2).fill('FOREIGN KEY constraint failed'));
    });
  });
});
