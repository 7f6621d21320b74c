import { amountCell } from '../pack/cells.ts';
import { type VoucherFormat, withoutRed } from './format.ts';
import { summaryOf } from './summary.ts';
import type { Voucher, VoucherLine } from './vouchers.ts';

/** A journal for hledger, an entry a transaction: `hledger -f FILE balance`. It passes `hledger check --strict`. */
export const hledger: VoucherFormat = {
  needsChart: false,
  grouping: (settings) => ({ ...withoutRed(settings), per: 'entry' }),
  write: ({ month, currency, digits, vouchers }, writer) => {
    const declared = new Set<string>();
    function* transactions(): Generator<string> {
      for (const voucher of vouchers)
        yield declarations(voucher, declared) + transaction(voucher, { currency, digits });
    }
    const head = `decimal-mark .\ncommodity ${currency} ${digits === 0 ? '1.' : amountCell(10 ** digits, digits)}\n`;
    return [writer.text(`${month}-hledger.journal`, { head, records: transactions(), encoding: 'utf-8' })];
  },
};

/** Each account is declared before it is first used. */
function declarations({ lines }: Voucher, declared: Set<string>): string {
  const names = new Set(lines.map(accountName).filter((name) => !declared.has(name)));
  for (const name of names) declared.add(name);
  return [...names].map((name) => `account ${name}\n`).join('');
}

function transaction(voucher: Voucher, { currency, digits }: { currency: string; digits: number }): string {
  const { day, document, entry, lines } = voucher;
  const postings = lines.map((line) => {
    const amount = amountCell(line.debitCents - line.creditCents, digits);
    return `    ${accountName(line)}  ${currency} ${amount}\n`;
  });
  return `\n${day} * (${codeText(document)}) ${plain(summaryOf(voucher, 'zh-CN'))}  ; entry:${entry}\n${postings.join('')}`;
}

/** Code and name together are one name; a name with colons is one below another, as the owner wrote it. */
function accountName({ accountCode, accountName: name }: VoucherLine): string {
  const text = plain(`${accountCode} ${name}`);
  // In front of a name these begin a status, a comment, or a posting that need not balance.
  return /^[*!;#=~%|([{]/.test(text) ? `_${text}` : text;
}

/** Two spaces and a semicolon mean something in a journal, whatever they stand in. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(';', '；')
    .replaceAll('|', '｜')
    .trim();
}

const codeText = (text: string): string => plain(text).replaceAll('(', '（').replaceAll(')', '）');
