import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Units graded for repair, until it is said where they go. */
export const repairTickets = sqliteTable('repair_tickets', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  inspectionId: integer('inspection_id').notNull(),
  returnLineId: integer('return_line_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  day: text().notNull(),
  fault: text(),
  dueAt: text('due_at'),
  /** Cached: 0 once it has an outcome. */
  open: integer().notNull().default(1),
  at: text().notNull(),
  person: text().notNull(),
});

/** Parts, hours and work outside; those that cost something are posted. */
export const repairWorks = sqliteTable('repair_works', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  ticketId: integer('ticket_id').notNull(),
  kind: text({ enum: ['part', 'labour', 'outside', 'note'] }).notNull(),
  what: text().notNull(),
  minutes: integer().notNull(),
  cents: integer().notNull(),
  paidBy: text('paid_by'),
  /** The number its entry is posted under: one of its own in the series of tickets. */
  document: text(),
  day: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

export const repairOutcomes = sqliteTable('repair_outcomes', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  ticketId: integer('ticket_id').notNull(),
  mended: integer().notNull(),
  grade: text().notNull(),
  disposition: text({ enum: ['resell', 'scrap', 'supplier', 'send-back'] }).notNull(),
  unknownMilli: integer('unknown_milli').notNull(),
  /** What left the repair bench, at cost. */
  valueCents: integer('value_cents').notNull(),
  writeDownCents: integer('write_down_cents').notNull(),
  twinId: integer('twin_id'),
  note: text(),
  day: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** One batch of goods that went back to a supplier. */
export const supplierClaims = sqliteTable('supplier_claims', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  number: text().notNull(),
  supplierId: integer('supplier_id').notNull(),
  day: text().notNull(),
  dueOn: text('due_on'),
  note: text(),
  /** Cached from its lines and events. */
  claimedCents: integer('claimed_cents').notNull().default(0),
  valueCents: integer('value_cents').notNull().default(0),
  paidCents: integer('paid_cents').notNull().default(0),
  open: integer().notNull().default(1),
  at: text().notNull(),
  person: text().notNull(),
});

export const supplierClaimLines = sqliteTable('supplier_claim_lines', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  claimId: integer('claim_id').notNull(),
  productId: integer('product_id').notNull(),
  quantityMilli: integer('quantity_milli').notNull(),
  unknownMilli: integer('unknown_milli').notNull(),
  /** What left the shelf for the supplier, at cost. */
  valueCents: integer('value_cents').notNull(),
  claimedCents: integer('claimed_cents').notNull(),
  note: text(),
});

export const supplierClaimEvents = sqliteTable('supplier_claim_events', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  claimId: integer('claim_id').notNull(),
  kind: text({ enum: ['paid', 'refused', 'note', 'closed'] }).notNull(),
  /** Paid; or refused; or, when it is closed, what nobody pays. */
  cents: integer().notNull(),
  paidBy: text('paid_by'),
  /** The number its entry is posted under: one of its own in the series of claims. */
  document: text(),
  reference: text(),
  day: text().notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});
