import { type Channel, type Tender, tenders } from '../../../contract/values/words.ts';

/* The first that fits is it: “store credit” is no card. */
const tenderNames: readonly (readonly [Tender, RegExp])[] = [
  ['store-credit', /store.?credit|gift|储值|余额|礼品卡/i],
  ['wechat', /we.?chat|weixin|微信/i],
  ['alipay', /alipay|支付宝/i],
  ['cash', /cash|现金/i],
  ['card', /card|visa|master|amex|credit|debit|刷卡|银行卡|信用卡|pos/i],
  ['bank', /bank|transfer|wire|转账|对公|银行/i],
];

/** How a file's words for a payment are called here; what nobody knows is `other`. */
function tenderOf(words: string): Tender {
  return tenderNames.find(([, name]) => name.test(words))?.[0] ?? 'other';
}

export type PaidBy = { readonly tender: Tender; readonly amountCents: number };

const ownForm = /^([a-z-]+) (\d+(?:\.\d+)?)$/;

/**
 * How a sale was paid: all of it in one way, or in several as our own lists write them (`cash 25.00 + wechat 35.00`, `shop/exports`). Ways that
 * come to more than the total are nobody's words for a payment that was made here.
 */
export function tendersOf(words: string, { totalCents, digits }: { totalCents: number; digits: number }): PaidBy[] {
  if (words === '' || totalCents === 0) return [];
  const parts = words.split(' + ').map((part) => ownForm.exec(part));
  const paid = parts.flatMap((part): PaidBy[] => {
    const tender = tenders.find((known) => known === part?.[1]);
    return tender ? [{ tender, amountCents: Math.round(Number(part?.[2]) * 10 ** digits) }] : [];
  });
  const isOwn = paid.length === parts.length && paid.every(({ amountCents }) => amountCents > 0);
  const isWithin = paid.reduce((sum, { amountCents }) => sum + amountCents, 0) <= totalCents;
  return isOwn && isWithin ? paid : [{ tender: tenderOf(words), amountCents: totalCents }];
}

const channelNames: readonly (readonly [Channel, RegExp])[] = [
  ['online', /online|web|shop(ify|ee)|网|线上|商城|淘宝|天猫|京东|拼多多|抖音|抖店|小程序/i],
  ['phone', /phone|call|电话/i],
  ['parcel', /parcel|mail|post|快递|邮寄/i],
  ['pickup', /pick.?up|上门/i],
];

/** How a return came in; a shop's file without a word about it speaks of the counter. */
export function channelOf(words: string): Channel {
  return channelNames.find(([, name]) => name.test(words))?.[0] ?? 'counter';
}
