import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The rules in force for sales from a day on, until the next. */
export const policies = sqliteTable('policies', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  name: text().notNull(),
  validFrom: text('valid_from').notNull(),
  rules: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** A picture kept beside the file, under its SHA-256. */
export const photos = sqliteTable('photos', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  returnLineId: integer('return_line_id'),
  sha256: text().notNull(),
  type: text().notNull(),
  bytes: integer().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

/** How far the invoice with red figures is; the newest row counts. */
export const redInvoices = sqliteTable('red_invoices', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  status: text().notNull(),
  blueNumber: text('blue_number'),
  number: text(),
  note: text(),
  at: text().notNull(),
  person: text().notNull(),
});

/** Whose work a return is; the newest row counts. */
export const assignments = sqliteTable('assignments', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  assignee: text(),
  at: text().notNull(),
  person: text().notNull(),
});

/** What the customer was told, and in which stage. */
export const messages = sqliteTable('messages', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  stage: text().notNull(),
  locale: text().notNull(),
  way: text({ enum: ['copy', 'mail', 'print'] }).notNull(),
  text: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** What the customer thinks of it afterwards. */
export const ratings = sqliteTable('ratings', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  returnId: integer('return_id').notNull(),
  score: integer(),
  note: text(),
  callBackOn: text('call_back_on'),
  at: text().notNull(),
  person: text().notNull(),
});
