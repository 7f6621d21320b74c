import { createHash } from 'node:crypto';
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
  /** Who agreed to it beside the person; nothing in what an older version wrote. */
  readonly approver: string | null;
};

type FactValue = string | number | null;

/**
 * One fact as the chain sees it: its hashed columns as a JSON array, one line. Columns that a later version added at the end are left out
 * as far as they are empty: what an older version hashed stays what it was.
 */
export function canonicalFact(table: FactTableName, values: readonly FactValue[]): string {
  const { firstColumns } = hashedTable(table);
  let length = values.length;
  while (length > firstColumns && values[length - 1] === null) length -= 1;
  return `${JSON.stringify(length === values.length ? values : values.slice(0, length))}\n`;
}

const charactersAtOnce = 1 << 16;

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
  const { seq, actionId, kind, at, day, person, inputSha256, result, approver } = event;
  const own = [seq, actionId, kind, at, day, person, inputSha256, result, ...(approver === null ? [] : [approver])];
  let text = `${previousHash}\n${JSON.stringify(own)}\n`;
  for (const table of factTableNames) {
    let isFirst = true;
    for (const line of factsOf(table)) {
      text += isFirst ? `${hashedTable(table).sqlName}\n${line}` : line;
      isFirst = false;
      // Hashing line by line would take twice as long, and an event of an import has thousands.
      if (text.length < charactersAtOnce) continue;
      hash.update(text);
      text = '';
    }
  }
  return hash.update(text).digest('hex');
}
