import { and, desc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { monthPacks } from '../schema/paper-and-months.ts';

export type MonthPack = typeof monthPacks.$inferSelect;

/** The packs that were written for the accountant, newest first: no part of the books. */
export function monthPackNotes(orm: Orm) {
  const { month, format, id, manifestSha256 } = monthPacks;
  const limit = sql.placeholder('limit');
  const ofMonth = eq(month, sql.placeholder('month'));
  const all = prepared(orm, orm.select().from(monthPacks).orderBy(desc(id)).limit(limit));
  const within = prepared(orm, orm.select().from(monthPacks).where(ofMonth).orderBy(desc(id)).limit(limit));
  const last = prepared(
    orm,
    orm
      .select({ manifestSha256 })
      .from(monthPacks)
      .where(and(ofMonth, eq(format, sql.placeholder('format'))))
      .orderBy(desc(id))
      .limit(1),
  );
  return {
    list: (of: { readonly month?: string | undefined; readonly limit: number }): MonthPack[] =>
      of.month === undefined ? all.all(of) : within.all(of),
    /** The fingerprint of the last pack of a month and format; nothing when there was none. */
    lastManifest: (of: Pick<MonthPack, 'month' | 'format'>): string | undefined => last.get(of)?.manifestSha256,
  };
}

export function monthPackWrites({ $client: raw }: Orm) {
  const add = raw.prepare<[Omit<MonthPack, 'id'>]>(
    `INSERT INTO month_packs (month, format, folder, files, manifest_sha256, head, at, person)
      VALUES (@month, @format, @folder, @files, @manifestSha256, @head, @at, @person)`,
  );
  return { add: (pack: Omit<MonthPack, 'id'>): void => void add.run(pack) };
}
