import { plainAmount } from '../../../contract/values/money.ts';
import type { Cell } from '../pack/xlsx.ts';
import { asSet, type VoucherBook, type VoucherFormat } from './format.ts';
import { type KingdeeField, kingdeeColumns, schemaSheet } from './kingdee-columns.ts';
import { summaryOf } from './summary.ts';
import type { Voucher } from './vouchers.ts';

type Cells = Readonly<Record<KingdeeField, Cell>>;

/** 金蝶 KIS专业版 and K3: 凭证 › 引入标准格式凭证. The vouchers are on the sheet Page1; t_Schema says what its columns are. */
export const kingdeeKis: VoucherFormat = {
  needsChart: true,
  grouping: asSet,
  write: (book, writer) => {
    function* rows(): Generator<readonly Cell[]> {
      for (const voucher of book.vouchers)
        for (const cells of linesOf(voucher, book)) yield kingdeeColumns.map(([, field]) => cells[field]);
    }
    const headings = kingdeeColumns.map(([caption]) => caption);
    const vouchers = { name: 'Page1', headings, rows: rows() };
    return [writer.workbook(`${book.month}-kingdee-kis.xlsx`, [vouchers, schemaSheet()])];
  },
};

/** What nobody has checked, approved or paid yet is NONE there, and what is not used is a star. */
function* linesOf(voucher: Voucher, { settings, currency, digits }: VoucherBook): Generator<Cells> {
  const { day, number, entries, document, lines } = voucher;
  const { word, maker } = settings.vouchers;
  const amount = (cents: number): number => Number(plainAmount(cents, digits));
  const [year, month] = day.split('-').map(Number);
  const all = {
    ...unused,
    ...currencyOf(currency),
    FDate: day,
    FYear: year ?? null,
    FPeriod: month ?? null,
    FGroupID: word,
    FNumber: number,
    FPreparerID: maker === '' ? 'NONE' : maker,
    FExplanation: summaryOf(voucher, 'zh-CN'),
    FReference: document,
    FTransDate: day,
    FAttachments: entries,
    FSerialNum: number,
  };
  for (const [index, { accountCode, accountName, debitCents, creditCents }] of lines.entries())
    yield {
      ...all,
      FAccountNum: accountCode,
      FAccountName: accountName,
      FAmountFor: amount(debitCents === 0 ? creditCents : debitCents),
      FDebit: amount(debitCents),
      FCredit: amount(creditCents),
      FEntryID: index,
    };
}

const currencyOf = (currency: string) =>
  currency === 'CNY'
    ? { FCurrencyNum: 'RMB', FCurrencyName: '人民币' }
    : { FCurrencyNum: currency, FCurrencyName: currency };

const unused = {
  FCheckerID: 'NONE',
  FApproveID: 'NONE',
  FCashierID: 'NONE',
  FHandler: null,
  FSettleTypeID: '*',
  FSettleNo: null,
  FQuantity: 0,
  FMeasureUnitID: '*',
  FUnitPrice: 0,
  FTransNo: null,
  FObjectName: null,
  FParameter: null,
  FExchangeRate: 1,
  FItem: null,
  FPosted: 0,
  FInternalInd: null,
  FCashFlow: null,
} as const satisfies Partial<Cells>;
