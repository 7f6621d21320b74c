import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const products = sqliteTable('products', {
  id: integer().primaryKey(),
  /** The shop's own code; case counts. */
  sku: text().notNull(),
  name: text().notNull(),
  spec: text(),
  /** Unit cost in ten-thousandths, once somebody has set it. */
  costE4: integer('cost_e4'),
  category: text(),
  supplierId: integer('supplier_id'),
  /** What a new one costs today, in ten-thousandths. */
  priceE4: integer('price_e4'),
  tracking: text({ enum: ['serial', 'batch'] }),
  /** What belongs into the box, as a JSON array of names. */
  accessories: text(),
  /** Goods sold again as opened: the product they were bought as, with their grade and their flaw. */
  twinOf: integer('twin_of'),
  twinGrade: text('twin_grade'),
  flaw: text(),
  /** What it is counted in: 件, kg. */
  unit: text(),
  /** What should be there at least, and at most. */
  minMilli: integer('min_milli'),
  maxMilli: integer('max_milli'),
  /** 1 where its batches have a last day. */
  expires: integer().notNull().default(0),
  /** Where it lies in the shop. */
  location: text(),
  /** SHA-256 of its picture in the folder of photos. */
  photo: text(),
  photoType: text('photo_type'),
  /** 1 once all that spoke of it was taken back with its file: nobody sees it, and its code is free. */
  withdrawn: integer().notNull().default(0),
});

export const suppliers = sqliteTable('suppliers', {
  id: integer().primaryKey(),
  name: text().notNull(),
  phone: text(),
  email: text(),
  claimDays: integer('claim_days'),
  note: text(),
  /** Days from an order until the goods come. */
  leadDays: integer('lead_days'),
});

export const customers = sqliteTable('customers', {
  id: integer().primaryKey(),
  code: text(),
  name: text(),
  phone: text(),
  email: text(),
  locale: text(),
  /** Why this customer is a special one; NULL for all others. */
  vip: text(),
  /** As of items. */
  withdrawn: integer().notNull().default(0),
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
  /** The day the customer signed for the parcel. */
  signedOn: text('signed_on'),
  /** The return it was exchanged for. */
  exchangeOf: integer('exchange_of'),
  /** Cached: given back elsewhere, as files say. */
  refundedCents: integer('refunded_cents').notNull().default(0),
  /** Cached: 1 once the file it came with was taken back; nobody sees it any more. */
  withdrawn: integer().notNull().default(0),
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
  /** Lines of one bundle, gifts among them, bear the same mark. */
  bundle: text(),
  /** What the platform it was sold on calls the line: the number of its part of the order. */
  reference: text(),
});

/** The serial numbers or batches that were sold on a line. */
export const saleUnits = sqliteTable('sale_units', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  saleLineId: integer('sale_line_id').notNull(),
  kind: text({ enum: ['serial', 'batch'] }).notNull(),
  code: text().notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
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
  /** Cached, as in sales. */
  withdrawn: integer().notNull().default(0),
});
