import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const products = sqliteTable('products', {
  id: integer().primaryKey(),
  /** The shop's own code; case counts. */
  sku: text().notNull(),
  name: text().notNull(),
  spec: text(),
  /** Unit cost in ten-thousandths, once somebody has set it. */
  costE4: integer('cost_e4'),
});

export const customers = sqliteTable('customers', {
  id: integer().primaryKey(),
  code: text(),
  name: text(),
  phone: text(),
});

export const imports = sqliteTable('imports', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  kind: text().notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  profile: text().notNull(),
  mapping: text().notNull(),
  at: text().notNull(),
  rowsRead: integer('rows_read').notNull(),
  rowsStored: integer('rows_stored').notNull(),
  rowsRefused: integer('rows_refused').notNull(),
});

export const sales = sqliteTable('sales', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  soldAt: text('sold_at').notNull(),
  day: text().notNull(),
  customerId: integer('customer_id'),
  channel: text(),
  totalCents: integer('total_cents').notNull(),
  deliveryCents: integer('delivery_cents').notNull(),
  status: text(),
  origin: text({ enum: ['desk', 'import'] }).notNull(),
  /** 1 when the sale itself was posted to stock and journal. */
  booked: integer().notNull(),
});

export const saleLines = sqliteTable('sale_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  saleId: integer('sale_id').notNull(),
  lineNo: integer('line_no').notNull(),
  productId: integer('product_id').notNull(),
  /** Only where it differs from the product's. */
  name: text(),
  quantityMilli: integer('quantity_milli').notNull(),
  unitPriceE4: integer('unit_price_e4').notNull(),
  paidCents: integer('paid_cents').notNull(),
  taxCents: integer('tax_cents').notNull(),
  /** Of the whole line; NULL is “nobody knows”. */
  costCents: integer('cost_cents'),
  /** Cached: in returns neither rejected nor cancelled. */
  returnedMilli: integer('returned_milli').notNull().default(0),
  /** Cached from credit notes, and from returns read from files. */
  creditedMilli: integer('credited_milli').notNull().default(0),
  creditedCents: integer('credited_cents').notNull().default(0),
  creditedTaxCents: integer('credited_tax_cents').notNull().default(0),
});

export const saleTenders = sqliteTable('sale_tenders', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  saleId: integer('sale_id').notNull(),
  tender: text().notNull(),
  amountCents: integer('amount_cents').notNull(),
  givenBackCents: integer('given_back_cents').notNull().default(0),
});

/** Negative rows of a file that are no returns: history, kept for the register. */
export const stockAdjustments = sqliteTable('stock_adjustments', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  lineNo: integer('line_no').notNull(),
  adjustedAt: text('adjusted_at').notNull(),
  day: text().notNull(),
  productId: integer('product_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  note: text(),
});
