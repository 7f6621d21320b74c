import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const staff = sqliteTable('staff', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  /** Never changed and never given to another: events name people by it. */
  name: text().notNull(),
  /** The name without its case and width. */
  nameKey: text('name_key').notNull(),
  at: text().notNull(),
  person: text().notNull(),
  /** Cached: after the newest change. */
  role: text(),
  active: integer().notNull().default(0),
});

/** A role as it was saved; the newest of its name counts. */
export const staffRoles = sqliteTable('staff_roles', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  name: text().notNull(),
  /** A JSON array of permissions. */
  permissions: text().notNull(),
  saleLimitCents: integer('sale_limit_cents'),
  dayLimitCents: integer('day_limit_cents'),
  at: text().notNull(),
  person: text().notNull(),
});

export const staffChanges = sqliteTable('staff_changes', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  staffId: integer('staff_id').notNull(),
  role: text().notNull(),
  active: integer().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** What a PIN, or an owner's way back, is checked by; the newest of its kind counts. */
export const staffSecrets = sqliteTable('staff_secrets', {
  id: integer().primaryKey(),
  eventSeq: integer('event_seq').notNull(),
  staffId: integer('staff_id').notNull(),
  kind: text({ enum: ['pin', 'recovery'] }).notNull(),
  /** The power of two of scrypt's N. */
  cost: integer().notNull(),
  /** Hexadecimal, as the hash. */
  salt: text().notNull(),
  hash: text().notNull(),
  at: text().notNull(),
  person: text().notNull(),
});

/** Sum: what each role may do now. */
export const rolePermissions = sqliteTable(
  'role_permissions',
  { role: text().notNull(), permission: text().notNull() },
  (table) => [primaryKey({ columns: [table.role, table.permission] })],
);

/** Wrong PINs in a row: no part of the books. */
export const staffGuesses = sqliteTable('staff_guesses', {
  staffId: integer('staff_id').primaryKey(),
  failures: integer().notNull(),
});
