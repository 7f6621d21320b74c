import { amountCell, textCell } from '../pack/cells.ts';
import type { WrittenFile } from '../pack/control-sheet.ts';
import { type VoucherBook, type VoucherFormat, withoutRed } from './format.ts';
import { summaryOf } from './summary.ts';
import type { Voucher } from './vouchers.ts';

const headings = [
  '*Narration',
  '*Date',
  'Description',
  '*AccountCode',
  '*TaxRate',
  '*Amount',
  'TrackingName1',
  'TrackingOption1',
  'TrackingName2',
  'TrackingOption2',
];

/** With its heading a file has the 300 lines that Xero takes. */
const linesPerFile = 299;

/** What each country's Xero calls the rate of lines that bear no tax of their own: ours stands in lines already. */
const taxRates: Readonly<Record<string, string>> = { GBP: 'No VAT', AUD: 'BAS Excluded', NZD: 'No GST' };
const otherTaxRate = 'Tax Exempt (0%)';

/** Manual journals for Xero (Accounting › Manual journals › Import), in as many files as it takes; none is split over two. */
export const xero: VoucherFormat = {
  needsChart: false,
  grouping: withoutRed,
  write: (book, writer) => {
    const files: WrittenFile[] = [];
    const left = oneAhead(book.vouchers);
    try {
      do {
        const name = `${book.month}-xero-${String(files.length + 1).padStart(3, '0')}.csv`;
        files.push(writer.csv(name, { headings, rows: rowsOfFile(left, book) }));
      } while (left.next !== undefined);
    } finally {
      left.close();
    }
    return files;
  },
};

type Left = { readonly next: Voucher | undefined; readonly take: () => void; readonly close: () => void };

/** Shows the voucher that comes next before it is taken. */
function oneAhead(vouchers: Iterable<Voucher>): Left {
  const iterator = vouchers[Symbol.iterator]();
  let result = iterator.next();
  return {
    get next() {
      return result.done ? undefined : result.value;
    },
    take: () => {
      result = iterator.next();
    },
    close: () => void iterator.return?.(),
  };
}

function* rowsOfFile(left: Left, book: VoucherBook): Generator<readonly string[]> {
  let room = linesPerFile;
  for (let voucher = left.next; voucher !== undefined && voucher.lines.length <= room; voucher = left.next) {
    room -= voucher.lines.length;
    yield* rowsOf(voucher, book);
    left.take();
  }
}

/** Lines of the same narration and day are one journal, so the narration names the entry. */
function rowsOf(voucher: Voucher, { currency, digits, month }: VoucherBook): string[][] {
  const { lines, number, entries, entry, day } = voucher;
  if (lines.length > linesPerFile) throw new Error(`${entry}: ${lines.length} lines are too many for a file`);
  const summary = summaryOf(voucher, 'en');
  const narration = `${summary} (${entries === 1 ? entry : `${month} ${number}`})`;
  return lines.map(({ accountCode, accountName, debitCents, creditCents }) => [
    textCell(narration),
    day.split('-').reverse().join('/'),
    textCell(accountName),
    textCell(accountCode),
    taxRates[currency] ?? otherTaxRate,
    amountCell(debitCents - creditCents, digits),
    '',
    '',
    '',
    '',
  ]);
}
