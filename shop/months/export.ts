import { join, resolve } from 'node:path';
import type { Controls } from '../../contract/api/months.ts';
import { addDays, daysOfMonth, type Month } from '../../contract/values/days.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import { monthPackReads } from '../../db/queries/month-pack.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { monthControls } from './controls.ts';
import { controlSheet, type WrittenFile } from './pack/control-sheet.ts';
import { refuseFileError } from './pack/file-error.ts';
import { type Drafts, publishInto } from './pack/folder.ts';
import { monthSheets } from './pack/sheets.ts';
import { writeSheet } from './pack/write.ts';

/**
 * Writes the month's files for the accountant: one CSV per book, the control totals with the fingerprints of all of them, and a manifest
 * for programs. Everything is read at one moment and stands as it was on the month's last day, so that a month that is over gives
 * the same bytes each time.
 */
export const exportMonth: LongReadHandler<'months.export'> = (context, { month, to }) => {
  const folder = resolve(to);
  try {
    const { files, controls } = publishInto({ folder, draftName: `.backshelf-${month}` }, (drafts) =>
      inSnapshot(context.connection, () => writePack(context, month, drafts)),
    );
    return { files: files.map(({ name, ...file }) => ({ path: join(folder, name), ...file })), controls };
  } catch (error) {
    const refused = refuseFileError(error, folder);
    if (refused) return refused;
    throw error;
  }
};

function writePack(
  context: LongReadContext,
  month: Month,
  drafts: Drafts,
): { readonly files: readonly WrittenFile[]; readonly controls: Controls } {
  const { connection, store, settings, onProgress, throwIfCancelled } = context;
  const period = daysOfMonth(month);
  const checked = monthControls(store, month);
  const sheets = monthSheets(monthPackReads(connection.orm), period, settings);
  const total = sheets.length + 1;
  const files = sheets.map((sheet, done) => {
    onProgress({ phase: sheet.key, done, total });
    return writeSheet(drafts, { name: `${month}-${sheet.key}.csv`, sheet, onRows: throwIfCancelled });
  });
  const { currency } = settings;
  const digits = currencyDigits(currency);
  const stockBeforeCents = store.months.stockValueCents({ ...period, to: addDays(period.from, -1) });
  const sheet = controlSheet({ ...checked, month, currency, digits, stockBeforeCents, files });
  onProgress({ phase: sheet.key, done: total - 1, total });
  files.push(writeSheet(drafts, { name: `${month}-controls.csv`, sheet, onRows: throwIfCancelled }));
  throwIfCancelled();
  const { controls } = checked;
  const manifest = { month, format: 'csv', currency, controls, files };
  drafts.write(`${month}-manifest.json`, [`${JSON.stringify(manifest, null, 2)}\n`]);
  return { files, controls };
}
