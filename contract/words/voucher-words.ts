import type { Settings } from '../api/settings.ts';
import type { Locale } from '../values/words.ts';
import { pair, type Words } from './said.ts';

type VoucherField = Settings['voucherColumns'][number]['field'];

/** What a column of a voucher file holds. */
export const voucherFieldWords: Words<VoucherField> = {
  date: pair('日期', 'Date'),
  month: pair('会计期间', 'Month'),
  word: pair('凭证字', 'Voucher word'),
  number: pair('凭证号', 'Number'),
  line: pair('分录序号', 'Line'),
  attachments: pair('附件数', 'Attachments'),
  summary: pair('摘要', 'Summary'),
  'account-code': pair('科目代码', 'Account code'),
  'account-name': pair('科目名称', 'Account name'),
  debit: pair('借方金额', 'Debit'),
  credit: pair('贷方金额', 'Credit'),
  maker: pair('制单', 'Made by'),
  document: pair('单据号', 'Document'),
  currency: pair('币种', 'Currency'),
  empty: pair('留空', 'Left empty'),
};

/** The word for a field by its code; a code of a newer program stays as it is. */
export function voucherFieldWord(field: string, locale: Locale): string {
  return Object.hasOwn(voucherFieldWords, field) ? voucherFieldWords[field as VoucherField][locale] : field;
}
