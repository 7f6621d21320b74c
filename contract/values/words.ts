import { z } from 'zod';

/** How money moves. The order is the order of lists in windows and files. */
export const tenders = ['cash', 'wechat', 'alipay', 'card', 'bank', 'store-credit', 'other'] as const;
export type Tender = (typeof tenders)[number];
export const tenderSchema = z.enum(tenders);

/** A as new, B opened, C damaged. */
export const grades = ['A', 'B', 'C'] as const;
export type Grade = (typeof grades)[number];
export const gradeSchema = z.enum(grades);

/** Where a graded thing goes. */
export const dispositions = ['resell', 'repair', 'scrap', 'supplier', 'send-back'] as const;
export type Disposition = (typeof dispositions)[number];
export const dispositionSchema = z.enum(dispositions);

/** The life of a return (DESIGN §4). */
export const stages = [
  'draft',
  'requested',
  'approved',
  'received',
  'inspected',
  'settled',
  'closed',
  'rejected',
  'cancelled',
] as const;
export type Stage = (typeof stages)[number];
export const stageSchema = z.enum(stages);

export const channels = ['counter', 'parcel', 'pickup', 'online', 'phone'] as const;
export type Channel = (typeof channels)[number];
export const channelSchema = z.enum(channels);

export const wants = ['refund', 'exchange', 'store-credit', 'repair'] as const;
export type Want = (typeof wants)[number];
export const wantSchema = z.enum(wants);

/** Reasons every shop starts with; the owner adds more in the settings. `other` needs a note. */
export const defaultReasons = [
  'quality',
  'not-as-described',
  'wrong-item',
  'damaged-in-transit',
  'missing-parts',
  'changed-mind',
  'does-not-fit',
  'arrived-late',
  'ordered-twice',
  'recall',
  'other',
] as const;
export type DefaultReason = (typeof defaultReasons)[number];
export const reasonSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

/** Where goods can be. `regraded` is passed by goods that become another product, sold again as opened. `shelf`, `returns`, `repair` and `supplier-shelf` are physical: they carry value and never go below zero. */
export const places = [
  'shelf',
  'returns',
  'repair',
  'supplier-shelf',
  'customer',
  'supplier',
  'scrapped',
  'difference',
  'regraded',
] as const;
export type Place = (typeof places)[number];
export const placeSchema = z.enum(places);
export const physicalPlaces = ['shelf', 'returns', 'repair', 'supplier-shelf'] as const satisfies readonly Place[];

/** How returned goods look when they are brought. */
export const conditions = ['sealed', 'opened', 'used', 'damaged'] as const;
export type Condition = (typeof conditions)[number];
export const conditionSchema = z.enum(conditions);

/** Lines of a credit note beside its goods. The first two are given back, the others are kept. */
export const extraKinds = [
  'delivery',
  'freight-paid',
  'restocking',
  'freight-kept',
  'bundle-kept',
  'missing-parts',
  'delivery-lost',
  'other-fee',
] as const;
export type ExtraKind = (typeof extraKinds)[number];
export const extraKindSchema = z.enum(extraKinds);
export const givenExtras = ['delivery', 'freight-paid'] as const satisfies readonly ExtraKind[];

/** How far the invoice with red figures is (PRACTICE §2): a confirmation that was asked for lapses after 72 hours. */
export const redInvoiceStatuses = ['needed', 'requested', 'confirmed', 'issued', 'lapsed', 'not-needed'] as const;
export type RedInvoiceStatus = (typeof redInvoiceStatuses)[number];
export const redInvoiceStatusSchema = z.enum(redInvoiceStatuses);

/** How the shop pays others, and is paid by them: a tender, or later. */
export const counterparties = ['cash', 'wechat', 'alipay', 'card', 'bank', 'other', 'payable'] as const;
export type PaidBy = (typeof counterparties)[number];
export const paidBySchema = z.enum(counterparties);

/** What the policy says of a return. */
export const outcomes = ['accept', 'review', 'reject'] as const;
export type VerdictOutcome = (typeof outcomes)[number];
export const outcomeSchema = z.enum(outcomes);

/** What an account is for; the chart gives each role its code and name (DESIGN §5). */
export const accountRoles = [
  'cash',
  'bank',
  'wechat',
  'alipay',
  'card',
  'other-tender',
  'store-credit',
  'goods',
  'pending-loss',
  'supplier-claim',
  'payable',
  'output-tax',
  'owed-to-customer',
  'sales',
  'other-income',
  'cost-of-sales',
  'repair-expense',
  'freight-expense',
  'loss-on-goods',
  /** Between a return and the sale its goods were exchanged for, and between store credit and sales that are booked elsewhere. */
  'clearing',
  /** The other side of goods that were there when the stock book was opened. */
  'opening',
  'input-tax',
  /** Cash counted that the books do not know of, or the reverse. */
  'cash-difference',
  /** What the owner puts into the drawer or takes out. */
  'owner',
] as const;
export type AccountRole = (typeof accountRoles)[number];
export const accountRoleSchema = z.enum(accountRoles);

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const localeSchema = z.enum(locales);

export const charts = ['small-business-cn', 'business-cn', 'plain'] as const;
export type Chart = (typeof charts)[number];
export const chartSchema = z.enum(charts);
