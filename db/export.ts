import type { Orm } from './open.ts';
import { type History, historyReads } from './queries/history.ts';

export type ExportedRow = readonly (string | number | null)[];
export type ExportedTable = { readonly name: string; readonly columns: readonly string[]; readonly rows: number };

/** What a person is typing is no part of the books; Drizzle's own table is made by the program that reads the export. */
const leftOut = ['drafts', '__drizzle_migrations'];

/** Everything a shop has, for any other program: its tables row by row and the statements that made them. */
export function exportReads({ $client: raw }: Orm) {
  const tables = tableNames(raw);
  return {
    tables: (): ExportedTable[] =>
      tables.map(({ name }) => ({
        name,
        columns: columnsOf(raw, name),
        rows: Number(raw.prepare(`SELECT count(*) FROM ${name}`).pluck().get()),
      })),
    /** In the order in which they were written, which is the order of their events. The connection is busy until the last one was taken. */
    rows: function* (name: string): IterableIterator<ExportedRow> {
      const table = tables.find((own) => own.name === name);
      if (!table) throw new Error(`no table ${name}`);
      const order = table.hasRowid ? 'rowid' : columnsOf(raw, name, { onlyKey: true }).join(', ');
      const names = columnsOf(raw, name).join(', ');
      const rows = raw.prepare(`SELECT ${names} FROM ${name} ORDER BY ${order}`).raw(true).iterate();
      yield* rows as IterableIterator<ExportedRow>;
    },
    /** As they stand in the file; what SQLite made for itself is left out. */
    statements: () =>
      raw
        .prepare(
          `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite@_%' ESCAPE '@'
           AND name NOT LIKE 'find@_names@_%' ESCAPE '@' ORDER BY rowid`,
        )
        .pluck()
        .all() as string[],
    versions: () => ({
      schemaVersion: Number(raw.pragma('user_version', { simple: true })),
      applicationId: Number(raw.pragma('application_id', { simple: true })),
    }),
    head: (): ReturnType<History['head']> => historyReads(raw).head(),
  };
}
export type ExportReads = ReturnType<typeof exportReads>;

type Raw = Orm['$client'];

/** The tables an export holds, in the order in which they were made. */
export function tableNames(raw: Raw): { readonly name: string; readonly hasRowid: boolean }[] {
  const rows = raw
    .prepare(
      `SELECT l.name, l.wr AS withoutRowid FROM pragma_table_list l JOIN sqlite_schema s ON s.type = 'table' AND s.name = l.name
       WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY s.rowid`,
    )
    .all() as { name: string; withoutRowid: number }[];
  return rows
    .filter(({ name }) => !leftOut.includes(name))
    .map(({ name, withoutRowid }) => ({ name, hasRowid: withoutRowid === 0 }));
}

export function columnsOf(raw: Raw, table: string, { onlyKey = false } = {}): string[] {
  const columns = raw.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[];
  return onlyKey
    ? columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map(({ name }) => name)
    : columns.map(({ name }) => name);
}
