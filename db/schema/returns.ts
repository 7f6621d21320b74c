import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const returns = sqliteTable('returns', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  origin: text({ enum: ['desk', 'import'] }).notNull(),
  saleId: integer('sale_id'),
  customerId: integer('customer_id'),
  channel: text().notNull(),
  want: text().notNull(),
  day: text().notNull(),
  openedAt: text('opened_at').notNull(),
  verdictOutcome: text('verdict_outcome').notNull(),
  verdictRules: text('verdict_rules').notNull(),
  /** Cached: where the last step led. */
  stage: text().notNull(),
  dueAt: text('due_at'),
  /** What the policy says of freight, fees and delivery, as JSON. */
  verdictTerms: text('verdict_terms'),
  policyId: integer('policy_id'),
  signedOn: text('signed_on'),
  /** Returns of one visit at the counter bear the same mark. */
  visit: text(),
  /** The return in whose parcel these goods lay. */
  parentId: integer('parent_id'),
  courier: text(),
  waybill: text(),
  /** Paid by the customer for the way back. */
  freightCents: integer('freight_cents'),
  /** Cached: the sale found for it later. */
  matchedSaleId: integer('matched_sale_id'),
  /** Cached: 1 once the file it came with was taken back. */
  withdrawn: integer().notNull().default(0),
  /** What the platform it was announced on calls a return of this desk. */
  reference: text(),
  /** The sale that a file names for it, found or not. */
  saleNumber: text('sale_number'),
});

/** A return that came without its sale, and the sale that was found for it, with the verdict over it. */
export const returnMatches = sqliteTable('return_matches', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  saleId: integer('sale_id').notNull(),
  verdictOutcome: text('verdict_outcome').notNull(),
  verdictRules: text('verdict_rules').notNull(),
  verdictTerms: text('verdict_terms').notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

export const returnLines = sqliteTable('return_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  lineNo: integer('line_no').notNull(),
  productId: integer('product_id').notNull(),
  reason: text().notNull(),
  note: text(),
  requestedMilli: integer('requested_milli').notNull(),
  /** What the file says was given back; NULL for returns of this desk. */
  fileAmountCents: integer('file_amount_cents'),
  /** Why no sale was found for a line read from a file. */
  unlinked: text(),
  /** Cached from receipts, inspections and credit notes. */
  receivedMilli: integer('received_milli').notNull().default(0),
  receivedValueCents: integer('received_value_cents').notNull().default(0),
  inspectedMilli: integer('inspected_milli').notNull().default(0),
  inspectedValueCents: integer('inspected_value_cents').notNull().default(0),
  /** Received, not yet inspected, at a cost nobody knows. */
  unknownMilli: integer('unknown_milli').notNull().default(0),
  sentBackMilli: integer('sent_back_milli').notNull().default(0),
  creditedMilli: integer('credited_milli').notNull().default(0),
  creditedCents: integer('credited_cents').notNull().default(0),
  /** Units that the customer keeps, though they are credited. */
  waivedMilli: integer('waived_milli').notNull().default(0),
  condition: text({ enum: ['sealed', 'opened', 'used', 'damaged'] }),
  /** Accessories that did not come along, as a JSON array of names. */
  missing: text(),
  serial: text(),
  batch: text(),
});

/** What is given for goods without a receipt: a person said so. */
export const lineValuations = sqliteTable('line_valuations', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  /** For all requested units, with its tax. */
  valueCents: integer('value_cents').notNull(),
  taxCents: integer('tax_cents').notNull(),
  why: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

export const waivers = sqliteTable('waivers', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  why: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** Which sale line a returned quantity was sold by. */
export const returnLinks = sqliteTable(
  'return_links',
  {
    returnLineId: integer('return_line_id').notNull(),
    saleLineId: integer('sale_line_id').notNull(),
    eventSeq: integer('event_seq').notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    /** For returns read from a file: how much of what was paid for the sale line this uses up. */
    fileShareCents: integer('file_share_cents'),
    /** Cached: given free again by rejection, cancelling, closing short or sending back. */
    releasedMilli: integer('released_milli').notNull().default(0),
    /** Cached: the tax in what a file says was given back. */
    fileTaxCents: integer('file_tax_cents'),
  },
  (table) => [primaryKey({ columns: [table.returnLineId, table.saleLineId] })],
);

export const returnSteps = sqliteTable('return_steps', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  step: text().notNull(),
  fromStage: text('from_stage').notNull(),
  toStage: text('to_stage').notNull(),
  at: text().notNull(),
  person: text().notNull(),
  note: text(),
});

export const receipts = sqliteTable('receipts', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  valueCents: integer('value_cents').notNull(),
  costSource: text('cost_source', { enum: ['recorded', 'average', 'set', 'unknown'] }).notNull(),
  condition: text({ enum: ['ok', 'damaged'] }),
  serial: text(),
  note: text(),
});

