import type Database from 'better-sqlite3';
import type { Random } from '../random.ts';
import type { BookColumns } from './book-file.ts';

export type Editing = {
  readonly raw: Database.Database;
  readonly random: Random;
  readonly columns: BookColumns;
};

/** Changes something as somebody might who wants it to stay unseen; says what, or nothing where it found nothing to change. */
export type Edit = (editing: Editing) => string | undefined;

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Some row of what a query gives. */
export function someRow({ raw, random }: Editing, sql: string): Row | undefined {
  const rows = raw.prepare(sql).all() as Row[];
  return rows.length === 0 ? undefined : random.pick(rows);
}

export function change({ raw }: Editing, sql: string, values: Readonly<Record<string, Value>>): void {
  const { changes } = raw.prepare(sql).run(values);
  if (changes === 0) throw new Error(`changed nothing: ${sql} ${JSON.stringify(values)}`);
}
