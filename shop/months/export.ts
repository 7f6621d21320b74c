import { join, resolve } from 'node:path';
import type { Controls, ExportFormat } from '../../contract/api/months.ts';
import { addDays, daysOfMonth, type Month } from '../../contract/values/days.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import { type MonthPackReads, monthPackReads } from '../../db/queries/month-pack.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { monthControls } from './controls.ts';
import { assertTies, totalRows, type VoucherTotals } from './formats/totals.ts';
import { whyNotWritten, writeVouchers } from './formats/write-vouchers.ts';
import { controlSheet, type WrittenFile } from './pack/control-sheet.ts';
import { refuseFileError } from './pack/file-error.ts';
import { type Drafts, publishInto } from './pack/folder.ts';
import { packNames } from './pack/names.ts';
import { monthSheets } from './pack/sheets.ts';
import { type PackWriter, packWriter, watched } from './pack/write.ts';
import { writeZip } from './pack/write-zip.ts';

type Wanted = { readonly month: Month; readonly format: ExportFormat; readonly zip: boolean };
type Pack = {
  readonly files: readonly WrittenFile[];
  readonly manifest: Omit<WrittenFile, 'rows'>;
  readonly zip: WrittenFile | undefined;
  readonly controls: Controls;
};

/**
 * Writes the month's files for the accountant: the shop's own books or the vouchers of another program, the control totals with the
 * fingerprints of all of them, and a manifest for programs. Everything is read at one moment and stands as it was on the month's last
 * day, so that a month that is over gives the same bytes each time.
 */
export const exportMonth: LongReadHandler<'months.export'> = (context, { month, format, to, zip = false }) => {
  const folder = resolve(to);
  const wanted = { month, format, zip };
  try {
    return inSnapshot(context.connection, () => {
      const reads = monthPackReads(context.connection.orm);
      const refused = format === 'csv' ? undefined : whyNotWritten(context, { format, month, reads });
      if (refused) return refused;
      const { isOwn } = packNames(month, format);
      const pack = publishInto({ folder, draftName: `.backshelf-${month}`, isOwn }, (drafts) =>
        writePack(context, { ...wanted, reads }, drafts),
      );
      return placed(pack, folder);
    });
  } catch (error) {
    const refused = refuseFileError(error, folder);
    if (refused) return refused;
    throw error;
  }
};

/** The files where they lie now. */
function placed({ files, manifest, zip, controls }: Pack, folder: string) {
  const place = <File extends { name: string }>({ name, ...file }: File) => ({ path: join(folder, name), ...file });
  return { files: files.map(place), manifest: place(manifest), ...(zip && { zip: place(zip) }), controls };
}

type Asked = Wanted & { readonly reads: MonthPackReads };

function writePack(context: LongReadContext, asked: Asked, drafts: Drafts): Pack {
  const { month, format, zip } = asked;
  const names = packNames(month, format);
  const writer = packWriter(drafts);
  const checked = monthControls(context.store, month);
  const { controls } = checked;
  const { files: books, totals } = writeBooks(context, asked, writer);
  if (totals) assertTies(totals, controls);
  const sheet = controlsOf(context, { month, checked, files: books, totals });
  const files = [...books, writer.csv(names.controls, sheet)];
  const { currency } = context.settings;
  const manifest = { month, format, currency, controls, ...(totals && { vouchers: totals }), files };
  const { sha256 } = drafts.write(names.manifest, [`${JSON.stringify(manifest, null, 2)}\n`]);
  return {
    files,
    manifest: { name: names.manifest, sha256 },
    zip: zip ? writeZip(drafts, names.zip, context) : undefined,
    controls,
  };
}

/** What comes before the controls: the shop's own tables one by one, or the files of another program. */
function writeBooks(
  context: LongReadContext,
  { month, format, reads }: Asked,
  writer: PackWriter,
): { readonly files: readonly WrittenFile[]; readonly totals?: VoucherTotals } {
  const { settings, onProgress, throwIfCancelled } = context;
  if (format !== 'csv') return writeVouchers(context, { format, month, reads }, writer);
  const sheets = monthSheets(reads, daysOfMonth(month), settings);
  const files = sheets.map(({ key, headings, rows }, done) => {
    onProgress({ phase: key, done, total: sheets.length });
    return writer.csv(`${month}-${key}.csv`, { headings, rows: watched(rows, throwIfCancelled) });
  });
  return { files };
}

type Written = {
  readonly month: Month;
  readonly checked: ReturnType<typeof monthControls>;
  readonly files: readonly WrittenFile[];
  readonly totals: VoucherTotals | undefined;
};

function controlsOf(
  { store, settings, throwIfCancelled }: LongReadContext,
  { month, checked, files, totals }: Written,
) {
  throwIfCancelled();
  const { currency } = settings;
  const digits = currencyDigits(currency);
  const period = daysOfMonth(month);
  const stockBeforeCents = store.months.stockValueCents({ ...period, to: addDays(period.from, -1) });
  const { headings, rows } = controlSheet({ ...checked, month, currency, digits, stockBeforeCents, files });
  return { headings, rows: totals ? [...rows, ...totalRows(totals, digits)] : rows };
}
