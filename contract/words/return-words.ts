import type { WorkKind } from '../api/repair.ts';
import type { ReturnLine, RuleResult } from '../api/return-shape.ts';
import type {
  Channel,
  Condition,
  DefaultReason,
  Disposition,
  ExtraKind,
  Grade,
  Locale,
  Place,
  RedInvoiceStatus,
  Stage,
  VerdictOutcome,
  Want,
} from '../values/words.ts';
import { pair, type Words } from './said.ts';

/** The stage as the desk says it: what the case waits for, or how it ended. */
export const stageWords: Words<Stage> = {
  draft: pair('草稿', 'Draft'),
  requested: pair('待审核', 'To review'),
  approved: pair('待收货', 'To receive'),
  received: pair('待检验', 'To inspect'),
  inspected: pair('待退款', 'To refund'),
  settled: pair('已退款', 'Refunded'),
  closed: pair('已结案', 'Closed'),
  rejected: pair('已拒绝', 'Rejected'),
  cancelled: pair('已取消', 'Cancelled'),
};

export const steps = [
  'open',
  'request',
  'review',
  'approve',
  'reject',
  'cancel',
  'receive',
  'inspect',
  'refund',
  'void',
  'correct',
  'close',
  'arrive',
  'match',
  'waive',
  'value',
  'repair',
  'import',
] as const;
export type Step = (typeof steps)[number];

/** What can be done with a case. */
export const stepWords: Words<Step> = {
  open: pair('登记', 'Record'),
  request: pair('登记', 'Record'),
  review: pair('审核', 'Review'),
  approve: pair('批准', 'Approve'),
  reject: pair('拒绝', 'Reject'),
  cancel: pair('取消', 'Cancel'),
  receive: pair('收货', 'Receive'),
  inspect: pair('检验', 'Inspect'),
  refund: pair('退款', 'Refund'),
  void: pair('作废退款', 'Void a refund'),
  correct: pair('更正退款', 'Correct a refund'),
  close: pair('结案', 'Close'),
  arrive: pair('先收货', 'Take in first'),
  match: pair('找到订单', 'Match to a sale'),
  waive: pair('免退货', 'Refund without goods'),
  value: pair('定退款金额', 'Set what is given'),
  repair: pair('维修完成', 'End of repair'),
  import: pair('导入', 'Import'),
};

/** A step by the name the shop wrote; a step of a newer program keeps its own name. */
export function stepWord(step: string, locale: Locale): string {
  return Object.hasOwn(stepWords, step) ? stepWords[step as Step][locale] : step;
}

const reasonWords: Words<DefaultReason> = {
  quality: pair('质量问题', 'Faulty'),
  'not-as-described': pair('与描述不符', 'Not as described'),
  'wrong-item': pair('发错货', 'Wrong item'),
  'damaged-in-transit': pair('运输损坏', 'Damaged in transit'),
  'missing-parts': pair('缺件少件', 'Parts missing'),
  'changed-mind': pair('不想要了', 'Changed mind'),
  'does-not-fit': pair('尺码不合适', 'Does not fit'),
  'arrived-late': pair('送到太晚', 'Arrived late'),
  'ordered-twice': pair('重复下单', 'Ordered twice'),
  recall: pair('召回', 'Recall'),
  other: pair('其他', 'Other'),
};

/** A reason by its code: the shop's own wording first, then the default one, else the code itself. */
export function reasonWord(
  reason: string,
  locale: Locale,
  own: readonly { readonly code: string; readonly zh: string; readonly en: string }[] = [],
): string {
  const found = own.find(({ code }) => code === reason);
  if (found) return locale === 'en' ? found.en : found.zh;
  return Object.hasOwn(reasonWords, reason) ? reasonWords[reason as DefaultReason][locale] : reason;
}

export const gradeWords: Words<Grade> = {
  A: pair('A 如新', 'A as new'),
  B: pair('B 已拆封', 'B opened'),
  C: pair('C 有损坏', 'C damaged'),
};

export const dispositionWords: Words<Disposition> = {
  resell: pair('上架再售', 'Resell'),
  repair: pair('维修', 'Repair'),
  scrap: pair('报废', 'Scrap'),
  supplier: pair('退供应商', 'Supplier'),
  'send-back': pair('退回客户', 'Send back'),
};

