import { createHash, type Hash } from 'node:crypto';
import { type FactTableName, factTableNames, hashedTable } from './schema/facts.ts';

export const noHash = '0'.repeat(64);

export type EventRow = {
  readonly seq: number;
  readonly actionId: string;
  readonly kind: string;
  readonly at: string;
  readonly day: string;
  readonly person: string;
  readonly inputSha256: string;
  readonly result: string;
};

type FactValue = string | number | null;

/** One fact as the chain sees it: its hashed columns as a JSON array, one line. */
export function canonicalFact(values: readonly FactValue[]): string {
  return `${JSON.stringify(values)}\n`;
}

/**
 * The hash of an event: SHA-256 over the previous hash, the event's own columns and all facts it posted, table by table in the order of
 * `factTables`, rows in the order they were posted. `factsOf` gives the canonical lines of one table.
 */
export function eventHash(
  previousHash: string,
  event: EventRow,
  factsOf: (table: FactTableName) => Iterable<string>,
): string {
  const hash = createHash('sha256');
  const { seq, actionId, kind, at, day, person, inputSha256, result } = event;
  hash.update(`${previousHash}\n${JSON.stringify([seq, actionId, kind, at, day, person, inputSha256, result])}\n`);
  for (const table of factTableNames) addTable(hash, table, factsOf(table));
  return hash.digest('hex');
}

function addTable(hash: Hash, table: FactTableName, lines: Iterable<string>): void {
  let first = true;
  for (const line of lines) {
    if (first) hash.update(`${hashedTable(table).sqlName}\n`);
    first = false;
    hash.update(line);
  }
}
