import type { ExportFormat } from '../../../contract/api/months.ts';
import type { VoucherFormat } from './format.ts';
import { hledger } from './hledger.ts';
import { jdy } from './jdy.ts';
import { kingdeeKis } from './kingdee-kis.ts';
import { quickbooks } from './quickbooks.ts';
import { voucherCn } from './voucher-cn.ts';
import { xero } from './xero.ts';
import { yonyou } from './yonyou.ts';

/** Other programs' formats, over the same entries. The shop's own books are the format `csv`. */
export const voucherFormats: Readonly<Record<Exclude<ExportFormat, 'csv'>, VoucherFormat>> = {
  hledger,
  xero,
  quickbooks,
  'voucher-cn': voucherCn,
  'kingdee-kis': kingdeeKis,
  jdy,
  yonyou,
};
