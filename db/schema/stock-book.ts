import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const productBarcodes = sqliteTable('product_barcodes', {
  code: text().primaryKey(),
  productId: integer('product_id').notNull(),
});

export const importMappings = sqliteTable('import_mappings', {
  name: text().primaryKey(),
  kind: text().notNull(),
  mapping: text().notNull(),
  savedAt: text('saved_at').notNull(),
});

/** What reading a file made or changed of master data; `before` is NULL where it was new. */
export const importTraces = sqliteTable('import_traces', {
  id: integer().primaryKey(),
  actionId: text('action_id').notNull(),
  kind: text({ enum: ['product', 'customer', 'supplier'] }).notNull(),
  rowId: integer('row_id').notNull(),
  before: text(),
  after: text().notNull(),
});

export const importUndos = sqliteTable('import_undos', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  importId: integer('import_id').notNull(),
  why: text(),
  at: text().notNull(),
  person: text().notNull(),
});

export const saleRefunds = sqliteTable('sale_refunds', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  saleId: integer('sale_id').notNull(),
  cents: integer().notNull(),
  day: text(),
  reference: text(),
  at: text().notNull(),
});

export const saleStatuses = sqliteTable('sale_statuses', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  saleId: integer('sale_id').notNull(),
  status: text().notNull(),
  signedOn: text('signed_on'),
  at: text().notNull(),
});

export const goodsReceipts = sqliteTable('goods_receipts', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  kind: text({ enum: ['received', 'opening'] }).notNull(),
  supplierId: integer('supplier_id'),
  /** Only of what was received. */
  paidBy: text('paid_by'),
  /** At cost, without the tax that is deducted. */
  valueCents: integer('value_cents').notNull(),
  taxCents: integer('tax_cents').notNull(),
  /** The supplier's own number. */
  reference: text(),
  day: text().notNull(),
  voidsId: integer('voids_id'),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

export const goodsReceiptLines = sqliteTable('goods_receipt_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  goodsReceiptId: integer('goods_receipt_id').notNull(),
  lineNo: integer('line_no').notNull(),
  productId: integer('product_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  /** All of them, where nobody knows what they cost. */
  unknownMilli: integer('unknown_milli').notNull(),
  valueCents: integer('value_cents').notNull(),
});

export const goodsReceiptUnits = sqliteTable('goods_receipt_units', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  goodsReceiptLineId: integer('goods_receipt_line_id').notNull(),
  kind: text({ enum: ['serial', 'batch'] }).notNull(),
  code: text().notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  expiresOn: text('expires_on'),
});

export const stocktakes = sqliteTable('stocktakes', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  day: text().notNull(),
  place: text().notNull(),
  /** 1 where those who count do not see what the book says. */
  blind: integer().notNull(),
  scope: text().notNull(),
  note: text(),
  open: integer().notNull().default(1),
  at: text().notNull(),
  person: text().notNull(),
});

export const stocktakeCounts = sqliteTable('stocktake_counts', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  stocktakeId: integer('stocktake_id').notNull(),
  productId: integer('product_id').notNull(),
  mode: text({ enum: ['set', 'add'] }).notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  /** What the book said at that moment. */
  bookMilli: integer('book_milli').notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

export const stocktakeEnds = sqliteTable('stocktake_ends', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  stocktakeId: integer('stocktake_id').notNull(),
  outcome: text({ enum: ['booked', 'cancelled'] }).notNull(),
  itemsCounted: integer('items_counted').notNull(),
  itemsEqual: integer('items_equal').notNull(),
  day: text().notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

export const stocktakeDifferences = sqliteTable('stocktake_differences', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  stocktakeId: integer('stocktake_id').notNull(),
  productId: integer('product_id').notNull(),
  countedMilli: integer('counted_milli').notNull(),
  bookMilli: integer('book_milli').notNull(),
  unknownMilli: integer('unknown_milli').notNull(),
  valueCents: integer('value_cents').notNull(),
  reason: text().notNull(),
  note: text(),
});
