import type Database from 'better-sqlite3';
import type { EventRow } from '../chain.ts';
import { schemaOf } from '../fingerprint.ts';
import type { Orm } from '../open.ts';
import { readPages } from '../read-pages.ts';
import { type FactTableName, factTableNames, hashedTable } from '../schema/facts.ts';
import { tidy } from '../tidy.ts';
import { firstRowOf, lastRow } from './event-rows.ts';
import { historyReads } from './history.ts';

export type ChainedEvent = EventRow & { readonly previousHash: string; readonly hash: string };
export type ChainedFact = { readonly eventSeq: number; readonly values: readonly (string | number | null)[] };

const eventColumns = `seq, action_id AS actionId, kind, at, day, person, input_sha256 AS inputSha256, result,
  previous_hash AS previousHash, hash, approver`;

/** What the checks of a whole file read beside the ledgers: pages, keys, schema and chain. Statements are prepared when they are asked for: a damaged file may lack what they name. */
export function verifyReads({ $client: raw }: Orm) {
  return {
    integrity: () => readPages(raw, 'integrity_check'),
    /** The same without comparing the indexes with their tables: a fraction of the time. */
    damagedPages: () => readPages(raw, 'quick_check'),
    brokenKeys: () =>
      (raw.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]).map(
        ({ table, rowid, parent }) => `${table} ${rowid ?? '?'} → ${parent}`,
      ),
    schema: () => schemaOf(raw),
    hashOf: (seq: number) => historyReads(raw).hashOf(seq),
    /** How many rows the chain covers from that event on, about: for progress. */
    chainLength: (from: number) =>
      factTableNames
        .map((name) => hashedTable(name).sqlName)
        .map((table) => lastRow(raw, table) - firstRowOf(raw, table, from) + 1)
        .reduce((sum, rows) => sum + Math.max(0, rows), lastRow(raw, 'journal_of_events') - from + 1),
    lastEvent: () => lastRow(raw, 'journal_of_events'),
    /** From that event on. */
    events: (from: number) =>
      raw
        .prepare(`SELECT ${eventColumns} FROM journal_of_events WHERE seq >= ? ORDER BY seq`)
        .iterate(from) as IterableIterator<ChainedEvent>,
    /** The facts of that event and of all later ones. */
    facts: (name: FactTableName, from: number) => factsOf(raw, name, from),
    /** Everything that is read until `end` belongs to one moment. */
    begin: () => void raw.exec('BEGIN'),
    end: () => tidy(() => raw.exec('ROLLBACK')),
  };
}
export type VerifyReads = ReturnType<typeof verifyReads>;

/** The rows of a fact table in the order they were posted, as the chain hashes them. */
function* factsOf(raw: Database.Database, name: FactTableName, from: number): Generator<ChainedFact, void, undefined> {
  const { sqlName, columns } = hashedTable(name);
  const names = columns.map((column) => column.sqlName).join(', ');
  const eventAt = columns.findIndex(({ key }) => key === 'eventSeq');
  const first = from === 1 ? Number.MIN_SAFE_INTEGER : firstRowOf(raw, sqlName, from);
  const rows = raw.prepare(`SELECT ${names} FROM ${sqlName} WHERE rowid >= ? ORDER BY rowid`).raw(true).iterate(first);
  for (const values of rows as IterableIterator<ChainedFact['values']>)
    yield { eventSeq: values[eventAt] as number, values };
}

/** The first offenders of one of the checks in SQL, as a person would name them; one more than `limit` shows that there are others. */
export function offendersOf({ $client: raw }: Orm, sql: string, limit: number): string[] {
  return raw
    .prepare(`SELECT what FROM (${sql}) LIMIT ${limit + 1}`)
    .pluck()
    .all() as string[];
}
