import { amountCell, textCell } from '../pack/cells.ts';
import { type VoucherFormat, withoutRed } from './format.ts';
import { summaryOf } from './summary.ts';

const headings = ['Journal No', 'Journal Date', 'Account Name', 'Description', 'Debits', 'Credits', 'Name'];

/**
 * Journal entries for QuickBooks Online (Settings › Import data › Journal entries). Accounts go by their names there; one below another
 * is `Parent:Sub`, as the owner writes it in the mapping. It takes no zero and no negative amount.
 */
export const quickbooks: VoucherFormat = {
  needsChart: false,
  grouping: withoutRed,
  write: ({ month, digits, vouchers }, writer) => {
    const amount = (cents: number): string => (cents === 0 ? '' : amountCell(cents, digits));
    function* rows(): Generator<readonly string[]> {
      for (const voucher of vouchers) {
        const { number, day, entries, entry, lines } = voucher;
        const journal = entries === 1 ? entry : `${month}-${number}`;
        const description = textCell(summaryOf(voucher, 'en'));
        for (const { accountName, debitCents, creditCents } of lines)
          yield [journal, day, textCell(accountName), description, amount(debitCents), amount(creditCents), ''];
      }
    }
    return [writer.csv(`${month}-quickbooks.csv`, { headings, rows: rows() })];
  },
};