/** Units that came at an unknown cost and were valued before they were graded. */
export const lineRevaluations = sqliteTable('line_revaluations', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  knownMilli: integer('known_milli').notNull(),
  valueCents: integer('value_cents').notNull(),
});

export const inspections = sqliteTable('inspections', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  grade: text().notNull(),
  disposition: text().notNull(),
  /** At cost, before the write-down. */
  valueCents: integer('value_cents').notNull(),
  writeDownCents: integer('write_down_cents').notNull(),
  /** Less than the write-down only while the cost is unknown. */
  postedWriteDownCents: integer('posted_write_down_cents').notNull(),
  unknownMilli: integer('unknown_milli').notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
  /** The answers to the checklist of its category, as JSON. */
  checklist: text(),
  /** What was suggested and how it was worked out, as JSON. */
  suggestion: text(),
  /** The product it is sold again as. */
  twinId: integer('twin_id'),
});

export const creditNotes = sqliteTable('credit_notes', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  returnId: integer('return_id').notNull(),
  day: text().notNull(),
  goodsCents: integer('goods_cents').notNull(),
  taxCents: integer('tax_cents').notNull(),
  feeCents: integer('fee_cents').notNull(),
  deliveryCents: integer('delivery_cents').notNull(),
  totalCents: integer('total_cents').notNull(),
  /** Cached from payouts. */
  paidCents: integer('paid_cents').notNull().default(0),
});

export const creditNoteLines = sqliteTable('credit_note_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  creditNoteId: integer('credit_note_id').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  goodsCents: integer('goods_cents').notNull(),
  taxCents: integer('tax_cents').notNull(),
  feeCents: integer('fee_cents').notNull(),
});

/** Delivery and freight given back, and fees kept, each a line of its own with its own tax. */
export const creditNoteExtras = sqliteTable('credit_note_extras', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  creditNoteId: integer('credit_note_id').notNull(),
  returnLineId: integer('return_line_id'),
  kind: text().notNull(),
  /** With its tax. */
  cents: integer().notNull(),
  taxCents: integer('tax_cents').notNull(),
  note: text(),
});

/** Money given back; a counter-document has a negative amount and names the payout it voids. */
export const payouts = sqliteTable('payouts', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  creditNoteId: integer('credit_note_id').notNull(),
  tender: text().notNull(),
  amountCents: integer('amount_cents').notNull(),
  /** How much of it counts against the sale's own tender. */
  originalCents: integer('original_cents').notNull(),
  reference: text(),
  day: text().notNull(),
  voidsPayoutId: integer('voids_payout_id'),
  /** Paid in goods: the sale it went to. */
  exchangeSaleId: integer('exchange_sale_id'),
});

/** A debt of the shop to whoever brings the code. */
export const storeCredits = sqliteTable('store_credits', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  code: text().notNull(),
  customerId: integer('customer_id'),
  day: text().notNull(),
  expiresOn: text('expires_on'),
  /** Cached from its events. */
  balanceCents: integer('balance_cents').notNull().default(0),
});

export const storeCreditEvents = sqliteTable('store_credit_events', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  storeCreditId: integer('store_credit_id').notNull(),
  kind: text({ enum: ['issued', 'used', 'expired', 'voided'] }).notNull(),
  /** Above zero when it was issued, below when it was used, expired or voided. */
  cents: integer().notNull(),
  document: text().notNull(),
  payoutId: integer('payout_id'),
  saleId: integer('sale_id'),
  day: text().notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});
