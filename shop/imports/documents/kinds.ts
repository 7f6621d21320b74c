import type { FileRow } from '../rows/row.ts';

export type DocumentKind = 'sale' | 'return' | 'adjustment';

const creditNumber = /^C\d+/;
const refundMark = /退款|退货|refund|return|chargeback/i;
/** 未退款, 没有申请退款, “not refunded” say the opposite. */
const noRefundMark = /^(无|没有|未|不)|^(no|not|non)\b/i;

/**
 * What a row is: more than nothing was sold; less came back (a credit number, or the status says so), or else left the stock in some
 * other way (CONTRACT, imports.run).
 */
export function kindOf({ milli, number, words }: FileRow): DocumentKind {
  if (milli > 0) return 'sale';
  if (creditNumber.test(number)) return 'return';
  const { status } = words;
  return status !== '' && refundMark.test(status) && !noRefundMark.test(status) ? 'return' : 'adjustment';
}
