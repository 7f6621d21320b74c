import type { Wallet } from '../../../contract/api/wallets.ts';
import type { Day } from '../../../contract/values/days.ts';
import { currencyDigits } from '../../../contract/values/money.ts';
import type { LongContext } from '../../context.ts';
import { mostRows } from '../../imports/file/limits.ts';
import { openFile } from '../../imports/file/open.ts';
import { isBlank, lineOf, type Table } from '../../imports/file/table.ts';
import type { Problems } from '../../imports/kinds/kind.ts';
import { createPauses } from '../../imports/pause.ts';
import { Refused, refuse } from '../../refused.ts';
import { type BillDays, billDays } from './days.ts';
import { findBill, plain, profileOf } from './find.ts';
import { type BillRefund, billRowReader } from './rows.ts';

/** A bill as it was read, before it is held against the books. */
export type OpenedBill = {
  readonly wallet: Wallet;
  readonly sha256: string;
  readonly table: Table;
  readonly days: BillDays | undefined;
  readonly rowsRead: number;
  readonly rowsOther: number;
  readonly refunds: readonly BillRefund[];
  readonly problems: Problems;
};

type CannotOpen = Refused<'no-such-file' | 'file-not-readable' | 'not-a-wallet-bill' | 'cancelled'>;
type Reading = Pick<LongContext, 'settings' | 'today' | 'signal' | 'onProgress'>;

/** Lines that are no rows: sums and their headings, and what a wallet says around its table. */
const totals = /^(总交易单数|资金流水总笔数)$/;
const beside = /^(#|-{4,}|\*{4,})/;

/** Opens a bill, whosever it is, and reads every row of it. Bills of several days that were put into one file are read to the end. */
export async function openBill(path: string, context: Reading): Promise<OpenedBill | CannotOpen> {
  const { settings, today, signal, onProgress } = context;
  const opened = await openFile(path, { signal });
  if (opened instanceof Refused)
    return opened.code === 'no-such-sheet' ? refuse('not-a-wallet-bill', { path }) : (opened as CannotOpen);
  const known = findBill(opened.table);
  if (!known) return refuse('not-a-wallet-bill', { path });
  const { profile, table } = known;
  const { timeZone, currency } = settings;
  const read = billRowReader({ profile, columns: table.columns, timeZone, digits: currencyDigits(currency) });
  const around = [...known.above];
  const days = new Set<Day>();
  const refunds: BillRefund[] = [];
  const problems: Problems = new Map();
  const pause = createPauses();
  let rowsRead = 0;
  let afterTotals = false;
  for (const { firstRow, rows, isDamaged, withoutValue, bytesRead } of table.batches()) {
    for (const [index, cells] of rows.entries()) {
      const isSums = afterTotals;
      afterTotals = totals.test(plain(cells[0] ?? ''));
      if (isBlank(cells)) continue;
      if (isSums || afterTotals || isBeside(cells)) {
        around.push(lineOf(cells));
        continue;
      }
      rowsRead += 1;
      const row = firstRow + index;
      const said = withoutValue.has(index)
        ? { problems: [{ row, code: 'formula-without-value' as const }] }
        : read(cells, row, isDamaged);
      if ('problems' in said) problems.set(row, said.problems);
      else if ('other' in said) {
        if (said.other !== undefined) days.add(said.other);
      } else {
        refunds.push(said);
        // What was given back until now happened later than the payment that the bill is of.
        if (!said.isSoFar) days.add(said.day);
      }
    }
    if (rowsRead > mostRows) return refuse('file-not-readable', { path, why: 'too-large' });
    onProgress({ phase: 'reading', done: rowsRead, total: Math.round((rowsRead * opened.length) / bytesRead) });
    await pause();
    if (signal.aborted) return refuse('cancelled', {});
  }
  const span = billDays({ around, days, timeZone, today });
  const rowsOther = rowsRead - refunds.length - problems.size;
  return { wallet: profile.wallet, sha256: opened.sha256, table, days: span, rowsRead, rowsOther, refunds, problems };
}

/** A remark around the table: one cell with anything in it, or a heading that stands again. */
function isBeside(cells: readonly string[]): boolean {
  const first = plain(cells[0] ?? '');
  const isAlone = first !== '' && isBlank(cells.slice(1));
  return isAlone || beside.test(first) || profileOf(cells) !== undefined;
}
