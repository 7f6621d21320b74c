import { getTableColumns, sql } from 'drizzle-orm';
import { canonicalFact, type EventRow, eventHash, noHash } from './chain.ts';
import type { Connection } from './open.ts';
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
  head(): { readonly seq: number; readonly hash: string };
};

export function createFactWriter({ orm }: Connection): FactWriter {
  const inserts = Object.fromEntries(factTableNames.map((name) => [name, prepareInsert(orm, name)])) as Record<
    FactTableName,
    ReturnType<typeof prepareInsert>
  >;
  const last = orm
    .select({ seq: journalOfEvents.seq, hash: journalOfEvents.hash })
    .from(journalOfEvents)
    .orderBy(sql`${journalOfEvents.seq} desc`)
    .limit(1)
    .prepare();
  const insertEvent = orm
    .insert(journalOfEvents)
    .values(
      Object.fromEntries(
        Object.keys(getTableColumns(journalOfEvents)).map((key) => [key, sql.placeholder(key)]),
      ) as never,
    )
    .prepare();

  const head = () => last.get() ?? { seq: 0, hash: noHash };
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
      const { id, line } = inserts[table]({ ...row, eventSeq: previous.seq + 1 });
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
  };
}

/** A prepared insert of one fact table that also gives the row's canonical line. */
function prepareInsert(orm: Connection['orm'], name: FactTableName) {
  const columns = Object.entries(getTableColumns(factTables[name])) as [string, { default: unknown }][];
  const fallbacks = columns.map(([key, column]) => [key, (column.default ?? null) as FactValue] as const);
  const hashed = hashedTable(name).columns.map(({ key }) => key);
  const values = Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)]));
  const statement = orm
    .insert(factTables[name])
    .values(values as never)
    .prepare();
  return (row: Record<string, unknown>): { id: number; line: string } => {
    const full: Record<string, FactValue> = {};
    for (const [key, fallback] of fallbacks) full[key] = (row[key] as FactValue | undefined) ?? fallback;
    const id = Number(statement.run(full).lastInsertRowid);
    if ('id' in full) full.id = id;
    return { id, line: canonicalFact(hashed.map((key) => full[key] ?? null)) };
  };
}
