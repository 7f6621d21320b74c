import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every business action: one row, chained by SHA-256 over its own columns and over all facts it posted. */
export const journalOfEvents = sqliteTable('journal_of_events', {
  seq: integer().primaryKey(),
  actionId: text('action_id').notNull(),
  kind: text().notNull(),
  at: text().notNull(),
  day: text().notNull(),
  person: text().notNull(),
  inputSha256: text('input_sha256').notNull(),
  /** The first result as JSON; given again when the same action is asked for twice. */
  result: text().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
  /** Who agreed by PIN beside the person. */
  approver: text(),
});

/** Numbers given to documents: gapless per series and year. */
export const documents = sqliteTable('documents', {
  number: text().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  series: text().notNull(),
  year: integer().notNull(),
  seq: integer().notNull(),
  day: text().notNull(),
});

export const monthClosings = sqliteTable('month_closings', {
  month: text().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  closedAt: text('closed_at').notNull(),
});

export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
});

export const drafts = sqliteTable('drafts', {
  screen: text().primaryKey(),
  content: text().notNull(),
  savedAt: text('saved_at').notNull(),
});
