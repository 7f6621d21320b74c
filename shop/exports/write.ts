import { join, resolve } from 'node:path';
import { currencyDigits } from '../../contract/values/money.ts';
import { listExportReads } from '../../db/queries/list-export.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { refuseFileError } from '../months/pack/file-error.ts';
import { publishInto } from '../months/pack/folder.ts';
import { packWriter, watched } from '../months/pack/write.ts';
import { listOf } from './lists.ts';

/**
 * Writes a list as CSV (UTF-8 with its mark, CRLF) whose headings are the fields of the imports: what is written here is read back to equal
 * rows. The file appears when it is whole, and takes the place of one of the same day.
 */
export const writeList: LongReadHandler<'exports.write'> = (context, { kind, to, from, until }) => {
  const folder = resolve(to ?? join(context.folder, 'exports'));
  const name = `${kind}-${context.today}.csv`;
  const period = { from: from ?? '0000-01-01', to: until ?? '9999-12-31' };
  try {
    const { rows, sha256 } = publishInto({ folder, draftName: `.backshelf-${kind}` }, (drafts) =>
      inSnapshot(context.connection, () => {
        const reads = listExportReads(context.connection.orm);
        const total = reads.count(kind, period);
        const list = listOf(reads, { kind, period, digits: currencyDigits(context.settings.currency) });
        const rows = watched(list.rows, progressOf(context, total));
        return packWriter(drafts).csv(name, { ...list, rows });
      }),
    );
    context.onProgress({ phase: 'writing', done: rows, total: rows });
    return { path: join(folder, name), rows, sha256 };
  } catch (error) {
    const refused = refuseFileError(error, folder);
    if (refused) return refused;
    throw error;
  }
};

/** Told after every thousand rows; gives up when nobody wants the file any more. */
function progressOf({ onProgress, throwIfCancelled }: LongReadContext, total: number): (rows: number) => void {
  return (rows) => {
    throwIfCancelled();
    onProgress({ phase: 'writing', done: Math.min(rows, total), total });
  };
}
