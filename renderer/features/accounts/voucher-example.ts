import type { Account, Settings } from '../../../contract/api/settings.ts';
import type { AccountRole } from '../../../contract/values/words.ts';

type Column = Settings['voucherColumns'][number];
type Field = Column['field'];
type Line = { readonly role: AccountRole; readonly debit: string; readonly credit: string };

const cells = { document: 'C-2026-000123', summary: '退货红冲 C-2026-000123', number: '12' } as const;

/** A credit note of 88.00 as lines of a voucher: revenue goes down, and the customer is owed it. */
function linesOf(red: Settings['vouchers']['red']): readonly Line[] {
  return [
    red === 'negative'
      ? { role: 'sales', debit: '0.00', credit: '-88.00' }
      : { role: 'sales', debit: '88.00', credit: '0.00' },
    { role: 'owed-to-customer', debit: '0.00', credit: '88.00' },
  ];
}

type Shop = Pick<Settings, 'vouchers' | 'currency'> & { readonly accounts: readonly Account[]; readonly day: string };

/** What a voucher would look like in these columns, line by line, as the file has it. */
export function exampleRows(columns: readonly Column[], { vouchers, currency, accounts, day }: Shop): string[][] {
  const hasWord = columns.some(({ field }) => field === 'word');
  return linesOf(vouchers.red).map(({ role, debit, credit }, index) => {
    const account = accounts.find((each) => each.role === role);
    const said: Readonly<Record<Field, string>> = {
      date: day,
      month: day.slice(0, 7),
      word: vouchers.word,
      number: hasWord ? cells.number : `${vouchers.word}-${cells.number}`,
      line: String(index + 1),
      attachments: '1',
      summary: cells.summary,
      'account-code': account?.code ?? '',
      'account-name': account?.name ?? '',
      debit,
      credit,
      maker: vouchers.maker,
      document: cells.document,
      currency,
      empty: '',
    };
    return columns.map(({ field }) => said[field]);
  });
}
