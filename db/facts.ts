import { getTableColumns, sql } from 'drizzle-orm';
import { canonicalFact, type EventRow, eventHash, noHash } from './chain.ts';
import { lazily } from './lazily.ts';
import type { Connection } from './open.ts';
import { type History, historyReads } from './queries/history.ts';
import { journalOfEvents } from './schema/events.ts';
import { type FactRow, type FactTableName, factTableNames, factTables, hashedTable } from './schema/facts.ts';

type FactValue = string | number | null;

/** Posts the facts of one event and seals them into the chain. */
export type FactWriter = {
  /** Starts an event; gives its number. */
  begin(): number;
  /** Adds a fact to the event begun; gives the row's id. `eventSeq` is filled in, and `id` unless it is named. */
  add<Name extends FactTableName>(table: Name, row: Omit<FactRow<Name>, 'id' | 'eventSeq'> & { id?: number }): number;
  /** Writes the event with the hash over everything added since `begin`; gives the new head. */
  seal(event: Omit<EventRow, 'seq'>): string;
  readonly head: History['head'];
  /** Drops what was added to an event that was rolled back. */
  forget(): void;
  /** Throws when facts were added that no event has sealed: they must not be committed. */
  assertSealed(): void;
};

export function createFactWriter({ orm }: Connection): FactWriter {
  const makers = factTableNames.map((name) => [name, () => prepareInsert(orm, name)] as const);
  const inserts = lazily(orm, Object.fromEntries(makers)) as Record<FactTableName, ReturnType<typeof prepareInsert>>;
  const insertEvent = orm
    .insert(journalOfEvents)
    .values(
      Object.fromEntries(
        Object.keys(getTableColumns(journalOfEvents)).map((key) => [key, sql.placeholder(key)]),
      ) as never,
    )
    .prepare();

  const history = historyReads(orm.$client);
  const head: FactWriter['head'] = () => {
    const { seq, hash } = history.head();
    return { seq, hash };
  };
  let previous = { seq: 0, hash: noHash };
  let lines = new Map<FactTableName, string[]>();
  return {
    head,
    begin: () => {
      previous = head();
      lines = new Map();
      return previous.seq + 1;
    },
    add: (table, row) => {
      const { id, line } = inserts[table](row, previous.seq + 1);
      const posted = lines.get(table);
      if (posted) posted.push(line);
      else lines.set(table, [line]);
      return id;
    },
    seal: (event) => {
      const row = { ...event, seq: previous.seq + 1 };
      const hash = eventHash(previous.hash, row, (table) => lines.get(table) ?? []);
      insertEvent.run({ ...row, previousHash: previous.hash, hash });
      lines = new Map();
      return hash;
    },
    forget: () => {
      lines = new Map();
    },
    assertSealed: () => {
      if (lines.size > 0) throw new Error(`facts without an event: ${[...lines.keys()].join(', ')}`);
    },
  };
}

/**
 * A prepared insert of one fact table that also gives the row's canonical line. The values are bound straight to the statement, because
 * a file of 200,000 rows passes through here.
 */
function prepareInsert(orm: Connection['orm'], name: FactTableName) {
  const columns = Object.entries(getTableColumns(factTables[name])) as [string, { default: unknown }][];
  const keys = columns.map(([key]) => key);
  const fallbacks = columns.map(([, column]) => (column.default ?? null) as FactValue);
  const hashed = hashedTable(name).columns.map(({ key }) => keys.indexOf(key));
  const idAt = keys.indexOf('id');
  const eventAt = keys.indexOf('eventSeq');
  const names = Object.values(getTableColumns(factTables[name])).map((column) => column.name);
  const statement = orm.$client.prepare(
    `INSERT INTO ${hashedTable(name).sqlName} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (row: Record<string, unknown>, eventSeq: number): { id: number; line: string } => {
    const full = keys.map((key, index) =>
      asStored((row[key] as FactValue | undefined) ?? (fallbacks[index] as FactValue)),
    );
    full[eventAt] = eventSeq;
    const id = Number(statement.run(full).lastInsertRowid);
    if (idAt >= 0) full[idAt] = id;
    return {
      id,
      line: canonicalFact(
        name,
        hashed.map((index) => full[index] ?? null),
      ),
    };
  };
}

/** Half a character, as a text cut in the middle of an emoji has it, cannot be stored: the hash must be of what can. */
function asStored(value: FactValue): FactValue {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
