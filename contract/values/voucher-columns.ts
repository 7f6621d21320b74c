import type { Settings } from '../api/settings.ts';

type Column = Settings['voucherColumns'][number];

/** The columns most Chinese programs can be told to read; a shop without columns of its own has these. */
export const genericVoucherColumns: readonly Column[] = [
  { heading: '凭证日期', field: 'date' },
  { heading: '凭证字', field: 'word' },
  { heading: '凭证号', field: 'number' },
  { heading: '附件数', field: 'attachments' },
  { heading: '摘要', field: 'summary' },
  { heading: '科目代码', field: 'account-code' },
  { heading: '科目名称', field: 'account-name' },
  { heading: '借方金额', field: 'debit' },
  { heading: '贷方金额', field: 'credit' },
  { heading: '核算项目', field: 'empty' },
];

/** Without these nobody could enter the vouchers. */
export const neededVoucherFields: readonly Column['field'][] = [
  'date',
  'number',
  'summary',
  'account-code',
  'debit',
  'credit',
];