/** What somebody did to mend a thing. */
export const workKindWords: Words<WorkKind> = {
  part: pair('配件', 'Part'),
  labour: pair('工时', 'Labour'),
  outside: pair('外修', 'Outside repair'),
  note: pair('备注', 'Note'),
};

export const channelWords: Words<Channel> = {
  counter: pair('柜台', 'Counter'),
  parcel: pair('快递寄回', 'Parcel'),
  pickup: pair('上门取件', 'Pickup'),
  online: pair('网上申请', 'Online'),
  phone: pair('电话申请', 'Phone'),
};

export const wantWords: Words<Want> = {
  refund: pair('退款', 'Refund'),
  exchange: pair('换货', 'Exchange'),
  'store-credit': pair('转储值', 'Store credit'),
  repair: pair('维修', 'Repair'),
};

export const outcomeWords: Words<VerdictOutcome> = {
  accept: pair('可以退', 'Accept'),
  review: pair('需要审核', 'Needs review'),
  reject: pair('不符合规则', 'Not by the policy'),
};

export const ruleWords: Words<RuleResult['rule']> = {
  window: pair('退货期限', 'Within the days allowed'),
  'sold-here': pair('本店售出', 'Sold here'),
  'units-left': pair('还有可退数量', 'Units left to return'),
  'reason-known': pair('退货原因明确', 'Reason known'),
  exclusion: pair('不适用退货的商品', 'Goods excluded'),
  condition: pair('商品状态', 'Condition'),
  proof: pair('购买凭证', 'Proof of purchase'),
  together: pair('套装和赠品', 'Bundle and gifts'),
  missing: pair('配件齐全', 'Accessories'),
  amount: pair('金额', 'Amount'),
  'customer-limit': pair('客户退货次数', 'Returns of this customer'),
  'clerk-limit': pair('经手人限额', 'Limit of the clerk'),
  repairs: pair('维修次数', 'Repairs so far'),
  serial: pair('序列号', 'Serial number'),
  platform: pair('平台状态', 'Status on the platform'),
};

/** Why a return that was read from a file has no sale behind it. */
export const unlinkedWords: Words<NonNullable<ReturnLine['unlinked']>> = {
  'no-customer': pair('没有客户信息', 'No customer named'),
  'no-earlier-sale': pair('之前没有卖给此客户', 'No earlier sale to this customer'),
  'already-returned': pair('已经全部退过', 'Already returned in full'),
  'too-little-left': pair('剩余可退数量不够', 'Too little left to return'),
};

export const placeWords: Words<Place> = {
  shelf: pair('货架', 'Shelf'),
  returns: pair('退货区', 'Returns area'),
  repair: pair('维修台', 'Repair bench'),
  'supplier-shelf': pair('待退供应商', 'For the supplier'),
  customer: pair('客户', 'Customer'),
  supplier: pair('供应商', 'Supplier'),
  scrapped: pair('已报废', 'Scrapped'),
  difference: pair('盘点差异', 'Count difference'),
  regraded: pair('改级', 'Regraded'),
};

export const conditionWords: Words<Condition> = {
  sealed: pair('未拆封', 'Sealed'),
  opened: pair('已拆封', 'Opened'),
  used: pair('已使用', 'Used'),
  damaged: pair('有损坏', 'Damaged'),
};

export const extraWords: Words<ExtraKind> = {
  delivery: pair('退原运费', 'Delivery charge'),
  'freight-paid': pair('补退货运费', 'Return freight paid'),
  restocking: pair('折旧手续费', 'Restocking fee'),
  'freight-kept': pair('扣退货运费', 'Return freight kept'),
  'bundle-kept': pair('扣套装差价', 'Bundle price lost'),
  'missing-parts': pair('扣缺件', 'Missing parts'),
  'delivery-lost': pair('扣包邮运费', 'Free delivery lost'),
  'other-fee': pair('其他扣款', 'Other fee'),
};

export const redInvoiceWords: Words<RedInvoiceStatus> = {
  needed: pair('要开红字发票', 'Red invoice needed'),
  requested: pair('已发起确认单', 'Confirmation asked for'),
  confirmed: pair('已确认', 'Confirmed'),
  issued: pair('已开红字发票', 'Issued'),
  lapsed: pair('确认单已失效', 'Confirmation lapsed'),
  'not-needed': pair('不用开', 'Not needed'),
};
