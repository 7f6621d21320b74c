import type { Settings } from '../../../contract/api/settings.ts';
import { monthOf } from '../../../contract/values/days.ts';
import { genericVoucherColumns, neededVoucherFields } from '../../../contract/values/voucher-columns.ts';
import { amountCell, textCell } from '../pack/cells.ts';
import { asSet, type VoucherBook, type VoucherFormat } from './format.ts';
import { summaryOf } from './summary.ts';
import type { Voucher, VoucherLine } from './vouchers.ts';

type Column = Settings['voucherColumns'][number];
type VoucherField = Column['field'];

/** What the shop's own columns lack; a shop without columns of its own has the generic ones. */
export function missingColumns({ voucherColumns }: Settings): VoucherField[] {
  if (voucherColumns.length === 0) return [];
  return neededVoucherFields.filter((field) => !voucherColumns.some((column) => column.field === field));
}

/** Vouchers as one table, in the columns of whatever program the accountant has. */
export const voucherCn: VoucherFormat = {
  needsChart: true,
  grouping: asSet,
  write: (book, writer) => {
    const { month, settings, vouchers } = book;
    const columns = settings.voucherColumns.length > 0 ? settings.voucherColumns : genericVoucherColumns;
    function* rows(): Generator<readonly string[]> {
      for (const voucher of vouchers) {
        const cells = cellsOf(voucher, columns, book);
        for (const [index, line] of voucher.lines.entries())
          yield columns.map(({ field }) => cells[field] ?? lineCell(field, line, { index, digits: book.digits }));
      }
    }
    const headings = columns.map(({ heading }) => heading);
    return [writer.csv(`${month}-voucher-cn.csv`, { headings, rows: rows() }, settings.vouchers.encoding)];
  },
};

/** What all lines of a voucher say. Where no column takes the word it stands before the number, as in 记-1. */
function cellsOf(
  voucher: Voucher,
  columns: readonly Column[],
  { settings, currency }: VoucherBook,
): Partial<Record<VoucherField, string>> {
  const { word, maker } = settings.vouchers;
  const hasWord = columns.some(({ field }) => field === 'word');
  return {
    date: voucher.day,
    month: monthOf(voucher.day),
    word: textCell(word),
    number: hasWord ? String(voucher.number) : textCell(`${word}-${voucher.number}`),
    attachments: String(voucher.entries),
    summary: textCell(summaryOf(voucher, 'zh-CN')),
    maker: textCell(maker),
    document: textCell(voucher.document),
    currency,
    empty: '',
  };
}

function lineCell(
  field: VoucherField,
  { accountCode, accountName, debitCents, creditCents }: VoucherLine,
  { index, digits }: { readonly index: number; readonly digits: number },
): string {
  switch (field) {
    case 'line':
      return String(index + 1);
    case 'account-code':
      return textCell(accountCode);
    case 'account-name':
      return textCell(accountName);
    case 'debit':
      return amountCell(debitCents, digits);
    case 'credit':
      return amountCell(creditCents, digits);
    default:
      throw new Error(`${field} is no column of a line`);
  }
}
