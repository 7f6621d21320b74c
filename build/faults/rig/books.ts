import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { shopFile } from '../../../db/open.ts';
import { shopFolder } from '../acts/act.ts';

/** What a shop's file holds, in short. */
export type Books = {
  readonly events: number;
  /** Over every row of every table, facts and caches alike. */
  readonly digest: string;
  /** The same without what tells in how many events it came. */
  readonly content: string;
};

/** Actions without an id of the caller's get a random one, and it runs through the hashes; `care.verify` looks after those. */
const random = ['action_id', 'input_sha256', 'hash', 'previous_hash'];
const ofEvents = ['event_seq'];
const tablesOfEvents = ['journal_of_events', 'imports'];

/** Reads the file beside the shop that has it open. */
export function readBooks(folder: string): Books {
  const raw = new Database(shopFile(folder), { readonly: true });
  try {
    const [digest, content] = [createHash('sha256'), createHash('sha256')];
    for (const table of tablesOf(raw)) {
      const columns = columnsOf(raw, table).filter(
        (column) => table !== 'journal_of_events' || !random.includes(column),
      );
      const kept = columns.filter((column) => !ofEvents.includes(column));
      addRows(digest, { raw, table, columns, folder });
      if (!tablesOfEvents.includes(table)) addRows(content, { raw, table, columns: kept, folder });
    }
    const events = Number(raw.prepare('SELECT coalesce(max(seq), 0) FROM journal_of_events').pluck().get());
    return { events, digest: digest.digest('hex'), content: content.digest('hex') };
  } finally {
    raw.close();
  }
}

/** Tables of our own; indexes for finding are made of them, and Drizzle's table says only what was migrated. */
function tablesOf(raw: Database.Database): string[] {
  const names = raw
    .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  return names.filter((name) => name !== '__drizzle_migrations').sort();
}

function columnsOf(raw: Database.Database, table: string): string[] {
  return raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
}

type Rows = {
  readonly raw: Database.Database;
  readonly table: string;
  readonly columns: readonly string[];
  readonly folder: string;
};

/** The folder itself is not told apart: the same shop may stand in several. */
function addRows(hash: ReturnType<typeof createHash>, { raw, table, columns, folder }: Rows): void {
  const names = columns.join(', ');
  hash.update(`${table}\n`);
  const rows = raw.prepare(`SELECT ${names} FROM ${table} ORDER BY ${names}`).raw().iterate();
  for (const row of rows as IterableIterator<unknown[]>)
    hash.update(`${JSON.stringify(row).replaceAll(folder, shopFolder)}\n`);
}
