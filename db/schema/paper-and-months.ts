import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const prints = sqliteTable('prints', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  document: text().notNull(),
  number: text().notNull(),
  /** 0 is the original. */
  copy: integer().notNull(),
  paper: text().notNull(),
  locale: text().notNull(),
  how: text({ enum: ['print', 'pdf'] }).notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

export const drawerMoves = sqliteTable('drawer_moves', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  day: text().notNull(),
  kind: text({ enum: ['put-in', 'taken-out', 'to-bank', 'from-bank', 'takings'] }).notNull(),
  cents: integer().notNull(),
  /** 0 where somebody else books it, as with sales that are kept for reference. */
  booked: integer().notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

export const drawerCounts = sqliteTable('drawer_counts', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  day: text().notNull(),
  /** `[[cents, count], …]`, the largest first. */
  coins: text().notNull(),
  countedCents: integer('counted_cents').notNull(),
  /** NULL in the first count, which opens the drawer. */
  expectedCents: integer('expected_cents'),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

export const walletBills = sqliteTable('wallet_bills', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  wallet: text({ enum: ['wechat', 'alipay'] }).notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
  rowsRead: integer('rows_read').notNull(),
  rowsRefused: integer('rows_refused').notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** A refund on a wallet's own bill. */
export const walletLines = sqliteTable('wallet_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  walletBillId: integer('wallet_bill_id').notNull(),
  wallet: text({ enum: ['wechat', 'alipay'] }).notNull(),
  reference: text().notNull(),
  orderReference: text('order_reference'),
  shopReference: text('shop_reference'),
  shopRefundReference: text('shop_refund_reference'),
  day: text().notNull(),
  refundedAt: text('refunded_at').notNull(),
  cents: integer().notNull(),
  counterpart: text(),
  note: text(),
  /** The payout it is tied to: the newest row of `wallet_ties` says it. */
  payoutId: integer('payout_id'),
});

export const walletTies = sqliteTable('wallet_ties', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  walletLineId: integer('wallet_line_id').notNull(),
  payoutId: integer('payout_id'),
  how: text({ enum: ['reference', 'amount', 'hand', 'undone'] }).notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

/** Packs that were written for the accountant: no part of the books. */
export const monthPacks = sqliteTable('month_packs', {
  id: integer().primaryKey(),
  month: text().notNull(),
  format: text().notNull(),
  folder: text().notNull(),
  /** `[{name, rows, sha256}, …]` */
  files: text().notNull(),
  manifestSha256: text('manifest_sha256').notNull(),
  head: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

export const chartAccounts = sqliteTable('chart_accounts', {
  code: text().primaryKey(),
  name: text().notNull(),
});
