import { asc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { importMappings } from '../schema/stock-book.ts';

const name = sql.placeholder('name');

/** The mappings of columns that people saved under a name. */
export function mappingReads(orm: Orm) {
  const all = prepared(orm, orm.select().from(importMappings).orderBy(asc(importMappings.name)));
  const byName = prepared(orm, orm.select().from(importMappings).where(eq(importMappings.name, name)));
  return { all: () => all.all(), byName: (of: string) => byName.get({ name: of }) };
}

export function mappingWrites({ $client: raw }: Orm) {
  const save = raw.prepare(
    `INSERT INTO import_mappings (name, kind, mapping, saved_at) VALUES (@name, @kind, @mapping, @savedAt)
      ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, mapping = excluded.mapping, saved_at = excluded.saved_at`,
  );
  const forget = raw.prepare('DELETE FROM import_mappings WHERE name = ?');
  return {
    save: (row: typeof importMappings.$inferSelect): void => void save.run(row),
    forget: (of: string): void => void forget.run(of),
  };
}
