import type { MessageTemplate, ToldStage } from '../../contract/api/messages.ts';
import type { Locale } from '../../contract/values/words.ts';

type Said = { readonly subject: string; readonly text: string };

const inChinese: Readonly<Record<ToldStage, Said>> = {
  requested: {
    subject: '{shop}：退货申请 {number} 已收到',
    text: '{customer}，您好！\n\n您的退货申请 {number}（{items}）我们已经收到，正在核对，最迟 {due} 给您答复。\n\n{shop}',
  },
  approved: {
    subject: '{shop}：退货 {number} 已同意',
    text: '{customer}，您好！\n\n您的退货 {number} 已同意：{items}。请连同配件和小票一起送到或寄到店里，并在包裹内附上单号 {number}。\n\n{shop}',
  },
  rejected: {
    subject: '{shop}：关于退货 {number}',
    text: '{customer}，您好！\n\n很抱歉，您的退货 {number}（{items}）不符合退货规则，这次不能办理。如有疑问，请直接回复，我们再为您看一看。\n\n{shop}',
  },
  received: {
    subject: '{shop}：退货 {number} 的商品已收到',
    text: '{customer}，您好！\n\n退货 {number} 的商品（{items}）已收到，最迟 {due} 检验完毕，届时再通知您。\n\n{shop}',
  },
  inspected: {
    subject: '{shop}：退货 {number} 检验完毕',
    text: '{customer}，您好！\n\n退货 {number}（{items}）检验完毕，应退 {amount}，最迟 {due} 退给您。\n\n{shop}',
  },
  settled: {
    subject: '{shop}：退货 {number} 已退款',
    text: '{customer}，您好！\n\n退货 {number}（{items}）已退款 {amount}。按付款方式的不同，可能要一到三天到账。谢谢您的耐心。\n\n{shop}',
  },
  closed: {
    subject: '{shop}：退货 {number} 已办结',
    text: '{customer}，您好！\n\n退货 {number}（{items}）已办结。如果方便，请告诉我们这次办得怎么样（0 到 10 分）。\n\n{shop}',
  },
  cancelled: {
    subject: '{shop}：退货 {number} 已取消',
    text: '{customer}，您好！\n\n退货 {number}（{items}）已取消。需要时可以随时再来。\n\n{shop}',
  },
};

const inEnglish: Readonly<Record<ToldStage, Said>> = {
  requested: {
    subject: '{shop}: your return {number} has reached us',
    text: 'Dear {customer},\n\nyour return {number} ({items}) has reached us. We are looking at it and will answer by {due}.\n\n{shop}',
  },
  approved: {
    subject: '{shop}: your return {number} is approved',
    text: 'Dear {customer},\n\nyour return {number} is approved: {items}. Please bring or send the goods with everything that came in the box, and put the number {number} into the parcel.\n\n{shop}',
  },
  rejected: {
    subject: '{shop}: about your return {number}',
    text: 'Dear {customer},\n\nwe are sorry: your return {number} ({items}) does not fit our rules for returns, so we cannot take it back. If you see it differently, just answer and we will look again.\n\n{shop}',
  },
  received: {
    subject: '{shop}: the goods of return {number} have arrived',
    text: 'Dear {customer},\n\nthe goods of your return {number} ({items}) have arrived. We will have looked at them by {due} and write to you then.\n\n{shop}',
  },
  inspected: {
    subject: '{shop}: return {number} has been checked',
    text: 'Dear {customer},\n\nwe have checked your return {number} ({items}). You will get {amount} back by {due}.\n\n{shop}',
  },
  settled: {
    subject: '{shop}: your money for return {number}',
    text: 'Dear {customer},\n\nwe have paid {amount} back to you for return {number} ({items}). Depending on how you paid it may take one to three days to arrive. Thank you for your patience.\n\n{shop}',
  },
  closed: {
    subject: '{shop}: return {number} is done',
    text: 'Dear {customer},\n\nyour return {number} ({items}) is done. If you have a moment, please tell us how it went, from 0 to 10.\n\n{shop}',
  },
  cancelled: {
    subject: '{shop}: return {number} is cancelled',
    text: 'Dear {customer},\n\nyour return {number} ({items}) is cancelled. You are welcome to come back to us at any time.\n\n{shop}',
  },
};

const words: Readonly<Record<Locale, Readonly<Record<ToldStage, Said>>>> = { 'zh-CN': inChinese, en: inEnglish };

/** How a customer without a name is spoken to. */
export const nameless: Readonly<Record<Locale, string>> = { 'zh-CN': '顾客', en: 'customer' };

/** What the program comes with. */
export function defaultTemplate(stage: ToldStage, locale: Locale): MessageTemplate {
  return { stage, locale, ...words[locale][stage] };
}
