import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Goods from one place to another. A revaluation is a move of quantity 0 within one place. */
export const stockMoves = sqliteTable('stock_moves', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  day: text().notNull(),
  at: text().notNull(),
  productId: integer('product_id').notNull(),
  fromPlace: text('from_place').notNull(),
  toPlace: text('to_place').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  /** Units among them whose cost nobody knows; in a revaluation, units whose cost is known from now on. */
  unknownMilli: integer('unknown_milli').notNull(),
  fromValueCents: integer('from_value_cents').notNull(),
  toValueCents: integer('to_value_cents').notNull(),
  document: text().notNull(),
});

/** Cached: the sum of the moves. */
export const stockBalances = sqliteTable(
  'stock_balances',
  {
    productId: integer('product_id').notNull(),
    place: text().notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    valueCents: integer('value_cents').notNull(),
    unknownMilli: integer('unknown_milli').notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.place] })],
);

export const journalEntries = sqliteTable('journal_entries', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  day: text().notNull(),
  /** What it posts: goods-back, credit-note, payout, payout-void, payout-correction, grading, cost-set, sale. */
  kind: text().notNull(),
  document: text().notNull(),
});

export const journalLines = sqliteTable('journal_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  entryId: integer('entry_id').notNull(),
  lineNo: integer('line_no').notNull(),
  role: text().notNull(),
  accountCode: text('account_code').notNull(),
  accountName: text('account_name').notNull(),
  debitCents: integer('debit_cents').notNull(),
  creditCents: integer('credit_cents').notNull(),
});

/** Cached: the journal by month and role. */
export const accountTotals = sqliteTable(
  'account_totals',
  {
    month: text().notNull(),
    role: text().notNull(),
    debitCents: integer('debit_cents').notNull(),
    creditCents: integer('credit_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.role] })],
);
