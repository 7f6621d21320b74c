import { asc, eq, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { photos } from '../schema/desk.ts';

export function photoReads(orm: Orm) {
  const byId = prepared(
    orm,
    orm
      .select()
      .from(photos)
      .where(eq(photos.id, sql.placeholder('id'))),
  );
  const ofReturn = prepared(
    orm,
    orm
      .select()
      .from(photos)
      .where(eq(photos.returnId, sql.placeholder('id')))
      .orderBy(asc(photos.id)),
  );
  const files = orm.$client.prepare<[], PhotoFile>(
    `SELECT DISTINCT sha256, type FROM photos UNION SELECT photo, photo_type FROM products WHERE photo IS NOT NULL
     UNION SELECT value ->> 'sha256', value ->> 'type' FROM settings WHERE name = 'logo' AND value <> 'null'`,
  );
  return {
    byId: (photoId: number) => byId.get({ id: photoId }),
    ofReturn: (returnId: number) => ofReturn.all({ id: returnId }),
    /** Every file there must be, once. */
    files: () => files.all(),
  };
}

/** What a file of the folder of photos must be. */
export type PhotoFile = { readonly sha256: string; readonly type: string };
export type PhotoRow = typeof photos.$inferSelect;
