const refundMark = /退款|退货|refund|return|chargeback/i;
/** 未退款, 没有申请退款, “not refunded” say the opposite. 未发货，退款成功 does not. */
const noRefundMark = /^(无|没有|不|未(?!发货))|^(no|not|non)\b/i;

/** Whether a status in a file's own words says that money or goods came back. */
export function speaksOfRefund(status: string): boolean {
  return refundMark.test(status) && !noRefundMark.test(status);
}
