import Database from 'better-sqlite3';
import { factTableNames, hashedTable } from '../../../db/schema/facts.ts';

/** Facts, the events that sealed them, and the tables of sums. */
const bookTables: readonly string[] = [
  'journal_of_events',
  ...factTableNames.map((name) => hashedTable(name).sqlName),
  'stock_balances',
  'account_totals',
  'role_permissions',
];

/** When a step is overdue follows from settings of its time: it is no fact, and no sum of facts. */
const noFacts: readonly string[] = ['returns.due_at', 'repair_tickets.due_at'];

const changeCounterAt = 18;

/** A shop's file opened from memory. The bytes that say it has a log beside it are set back, because memory has none. */
export function openBytes(bytes: Buffer): Database.Database {
  const copy = Buffer.from(bytes);
  for (const at of [changeCounterAt, changeCounterAt + 1]) if (copy[at] === 2) copy[at] = 1;
  return new Database(copy);
}

export type BookColumns = ReadonlyMap<string, readonly string[]>;

/** The columns of every table of the books that must not change unnoticed. */
export function columnsOfBooks(raw: Database.Database): BookColumns {
  const columnsOf = raw.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck();
  return new Map(
    bookTables.map((table) => [
      table,
      columnsOf.all(table).filter((column) => !noFacts.includes(`${table}.${column}`)),
    ]),
  );
}

/** Facts in the order they were posted; of sums those that are not nothing, because no row says the same. */
const howToRead: Readonly<Record<string, string>> = {
  stock_balances: 'WHERE quantity_milli <> 0 OR value_cents <> 0 OR unknown_milli <> 0 ORDER BY product_id, place',
  account_totals: 'WHERE debit_cents <> 0 OR credit_cents <> 0 ORDER BY month, role',
  role_permissions: 'ORDER BY role, permission',
};

/** Everything that stands in the books, table by table, each as one text. Throws where it cannot be read. */
export function* readBooks(raw: Database.Database, columns: BookColumns): Generator<string> {
  for (const [table, names] of columns) {
    const rows = raw
      .prepare(`SELECT ${names.join(', ')} FROM ${table} ${howToRead[table] ?? 'ORDER BY rowid'}`)
      .raw(true)
      .all();
    yield `${table} ${JSON.stringify(rows)}`;
  }
}

/** Whether anything in the books is not what it was, or cannot be read at all. */
export function differs(
  bytes: Buffer,
  { columns, before }: { columns: BookColumns; before: readonly string[] },
): boolean {
  let raw: Database.Database | undefined;
  try {
    raw = openBytes(bytes);
    let index = 0;
    for (const text of readBooks(raw, columns)) {
      if (text !== before[index]) return true;
      index += 1;
    }
    return false;
  } catch {
    return true;
  } finally {
    raw?.close();
  }
}
