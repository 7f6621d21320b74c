import type { Imported, StoredCounts } from '../../contract/api/imports.ts';
import type { FileRow } from '../../db/queries/files.ts';
import type { ReadHandler } from '../context.ts';

export const listImports: ReadHandler<'imports.history'> = ({ store }, { limit = 100 }) => ({
  items: store.files.history(limit).map(viewImport),
});

/** A file that was read, with what came of it. */
export function viewImport(row: FileRow): Imported {
  const { id, kind, fileName, profile, at, rowsRead, rowsStored, rowsRefused, undoneAt } = row;
  const { stored } = JSON.parse(row.result) as { readonly stored: StoredCounts };
  return {
    importId: id,
    kind: kind as Imported['kind'],
    fileName,
    profile,
    at,
    rowsRead,
    rowsStored,
    rowsRefused,
    stored: Object.fromEntries(Object.entries(stored).filter(([, count]) => count > 0)),
    ...(undoneAt !== null && { undoneAt }),
  };
}
