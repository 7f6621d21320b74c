import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { CannotOpen } from './cannot-open.ts';
import { fingerprintOf, fingerprints, freshSchema } from './fingerprint.ts';
import { knownVersion, runMigrations } from './migrate.ts';
import { openShopFile, shopFile } from './open.ts';

/** What opening a file of a version says after plain SQL was run on it around the program. */
function openedAfter(statement: string, version = knownVersion()): string {
  const folder = temporaryFolder();
  const raw = new Database(shopFile(folder));
  runMigrations(raw, { upTo: version });
  raw.unsafeMode();
  raw.exec(statement);
  raw.close();
  try {
    openShopFile(folder).close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    return `${error.why}: ${error.message}`;
  }
}

test('the fingerprint of every version is that of the schema its migrations make', () => {
  const made = fingerprints.map((_, index) => fingerprintOf(freshSchema(index + 1)));
  expect(made).toEqual(fingerprints);
  expect(fingerprints).toHaveLength(knownVersion());
});

test.each([
  ['a dropped trigger', 'DROP TRIGGER payouts_kept', 'altered: missing: trigger payouts_kept'],
  ['a dropped index', 'DROP INDEX payouts_by_day', 'altered: missing: index payouts_by_day'],
  [
    'a trigger that says something else',
    'DROP TRIGGER sales_stays; CREATE TRIGGER sales_stays BEFORE DELETE ON sales BEGIN SELECT 1; END',
    'altered: changed: trigger sales_stays',
  ],
  ['another column', 'ALTER TABLE products ADD COLUMN colour TEXT', 'altered: changed: table products'],
  ['another table', 'CREATE TABLE lists (id INTEGER)', 'altered: extra: table lists'],
  ['a view', 'CREATE VIEW sums AS SELECT 1', 'altered: extra: view sums'],
  [
    'a weaker check',
    `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (amount_cents <> 0)', '') WHERE name = 'payouts'`,
    'altered: changed: table payouts',
  ],
])('a file with %s is not opened, and what differs is named', (_, statement, said) => {
  expect(openedAfter(statement)).toBe(said);
});

test('a file of an earlier version is looked at before it is migrated', () => {
  expect(openedAfter('DROP TRIGGER payouts_kept', 1)).toBe('altered: missing: trigger payouts_kept');
  expect(openedAfter('', 1)).toBe('opened');
});

test('what SQLite keeps for its planner is no difference', () => {
  expect(openedAfter(`INSERT INTO settings VALUES ('a', '1'); ANALYZE`)).toBe('opened');
});
