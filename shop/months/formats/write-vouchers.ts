import type { ExportFormat } from '../../../contract/api/months.ts';
import { daysOfMonth, type Month } from '../../../contract/values/days.ts';
import { currencyDigits } from '../../../contract/values/money.ts';
import type { JournalLineOfMonth, MonthPackReads } from '../../../db/queries/month-pack.ts';
import type { LongReadContext } from '../../context.ts';
import { type Refused, refuse } from '../../refused.ts';
import type { WrittenFile } from '../pack/control-sheet.ts';
import { type PackWriter, watched } from '../pack/write.ts';
import { accountsInChart } from './accounts.ts';
import { voucherFormats } from './all-formats.ts';
import { addedUp, noVouchers, type VoucherTotals } from './totals.ts';
import { missingColumns } from './voucher-cn.ts';
import { vouchersOf } from './vouchers.ts';

type OtherFormat = Exclude<ExportFormat, 'csv'>;

type Asked = { readonly format: OtherFormat; readonly month: Month; readonly reads: MonthPackReads };

/** What must be put right before a format can be written. */
export function whyNotWritten(
  { store, settings }: Pick<LongReadContext, 'store' | 'settings'>,
  { format, month, reads }: Asked,
): Refused<'accounts-not-mapped' | 'voucher-columns-missing'> | undefined {
  const columns = format === 'voucher-cn' ? missingColumns(settings) : [];
  if (columns.length > 0) return refuse('voucher-columns-missing', { missing: columns });
  if (!voucherFormats[format].needsChart) return undefined;
  const { missing } = accountsInChart(reads.accounts(daysOfMonth(month)), store.accounts.chart(), settings);
  return missing.length > 0 ? refuse('accounts-not-mapped', { accounts: [...missing] }) : undefined;
}

/** Writes a month's journal in the format of another program, and adds up what was written. */
export function writeVouchers(
  { store, settings, onProgress }: Pick<LongReadContext, 'store' | 'settings' | 'onProgress'>,
  { format, month, reads }: Asked,
  writer: PackWriter,
): { readonly files: readonly WrittenFile[]; readonly totals: VoucherTotals } {
  const { needsChart, grouping, write } = voucherFormats[format];
  const period = daysOfMonth(month);
  const accounts = [...reads.accounts(period)];
  const total = accounts.reduce((sum, { lines }) => sum + lines, 0);
  onProgress({ phase: format, done: 0, total });
  const { change } = accountsInChart(accounts, needsChart ? store.accounts.chart() : [], settings);
  const rows = watched(changed(reads.journal(period), change), (done) => onProgress({ phase: format, done, total }));
  const totals = noVouchers();
  const { currency } = settings;
  const vouchers = addedUp(vouchersOf(rows, grouping(settings)), totals);
  const files = write({ month, currency, digits: currencyDigits(currency), settings, vouchers }, writer);
  return { files, totals };
}

function* changed(
  rows: Iterable<JournalLineOfMonth>,
  change: (row: JournalLineOfMonth) => JournalLineOfMonth,
): Generator<JournalLineOfMonth> {
  for (const row of rows) yield change(row);
}
