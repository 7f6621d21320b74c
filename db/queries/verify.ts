import Database from 'better-sqlite3';
import { type EventRow, noHash } from '../chain.ts';
import { migrateFile } from '../migrate.ts';
import type { Connection, Orm } from '../open.ts';
import { type FactTableName, factTableNames, hashedTable } from '../schema/facts.ts';

export type ChainedEvent = EventRow & { readonly previousHash: string; readonly hash: string };
export type ChainedFact = { readonly eventSeq: number; readonly values: readonly (string | number | null)[] };

const eventColumns = `seq, action_id AS actionId, kind, at, day, person, input_sha256 AS inputSha256, result,
  previous_hash AS previousHash, hash`;

/** What the checks of a whole file read beside the ledgers: pages, keys, schema and chain. Statements are prepared when they are asked for: a damaged file may lack what they name. */
export function verifyReads({ $client: raw }: Orm) {
  return {
    integrity: () =>
      (raw.pragma('integrity_check(10)') as { integrity_check: string }[]).map((row) => row.integrity_check),
    brokenKeys: () =>
      (raw.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]).map(
        ({ table, rowid, parent }) => `${table} ${rowid ?? '?'} → ${parent}`,
      ),
    schema: () => schemaOf(raw),
    hashOf: (seq: number) =>
      seq === 0
        ? noHash
        : (raw.prepare('SELECT hash FROM journal_of_events WHERE seq = ?').pluck().get(seq) as string | undefined),
    /** How many rows the chain covers, about: for progress. */
    chainLength: () =>
      ['journal_of_events', ...factTableNames.map((name) => hashedTable(name).sqlName)]
        .map((table) => Number(raw.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get()))
        .reduce((sum, rows) => sum + rows, 0),
    events: () =>
      raw
        .prepare(`SELECT ${eventColumns} FROM journal_of_events ORDER BY seq`)
        .iterate() as IterableIterator<ChainedEvent>,
    facts: (name: FactTableName) => factsOf(raw, name),
    /** Everything that is read until `end` belongs to one moment. */
    begin: () => void raw.exec('BEGIN'),
    end: () => void raw.exec('ROLLBACK'),
  };
}
export type VerifyReads = ReturnType<typeof verifyReads>;

/** The rows of a fact table in the order they were posted, as the chain hashes them. */
function* factsOf(raw: Database.Database, name: FactTableName): Generator<ChainedFact, void, undefined> {
  const { sqlName, columns } = hashedTable(name);
  const names = columns.map((column) => column.sqlName).join(', ');
  const rows = raw.prepare(`SELECT event_seq, ${names} FROM ${sqlName} ORDER BY rowid`).raw(true).iterate();
  for (const row of rows as IterableIterator<[number, ...(string | number | null)[]]>) {
    const [eventSeq, ...values] = row;
    yield { eventSeq, values };
  }
}

/** Every table, index, view and trigger with its text, by `type name`. What SQLite itself adds is left out. */
function schemaOf(raw: Database.Database): Map<string, string> {
  const rows = raw
    .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'`)
    .all();
  return new Map(
    (rows as { type: string; name: string; sql: string }[]).map(({ type, name, sql }) => [`${type} ${name}`, sql]),
  );
}

/** The schema as this program's migrations make it. */
export function freshSchema(): Map<string, string> {
  const raw = new Database(':memory:');
  try {
    migrateFile({ raw, folder: ':memory:' });
    return schemaOf(raw);
  } finally {
    raw.close();
  }
}

/** The first offenders of one of `ledgerChecks`, as a person would name them; one more than `limit` shows that there are others. */
export function offendersOf({ $client: raw }: Connection['orm'], sql: string, limit: number): string[] {
  return raw
    .prepare(`SELECT what FROM (${sql}) LIMIT ${limit + 1}`)
    .pluck()
    .all() as string[];
}
